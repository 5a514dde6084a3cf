import { addressOf } from '#markdown/address.ts';

/** What a link in a record leads to, as far as paths tell. */
export type LinkTarget =
  | { kind: 'web'; href: string }
  | { kind: 'anchor'; slug: string }
  | { kind: 'record'; file: string; slug?: string }
  | { kind: 'file'; path: string }
  | { kind: 'unsafe'; why: string };

/** Resolves an address against the file it stands in; paths that start with / start at the root. */
export function linkTarget(fromFile: string, href: string): LinkTarget {
  const address = addressOf(href);
  if (address.kind === 'mail') return { kind: 'web', href: address.href };
  if (address.kind !== 'path') return address;
  const path = joined(fromFile, address.path);
  if (path === undefined) return { kind: 'unsafe', why: 'it leads out of the knowledge base' };
  if (!path.endsWith('.md')) return { kind: 'file', path };
  return address.slug === undefined
    ? { kind: 'record', file: path }
    : { kind: 'record', file: path, slug: address.slug };
}

/** `kb/login/a.md` and `../b.md` make `kb/b.md`; undefined where the path leaves the root. */
export function joined(fromFile: string, path: string): string | undefined {
  const steps = path.startsWith('/') ? [] : fromFile.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
