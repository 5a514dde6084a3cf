import { manifestPath, type IndexSource } from '#search/query/index-files.ts';

/** The site cannot be reached at all, which says nothing about its index. */
export class Unreachable extends Error {}

/** Reads the files of an index from the site at `siteHref`, which ends with a slash. */
export function fetchedIndex(siteHref: string): IndexSource {
  return {
    read: (path) => fetched(new URL(siteHref + path, location.href), path === manifestPath),
    pagesWith: async (phrase) => {
      const { pagesWith } = await import('./phrase-pages.ts').catch(unreachable);
      return pagesWith(siteHref, phrase);
    },
  };
}

/** Says that the site cannot be reached, whatever the browser calls it. */
export function unreachable(cause: unknown): never {
  throw new Unreachable('The site cannot be reached', { cause });
}

/** Other files are named after their content, so only the manifest can be an old one. */
async function fetched(address: URL, isManifest: boolean): Promise<Uint8Array> {
  const cache = isManifest ? 'no-cache' : 'default';
  const response = await fetch(address, { cache }).catch(unreachable);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer().catch(unreachable));
  return isCompressed(content) ? decompressed(content) : content;
}

/** Some hosts say that such a file is compressed, and then the browser has unpacked it already. */
function isCompressed(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

async function decompressed(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
