/** What an address in a record is, before anybody looks for what it leads to. */
export type Address =
  | { kind: 'web'; href: string }
  | { kind: 'mail'; href: string }
  | { kind: 'anchor'; slug: string }
  | { kind: 'path'; path: string; slug?: string }
  | { kind: 'unsafe'; why: string };

/**
 * Sorts an address as a browser would read it: white space and control characters inside a scheme are
 * ignored, backslashes are slashes. Only https, http, mailto, and paths of this knowledge base pass.
 */
export function addressOf(written: string): Address {
  // eslint-disable-next-line no-control-regex -- browsers skip these inside an address
  const href = written.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim();
  if (href.startsWith('#')) return { kind: 'anchor', slug: decoded(href.slice(1)) ?? '' };
  if (/^[\\/]{2}/.test(href))
    return { kind: 'unsafe', why: 'it leads to whatever host follows //' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http') return webAddress(href);
  if (scheme === 'mailto') return { kind: 'mail', href };
  if (scheme !== undefined)
    return { kind: 'unsafe', why: 'only https, http and mailto are allowed' };
  return pathAddress(href);
}

function webAddress(href: string): Address {
  return URL.canParse(href)
    ? { kind: 'web', href }
    : { kind: 'unsafe', why: 'it is not a complete address' };
}

function pathAddress(href: string): Address {
  const [, before = '', slug] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const path = decoded(before);
  if (path === undefined) return { kind: 'unsafe', why: 'a % in it starts no valid escape' };
  if (path.includes('\\')) return { kind: 'unsafe', why: 'paths are written with forward slashes' };
  return slug === undefined
    ? { kind: 'path', path }
    : { kind: 'path', path, slug: decoded(slug) ?? '' };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
