import { renderFacets, type Chosen } from './facets.ts';
import { foldOnSmallScreens } from './fold.ts';
import {
  loadPagefind,
  type FilterCounts,
  type Pagefind,
  type SearchAnswer,
} from './pagefind-api.ts';
import { addressOf, questionIn, type Question } from './question.ts';
import { resultItem } from './result-item.ts';

const perPage = 10;

type Searcher = Pick<Pagefind, 'search'>;

interface CountedAnswer {
  results: SearchAnswer['results'];
  counts: FilterCounts;
}

/** The parts of the search page that change. */
interface Parts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  found: HTMLElement;
  status: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  facets: HTMLElement;
}

/**
 * The search page at work. The address holds the question and the facets, so that it can be shared,
 * bookmarked and gone back to; what is shown always follows from the address.
 */
export class SearchSession {
  readonly #parts: Parts;
  #pagefind: Promise<Searcher> | undefined;
  /** Counts what was asked: an answer that comes late must not replace a newer one. */
  #turn = 0;
  #rest: SearchAnswer['results'] = [];

  constructor(form: HTMLFormElement, found: HTMLElement) {
    const part = <Kind extends HTMLElement>(name: string) =>
      found.querySelector<Kind>(`[data-${name}]`)!;
    this.#parts = {
      form,
      input: form.querySelector('input')!,
      found,
      status: part('status'),
      list: part('results'),
      more: part('more'),
      facets: part('facets'),
    };
  }

  start(): void {
    const { form, input, found, more } = this.#parts;
    foldOnSmallScreens(found);
    input.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ words: input.value.trim(), chosen: {} });
    });
    input.addEventListener('search', () => {
      if (input.value === '') this.#go({ words: '', chosen: {} });
    });
    more.addEventListener('click', () => void this.#showMore('below'));
    addEventListener('popstate', () => void this.#show());
    if (location.search) void this.#show();
    else input.focus();
  }

  #load(): Promise<Searcher> {
    return (this.#pagefind ??= loadPagefind(this.#parts.form.dataset['index'] ?? '/pagefind/'));
  }

  #go(question: Question): void {
    const address = addressOf(question);
    if (address !== location.search) history.pushState(null, '', address || location.pathname);
    void this.#show();
  }

  async #show(): Promise<void> {
    const turn = (this.#turn += 1);
    const question = questionIn(location.search);
    const { input, found, status, list, more } = this.#parts;
    input.value = question.words;
    found.hidden = addressOf(question) === '';
    if (found.hidden) return;
    status.textContent = 'Searching…';
    try {
      const answer = await ask(await this.#load(), question);
      if (turn === this.#turn) await this.#present(answer, question);
    } catch {
      this.#pagefind = undefined;
      status.textContent =
        'The search index could not be loaded. Reload the page, or browse below.';
      list.replaceChildren();
      more.hidden = true;
    }
  }

  async #present({ results, counts }: CountedAnswer, { words, chosen }: Question): Promise<void> {
    const { status, facets } = this.#parts;
    status.textContent = countText(results.length);
    renderFacets(facets, counts, chosen, (next) => this.#go({ words, chosen: next }));
    this.#rest = results;
    await this.#showMore('instead');
  }

  /** Shows the next results below or in place of those that are there, once they are loaded. */
  async #showMore(where: 'below' | 'instead'): Promise<void> {
    const turn = this.#turn;
    const { list, more } = this.#parts;
    const cut = this.#rest.slice(0, perPage);
    this.#rest = this.#rest.slice(perPage);
    const data = await Promise.all(cut.map((result) => result.data()));
    if (turn !== this.#turn) return;
    if (where === 'instead') list.replaceChildren();
    list.append(...data.map(resultItem));
    more.hidden = this.#rest.length === 0;
  }
}

/**
 * The answer, and how many results each value would have: values of a facet widen each other, so the
 * counts of a facet are those without its own choice.
 */
async function ask(pagefind: Searcher, { words, chosen }: Question): Promise<CountedAnswer> {
  const search = (choice: Chosen) => {
    const filters = Object.entries(choice).map(
      ([name, values]) => [name, { any: values }] as const,
    );
    return pagefind.search(words === '' ? null : words, { filters: Object.fromEntries(filters) });
  };
  const { results, filters } = await search(chosen);
  const counts = { ...filters };
  for (const name of Object.keys(chosen)) {
    const { [name]: own, ...others } = chosen;
    const widened = own && (await search(others)).filters[name];
    if (widened) counts[name] = widened;
  }
  return { results, counts };
}

function countText(count: number): string {
  if (count === 0) return 'Nothing found. Try fewer or other words.';
  return count === 1 ? 'One result' : `${count} results`;
}
