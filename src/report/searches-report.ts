import type { Report } from '#derive/reports/report.ts';
import type { SearchGroup } from '#search/search-groups.ts';

/** What the index has for a group of searches today. */
export interface NearestRecords {
  /** The best first: "article blank-receipt". */
  records: string[];
  isAnswered: boolean;
}

/** What to write next: what was searched for in vain, as a table. Without an index nothing is known of the nearest. */
export function searchesReport(
  groups: readonly SearchGroup[],
  nearest: readonly NearestRecords[] | undefined,
): Report {
  return {
    name: 'searches',
    title: 'What to write next',
    how: `Searches that found no answer, those with the same words in any order and form together. ${
      nearest
        ? 'What is nearest, and what to do, is what the built internal index answers today.'
        : 'No internal index is built, so what is nearest is not known.'
    }`,
    columns: [
      { key: 'asked', label: 'Asked', kind: 'count' },
      { key: 'found_nothing', label: 'Found nothing', kind: 'count' },
      { key: 'last', label: 'Last', kind: 'text' },
      { key: 'product', label: 'Product', kind: 'text' },
      { key: 'question', label: 'Question', kind: 'text' },
      { key: 'other_wordings', label: 'Also worded', kind: 'text' },
      ...(nearest
        ? [
            { key: 'next', label: 'What to do', kind: 'text' } as const,
            { key: 'nearest', label: 'Nearest', kind: 'text' } as const,
          ]
        : []),
    ],
    rows: groups.map(({ asked, foundNothing, wordings, products, last }, index) => {
      const [question, ...others] = wordings;
      const found = nearest?.[index];
      return {
        asked,
        found_nothing: foundNothing,
        last,
        product: listed(products),
        question,
        other_wordings: listed(others.slice(0, mostWordings)),
        ...(found && { next: nextOf(found), nearest: listed(found.records) }),
      };
    }),
  };
}

const mostWordings = 3;

/** An incident answers nobody outside; an article that answers was not found in these words. */
function nextOf({ records: [first], isAnswered }: NearestRecords): string {
  if (!isAnswered) return 'write an article';
  return first?.startsWith('article ') ? 'add these words' : 'promote the incident';
}

function listed(texts: readonly string[]): string | undefined {
  return texts.length > 0 ? texts.join('; ') : undefined;
}
