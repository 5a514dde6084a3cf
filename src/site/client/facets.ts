import { element } from './elements.ts';
import type { FilterCounts } from './pagefind-api.ts';

/** The chosen values of each facet. */
export type Chosen = Record<string, string[]>;

/** Draws facets as check boxes with the number of results behind each. */
export function renderFacets(
  root: HTMLElement,
  countsOf: FilterCounts,
  chosen: Chosen,
  choose: (next: Chosen) => void,
): void {
  const focused = root.querySelector<HTMLInputElement>('input:focus')?.id;
  root.replaceChildren(
    ...Object.keys(countsOf)
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .flatMap((name) => {
        const counts = countsOf[name] ?? {};
        const values = Object.keys(counts).filter(
          (value) => (counts[value] ?? 0) > 0 || chosen[name]?.includes(value),
        );
        if (values.length === 0) return [];
        values.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
        const boxes = values.map((value) => box(name, value, counts[value] ?? 0));
        return [element('section', {}, element('h2', {}, labelOf(name)), ...boxes)];
      }),
  );
  if (focused) document.getElementById(focused)?.focus();

  function box(name: string, value: string, count: number): HTMLElement {
    const id = `facet-${name}-${encodeURIComponent(value)}`; // names of one length must not share it
    const input = element('input', { type: 'checkbox', id });
    input.checked = chosen[name]?.includes(value) ?? false;
    input.addEventListener('change', () => choose(toggled(chosen, name, value)));
    const label = element('label', { for: id }, input, value);
    label.append(element('span', {}, String(count)));
    return label;
  }
}

/** The facets that narrow down most come first; one that is not named here comes last. */
const order = ['kind', 'product', 'version', 'type', 'status', 'severity', 'side', 'year'];

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
