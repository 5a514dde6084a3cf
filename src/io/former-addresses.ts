import { publishedIn } from '#parse/published-in.ts';
import { idOf } from '#parse/record-name.ts';
import type { FormerAddress } from '#validate/rule.ts';
import { gitHistory, headOf } from './git-history.ts';
import { keptByHead } from './kept-by-head.ts';

/**
 * The addresses that public articles once had, as git remembers them: their slugs and aliases in every
 * commit on the way to the present one, and the file that each became. What was merged counts from the
 * merge on, since a site is built from the branch that everything is merged into. `cache` is the file in
 * which they are kept.
 */
export function formerAddresses(root: string, cache?: string): FormerAddress[] {
  const head = headOf(root);
  if (head === undefined) return [];
  return keptByHead(cache, head, () => {
    const { versions } = gitHistory(root, 'kb', { isFirstParentOnly: true });
    const found = new Map<string, FormerAddress>();
    for (const [file, texts] of versions) {
      if (file.startsWith('kb/intake/')) continue;
      for (const { path, text } of texts) {
        const published = publishedIn(text);
        for (const slug of published ? [idOf(path), ...published.aliases] : []) {
          if (!found.has(slug)) found.set(slug, { slug, file });
        }
      }
    }
    return [...found.values()];
  });
}
