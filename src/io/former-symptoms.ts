import { symptomsIn } from '#parse/symptoms-in.ts';
import type { History } from '#validate/rule.ts';
import { gitHistory, headOf, isRefused } from './git-history.ts';
import { keptByHead } from './kept-by-head.ts';

type FormerSymptoms = Pick<History, 'symptoms' | 'gap'>;

/**
 * The symptoms that earlier versions of the incidents had, through renames, as git remembers them;
 * undefined where there is no repository, or no commit in it. `cache` is the file in which they are kept.
 */
export function formerSymptoms(root: string, cache?: string): FormerSymptoms | undefined {
  const head = headOf(root);
  if (head === undefined) {
    return isRefused(root) ? { symptoms: new Map(), gap: 'unreadable' } : undefined;
  }
  const { symptoms, gap } = keptByHead(cache, head, () => {
    const { versions, gap: why } = gitHistory(root, 'incidents');
    const found = [...versions].map(([file, texts]) => {
      return [file, [...new Set(texts.flatMap(({ text }) => symptomsIn(text)))]] as const;
    });
    return { symptoms: found, gap: why };
  });
  return { symptoms: new Map(symptoms), ...(gap && { gap }) };
}
