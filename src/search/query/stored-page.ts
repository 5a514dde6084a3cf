import type { IndexSource } from './index-files.ts';
import { textIndexFolder } from './index-files.ts';

/** A page as the full-text index keeps it. */
export interface StoredPage {
  /** In the full-text index: a digest of what follows. */
  name: string;
  url: string;
  title: string;
  /** "Incident, Claims portal" */
  kind: string;
  /** "incident 2026-03-14-blank-receipt" */
  record: string;
  text: string;
  /** The headings that can be led to, ascending by where they stand in the text. */
  headings: { id: string; title: string; start: number }[];
}

/** What a fragment of the full-text index begins with. */
const signature = 'pagefind_dcd';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string | undefined>;
  /** `location` counts the words before the heading. */
  anchors: { element: string; id: string; text: string; location: number }[];
}

export async function readStoredPage(source: IndexSource, name: string): Promise<StoredPage> {
  const bytes = await source.read(`${textIndexFolder}${fragmentPath(name)}`);
  return storedPageOf(name, new TextDecoder().decode(bytes));
}

/** A name is that of the part, if the index is in parts, and that of the fragment: "2/en_1980418". */
function fragmentPath(name: string): string {
  const cut = name.lastIndexOf('/') + 1;
  return `${name.slice(0, cut)}fragment/${name.slice(cut)}.pf_fragment`;
}

export function storedPageOf(name: string, fragment: string): StoredPage {
  if (!fragment.startsWith(signature)) throw new Error('The search index is damaged');
  const { url, content, meta, anchors } = JSON.parse(fragment.slice(signature.length)) as Fragment;
  const text = content.replaceAll('\u200B', '');
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  return {
    name,
    url,
    title: meta['title'] ?? url,
    kind: meta['kind'] ?? '',
    record: meta['record'] ?? '',
    text,
    headings: anchors
      .filter((anchor) => /^h[2-6]$/.test(anchor.element) && anchor.id !== '')
      .map((anchor) => ({
        id: anchor.id,
        title: anchor.text.trim(),
        start: starts[anchor.location] ?? text.length,
      }))
      .sort((a, b) => a.start - b.start),
  };
}
