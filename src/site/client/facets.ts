import type { Chosen, FacetCounts } from '#search/query/facet-counts.ts';
import { element } from './elements.ts';

/** Draws facets as check boxes with the number of results behind each; values that would leave none are left out. */
export function renderFacets(
  root: HTMLElement,
  countsOf: FacetCounts,
  chosen: Chosen,
  choose: (next: Chosen) => void,
): void {
  const focused = root.querySelector<HTMLInputElement>('input:focus')?.id;
  root.replaceChildren(
    ...Object.keys(countsOf)
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .flatMap((name) => section(name, countsOf[name] ?? {})),
  );
  if (focused) document.getElementById(focused)?.focus();

  function section(name: string, counts: Record<string, number>): HTMLElement[] {
    const own = chosen[name] ?? [];
    const values = shownValues(counts, own);
    if (values.length === 0 || (values.length === 1 && own.length === 0)) return [];
    const boxes = values.map((value) => box(name, value, counts[value] ?? 0));
    return [element('fieldset', {}, element('legend', {}, labelOf(name)), ...boxes)];
  }

  function box(name: string, value: string, count: number): HTMLElement {
    const id = `facet-${name}-${encodeURIComponent(value.toWellFormed())}`; // names of one length must not share it
    const input = element('input', { type: 'checkbox', id });
    input.checked = chosen[name]?.includes(value) ?? false;
    input.addEventListener('change', () => choose(toggled(chosen, name, value)));
    const label = element('label', { for: id }, input, element('span', { dir: 'auto' }, value));
    label.append(element('span', { class: 'count' }, String(count)));
    return label;
  }
}

/** How many values are chosen. */
export function chosenCount(chosen: Chosen): number {
  return Object.values(chosen).reduce((sum, values) => sum + values.length, 0);
}

/** Those that are on a page, most first, and those that are chosen, whether or not they exist. */
function shownValues(counts: Record<string, number>, own: readonly string[]): string[] {
  const found = Object.keys(counts).filter((value) => (counts[value] ?? 0) > 0);
  return [...new Set([...found, ...own])].sort(
    (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1),
  );
}

/** The facets that narrow down most come first; one that is not named here comes last. */
const order = [
  'kind',
  'product',
  'component',
  'version',
  'type',
  'audience',
  'status',
  'severity',
  'side',
];

function rank(name: string): number {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
}

function toggled(chosen: Chosen, name: string, value: string): Chosen {
  const values = chosen[name] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const { [name]: _, ...rest } = chosen;
  return next.length > 0 ? { ...rest, [name]: next } : rest;
}

function labelOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
