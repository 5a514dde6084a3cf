import type { RowData } from '#views/internal/incident-list.ts';
import { element, tag } from './elements.ts';
import { foldOnSmallScreens } from './fold.ts';

/*
 * The facets of the incident list are links to pages of their own. With a script they combine: the
 * choice goes into the address, and the rows come from a file with all of them.
 */

const mostShown = 300;
const listing = document.querySelector<HTMLElement>('[data-listing]');
if (listing) start(listing);

type Choice = Map<string, string>;

function start(listing: HTMLElement): void {
  const status = listing.querySelector<HTMLElement>('[data-status]')!;
  const list = listing.querySelector<HTMLElement>('[data-list]')!;
  const pager = listing.querySelector<HTMLElement>('[data-pager]')!;
  const links = [...listing.querySelectorAll<HTMLAnchorElement>('[data-value]')];
  const before = { status: [...status.childNodes], list: [...list.childNodes] };
  const fixed = new Map(links.filter(isCurrent).map((link) => [facetOf(link), valueOf(link)]));
  let rows: Promise<RowData[]> | undefined;

  foldOnSmallScreens(listing);
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(facetOf(link), valueOf(link));
    });
  }
  addEventListener('popstate', () => void show());
  if (location.search) void show();

  function choose(facet: string, value: string): void {
    const choice = chosen();
    if (choice.get(facet) === value) choice.delete(facet);
    else choice.set(facet, value);
    history.pushState(null, '', `?${new URLSearchParams([...choice])}`);
    void show();
  }

  /** What the page is about, and what the address adds to it or takes away. */
  function chosen(): Choice {
    if (!location.search) return new Map(fixed);
    return new Map(new URLSearchParams(location.search));
  }

  async function show(): Promise<void> {
    const choice = chosen();
    for (const link of links) {
      const isChosen = choice.get(facetOf(link)) === valueOf(link);
      if (isChosen) {
        link.setAttribute('aria-current', 'true');
        link.closest('section details')?.setAttribute('open', '');
      } else link.removeAttribute('aria-current');
    }
    if (!location.search) {
      status.replaceChildren(...before.status);
      list.replaceChildren(...before.list);
      pager.hidden = false;
      return;
    }
    rows ??= fetch(listing.dataset['rows'] ?? '').then((response) => response.json());
    const matching = (await rows).filter(({ values }) =>
      [...choice].every(([facet, value]) => values[facet as keyof typeof values] === value),
    );
    pager.hidden = true;
    const names = links.filter(isCurrent).map((link) => link.textContent?.trim() ?? '');
    const all = element('a', { href: listing.dataset['all'] ?? '' }, 'Show all');
    status.replaceChildren(`${statusText(matching.length)} · ${names.join(', ')} `, all);
    list.replaceChildren(
      element('ul', { class: 'rows' }, ...matching.slice(0, mostShown).map(rowItem)),
    );
  }
}

function isCurrent(link: HTMLAnchorElement): boolean {
  return link.hasAttribute('aria-current');
}

function facetOf(link: HTMLAnchorElement): string {
  return link.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '';
}

function valueOf(link: HTMLAnchorElement): string {
  return link.dataset['value'] ?? '';
}

function statusText(count: number): string {
  if (count === 0) return 'No incident is all of that.';
  const all = count === 1 ? 'One incident' : `${count} incidents`;
  return count > mostShown ? `${all}, the latest ${mostShown} of them` : all;
}

function rowItem({ href, title, quote, product, opened, status, severity }: RowData): HTMLElement {
  const tags = [status, ...(severity ? [severity] : [])];
  return element(
    'li',
    {},
    element('a', { class: 'title', href }, title),
    element('p', { class: 'quote' }, quote),
    element(
      'p',
      { class: 'meta' },
      ...tags.flatMap(({ text, tone }) => [tag(text, tone), ' ']),
      element('span', {}, product),
      element('time', { datetime: opened.iso }, opened.text),
    ),
  );
}
