import { drillPath } from '#views/internal/training/paths.ts';
import type { DrillTable } from '#views/internal/training/drill-table.ts';
import { element } from '../elements.ts';
import type { ListedDrill } from './narrowing.ts';
import { levelNames, questions, quoted } from './words.ts';

/** A drill that the list can show. */
export interface ListedRow extends Omit<ListedDrill, 'isDone'> {
  quote: string;
  href: string;
  steps: string[];
  /** The name of the product. */
  productName: string;
  /** Its row on the page; of another page one that is made when it is shown. */
  item: () => HTMLElement;
}

/** The drills of the page itself. */
export function rowsOnPage(listing: HTMLElement): ListedRow[] {
  return [...listing.querySelectorAll<HTMLElement>('[data-drills] > li')].map((item) => {
    const link = item.querySelector('a')!;
    const { drill = '', product = '', level = '', questions: count, steps = '' } = item.dataset;
    return {
      incident: drill,
      ...{ product, level, questions: Number(count), steps: steps.split(' ') },
      productName: item.querySelector('.meta span')?.textContent?.trim() ?? product,
      quote: link.textContent?.trim().replace(/^“|”$/g, '') ?? '',
      href: link.href,
      item: () => item,
    };
  });
}

/** The drills of all pages. */
export async function rowsOfTable(href: string, siteHref: string): Promise<ListedRow[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const { drills, products }: DrillTable = await response.json();
  return drills.map(({ id, ...drill }) => {
    const row = {
      ...drill,
      incident: id,
      productName: products[drill.product] ?? drill.product,
      href: siteHref + drillPath(id),
    };
    return { ...row, item: () => builtRow(row) };
  });
}

function builtRow({ incident, quote, href, ...drill }: Omit<ListedRow, 'item'>): HTMLElement {
  return element(
    'li',
    { 'data-drill': incident },
    element('a', { class: 'title', href }, quoted(quote)),
    element(
      'p',
      { class: 'meta' },
      element('span', {}, drill.productName),
      element('span', {}, levelNames[drill.level] ?? drill.level),
      element('span', {}, questions(drill.questions)),
      element('span', { 'data-progress': '' }),
    ),
  );
}
