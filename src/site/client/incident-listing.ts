import type { RowData } from '#views/internal/incident-list.ts';
import { element, tag } from './elements.ts';
import { foldOnSmallScreens } from './fold.ts';

const mostShown = 300;

/** The chosen value of each facet. */
type Choice = Map<string, string>;

/**
 * The incident list at work. Its facets are links to pages of their own; with a script they combine:
 * the choice goes into the address, and the rows come from a file with all of them.
 */
export class IncidentListing {
  readonly #root: HTMLElement;
  readonly #status: HTMLElement;
  readonly #list: HTMLElement;
  readonly #pager: HTMLElement;
  readonly #links: HTMLAnchorElement[];
  /** What the page itself is about. */
  readonly #own: Choice;
  readonly #before: { status: Node[]; list: Node[] };
  #rows: Promise<RowData[]> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#status = root.querySelector('[data-status]')!;
    this.#list = root.querySelector('[data-list]')!;
    this.#pager = root.querySelector('[data-pager]')!;
    this.#links = [...root.querySelectorAll<HTMLAnchorElement>('[data-value]')];
    this.#own = new Map(
      this.#links.filter(isCurrent).map((link) => [facetOf(link), valueOf(link)]),
    );
    this.#before = { status: [...this.#status.childNodes], list: [...this.#list.childNodes] };
  }

  start(): void {
    foldOnSmallScreens(this.#root);
    for (const link of this.#links) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#toggle(facetOf(link), valueOf(link));
      });
    }
    addEventListener('popstate', () => void this.#show());
    if (location.search) void this.#show();
  }

  #toggle(facet: string, value: string): void {
    const choice = this.#choice();
    if (choice.get(facet) === value) choice.delete(facet);
    else choice.set(facet, value);
    const query = choice.size > 0 ? `?${new URLSearchParams([...choice])}` : '';
    const address = `${this.#root.dataset['all']}${query}`;
    if (this.#own.size > 0) {
      location.assign(address); // this page is about one value; the list of all takes the choice on
      return;
    }
    history.pushState(null, '', address);
    void this.#show();
  }

  #choice(): Choice {
    return location.search ? new Map(new URLSearchParams(location.search)) : new Map(this.#own);
  }

  async #show(): Promise<void> {
    const choice = this.#choice();
    this.#mark(choice);
    this.#pager.hidden = location.search !== '';
    if (!location.search) {
      this.#status.replaceChildren(...this.#before.status);
      this.#list.replaceChildren(...this.#before.list);
      return;
    }
    try {
      const rows = (await this.#load()).filter(({ values }) =>
        [...choice].every(([facet, value]) => values[facet as keyof typeof values] === value),
      );
      this.#present(rows);
    } catch {
      this.#rows = undefined;
      this.#status.textContent = 'The list could not be loaded. Reload the page.';
    }
  }

  #load(): Promise<RowData[]> {
    return (this.#rows ??= fetch(this.#root.dataset['rows'] ?? '').then((response) =>
      response.json(),
    ));
  }

  #mark(choice: Choice): void {
    for (const link of this.#links) {
      if (choice.get(facetOf(link)) === valueOf(link)) {
        link.setAttribute('aria-current', 'true');
        link.closest('section details')?.setAttribute('open', '');
      } else link.removeAttribute('aria-current');
    }
  }

  #present(rows: RowData[]): void {
    const names = this.#links.filter(isCurrent).map((link) => link.textContent?.trim() ?? '');
    const all = element('a', { href: this.#root.dataset['all'] }, 'Show all');
    this.#status.replaceChildren(`${countText(rows.length)} · ${names.join(', ')} `, all);
    this.#list.replaceChildren(
      element('ul', { class: 'rows' }, ...rows.slice(0, mostShown).map(rowItem)),
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

function countText(count: number): string {
  if (count === 0) return 'No incident is all of that';
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
