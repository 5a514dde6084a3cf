import type { FacetTable } from '#views/internal/facet-table.ts';
import { pageLinks } from '#views/page.ts';
import { element } from './elements.ts';
import { FacetLinks } from './facet-links.ts';
import { foldOnSmallScreens } from './fold.ts';
import { countsBeside, narrowed, rowPlaces, type Choice } from './narrowing.ts';
import { pagerItems } from './pager.ts';
import { RowPages } from './row-pages.ts';

/** The parts of the page that follow the choice. */
const parts = ['status', 'chosen', 'list', 'pager'] as const;
type Part = (typeof parts)[number];

/**
 * The incident list at work. Its facets are links to lists of their own; with a script they combine: the
 * choice and the page go into the address, a table tells which incidents have it, and their rows come from
 * the plain lists.
 */
export class IncidentListing {
  readonly #root: HTMLElement;
  readonly #facets: FacetLinks;
  readonly #parts: Record<Part, HTMLElement>;
  /** What the page said by itself. */
  readonly #before: Record<Part, Node[]>;
  /** What the page itself is about. */
  readonly #own: Choice;
  readonly #pages = new RowPages();
  #table: Promise<FacetTable> | undefined;

  constructor(root: HTMLElement) {
    const part = (name: Part) => root.querySelector<HTMLElement>(`[data-${name}]`)!;
    const ofParts = <Item>(make: (name: Part) => Item) =>
      Object.fromEntries(parts.map((name) => [name, make(name)])) as Record<Part, Item>; // of each
    this.#root = root;
    this.#facets = new FacetLinks(root);
    this.#parts = ofParts(part);
    this.#before = ofParts((name) => [...part(name).childNodes]);
    this.#own = this.#facets.current();
  }

  start(): void {
    foldOnSmallScreens(this.#root);
    this.#root.addEventListener('click', (event) => void this.#follow(event));
    addEventListener('popstate', () => void this.#show());
    void this.#show();
  }

  /** Links to another choice change this page; all others lead away as ever. */
  async #follow(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (this.#own.size > 0 || link.origin + link.pathname !== location.origin + location.pathname) {
      return;
    }
    event.preventDefault();
    history.pushState(null, '', link.href);
    await this.#show();
    if (link.hasAttribute('data-value')) return; // it is still there, and has the focus
    this.#parts.status.focus();
    this.#root.scrollIntoView();
  }

  /** The choice of the address, or of the page itself. */
  #asked(): { choice: Choice; page: number } {
    const asked = new URLSearchParams(location.search);
    const facets = this.#facets.facets();
    const chosen = [...asked].filter(([name]) => facets.has(name));
    const page = Number.parseInt(asked.get('page') ?? '', 10);
    return { choice: new Map([...this.#own, ...chosen]), page: page >= 1 ? page : 1 };
  }

  #address(choice: Choice, page = 1): string {
    const query = new URLSearchParams([...choice]);
    if (page > 1) query.set('page', String(page));
    return `${this.#root.dataset['all']}${query.size > 0 ? `?${query}` : ''}`;
  }

  async #show(): Promise<void> {
    const { choice, page } = this.#asked();
    const asked = location.search;
    this.#facets.mark(choice, (next) => this.#address(next));
    if (choice.size === 0 && !this.#table) return; // the page as it is
    this.#root.ariaBusy = 'true';
    try {
      const table = await this.#load();
      if (asked !== location.search) return; // something else was asked in the meantime
      this.#facets.count(countsBeside(table, choice));
      const isPlain = choice.size === 0 || this.#own.size > 0;
      const shown = isPlain ? this.#before : await this.#narrow(table, choice, page);
      if (asked !== location.search) return;
      for (const name of parts) this.#parts[name].replaceChildren(...shown[name]);
    } catch {
      this.#table = undefined;
      this.#parts.status.textContent = 'The list could not be loaded. Reload the page.';
    }
    this.#root.ariaBusy = null;
  }

  #load(): Promise<FacetTable> {
    return (this.#table ??= fetch(this.#root.dataset['table'] ?? '').then((response) =>
      response.json(),
    ));
  }

  async #narrow(table: FacetTable, choice: Choice, page: number): Promise<Record<Part, Node[]>> {
    const found = narrowed(table, choice);
    const pages = Math.max(1, Math.ceil(found.length / table.rowsPerPage));
    const index = Math.min(page, pages) - 1;
    const from = index * table.rowsPerPage;
    const rows = await this.#rows(table, choice, found.slice(from, from + table.rowsPerPage));
    const links = pageLinks((number) => this.#address(choice, number), index, pages);
    return {
      status: [new Text(countText(found.length, table.count))],
      chosen: this.#chosen(choice),
      list: [element('ul', { class: 'rows' }, ...rows)],
      pager: pagerItems(links),
    };
  }

  #rows(table: FacetTable, choice: Choice, positions: number[]): Promise<Node[]> {
    const listed = rowPlaces(table, choice, positions);
    const href = listed && this.#facets.plainHref(listed.facet, listed.value);
    return href ? this.#pages.rows(href, listed.places) : Promise.resolve([]);
  }

  /** Each chosen value as a link that takes it out again. */
  #chosen(choice: Choice): Node[] {
    const without = (facet: string) => new Map([...choice].filter(([name]) => name !== facet));
    const chips = [...choice].map(([facet, value]) => {
      const text = this.#facets.textOf(facet, value);
      const href = this.#address(without(facet));
      return element('a', { class: 'chip', href, 'aria-label': `${text}, remove` }, text);
    });
    const all = element('a', { href: this.#root.dataset['all'] }, 'Show all');
    return chips.length > 1 ? [...chips, all] : chips;
  }
}

function countText(count: number, all: number): string {
  return count === 0 ? `None of ${all} incidents is all of that` : `${count} of ${all} incidents`;
}
