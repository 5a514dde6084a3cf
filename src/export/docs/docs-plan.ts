import { manifestText, type Manifest } from './manifest.ts';

/** What is at a path: nothing, a file with this digest, or something that is no file of the folder's own. */
export type Found = { digest: string } | 'nothing' | 'no-file';

export type DocsStepKind =
  | 'new'
  | 'changed'
  | 'unchanged'
  | 'removed'
  /** Written by fixlore and changed by somebody since: it stays. */
  | 'edited'
  /** Never written by fixlore: it stays. */
  | 'foreign';

export interface DocsStep {
  path: string;
  kind: DocsStepKind;
  /** Left out if the file is no longer wanted. */
  content?: Uint8Array;
}

export interface DocsPlan {
  steps: DocsStep[];
  /** What the manifest says before anything is written, and after everything is. */
  begin: string;
  end: string;
}

export interface WantedFile {
  path: string;
  content: Uint8Array;
  digest: string;
}

/** Compares what is wanted with what is there. Only what the manifest knows, unchanged, is given up. */
export function docsPlan(
  wanted: readonly WantedFile[],
  manifest: Manifest | undefined,
  context: { format: Parameters<typeof manifestText>[0]; find: (path: string) => Found },
): DocsPlan {
  const { format, find } = context;
  const known = new Map(Object.entries(manifest?.files ?? {}));
  const begun = new Map(Object.entries(manifest?.begun ?? {}));
  const isOwn = (path: string, digest: string) =>
    known.get(path) === digest || begun.get(path) === digest;
  const isKnown = (path: string) => known.has(path) || begun.has(path);
  const after = new Map<string, string>();
  const keepAsKnown = (path: string) => {
    const digest = known.get(path) ?? begun.get(path);
    if (digest !== undefined) after.set(path, digest);
  };
  const steps = wanted.map(({ path, content, digest }): DocsStep => {
    const found = find(path);
    const kind = ((): DocsStepKind => {
      if (found === 'nothing') return 'new';
      if (found === 'no-file') return 'foreign';
      if (found.digest === digest) return 'unchanged';
      if (isOwn(path, found.digest)) return 'changed';
      return isKnown(path) ? 'edited' : 'foreign';
    })();
    if (kind === 'edited' || kind === 'foreign') keepAsKnown(path);
    else after.set(path, digest);
    return { path, kind, content };
  });
  const paths = new Set(wanted.map(({ path }) => path));
  for (const path of new Set([...known.keys(), ...begun.keys()])) {
    if (paths.has(path)) continue;
    const found = find(path);
    if (found === 'nothing') continue;
    if (found !== 'no-file' && isOwn(path, found.digest)) steps.push({ path, kind: 'removed' });
    else {
      steps.push({ path, kind: 'edited' });
      keepAsKnown(path);
    }
  }
  return {
    steps,
    begin: manifestText(format, new Map([...begun, ...known]), after),
    end: manifestText(format, after),
  };
}
