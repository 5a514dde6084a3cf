import { element } from './elements.ts';
import { excerptNodes } from './excerpt.ts';
import { renderFacets, type Chosen } from './facets.ts';
import { foldOnSmallScreens } from './fold.ts';
import { loadPagefind, type Pagefind, type ResultData, type SearchAnswer } from './pagefind-api.ts';

/* The search page: the address holds the question and the facets, so it can be shared and goes back. */

const perPage = 10;

const form = document.querySelector<HTMLFormElement>('[data-search]');
const found = document.querySelector<HTMLElement>('[data-found]');
if (form && found) start(form, found);

function start(form: HTMLFormElement, found: HTMLElement): void {
  const input = form.querySelector('input')!;
  const status = found.querySelector<HTMLElement>('[data-status]')!;
  const list = found.querySelector<HTMLElement>('[data-results]')!;
  const more = found.querySelector<HTMLButtonElement>('[data-more]')!;
  const facets = found.querySelector<HTMLElement>('[data-facets]')!;
  foldOnSmallScreens(found);
  let pagefind: Promise<Pagefind> | undefined;
  let latest = 0;
  let rest: SearchAnswer['results'] = [];

  const load = () => (pagefind ??= loadPagefind(form.dataset['index'] ?? '/pagefind/'));
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(new URLSearchParams({ q: input.value.trim() }));
  });
  input.addEventListener('search', () => {
    if (input.value === '') go(new URLSearchParams());
  });
  more.addEventListener('click', () => void showMore());
  addEventListener('popstate', () => void show());
  if (location.search) void show();
  else input.focus();

  function go(parameters: URLSearchParams): void {
    const search =
      parameters.get('q') || parameters.size > 1 ? `?${parameters}` : location.pathname;
    if (search !== location.search) history.pushState(null, '', search);
    void show();
  }

  async function show(): Promise<void> {
    const turn = (latest += 1);
    const { query, chosen } = asked();
    input.value = query;
    found.hidden = query === '' && Object.keys(chosen).length === 0;
    if (found.hidden) return;
    status.textContent = 'Searching…';
    try {
      const answer = await ask(await load(), query, chosen);
      if (turn === latest) await present(answer, chosen);
    } catch {
      status.textContent =
        'The search index could not be loaded. Reload the page, or browse below.';
      list.replaceChildren();
      more.hidden = true;
    }
  }

  async function present(answer: SearchAnswer, chosen: Chosen): Promise<void> {
    const { results } = answer;
    status.textContent = countText(results.length);
    renderFacets(facets, answer, chosen, (next) => go(parametersOf(asked().query, next)));
    rest = results;
    await showMore('instead');
  }

  /** Shows the next results below or in place of those that are there, once they are loaded. */
  async function showMore(where: 'below' | 'instead' = 'below'): Promise<void> {
    const turn = latest;
    const cut = rest.slice(0, perPage);
    rest = rest.slice(perPage);
    const data = await Promise.all(cut.map((result) => result.data()));
    if (turn !== latest) return;
    if (where === 'instead') list.replaceChildren();
    list.append(...data.map(resultItem));
    more.hidden = rest.length === 0;
  }
}

function asked(): { query: string; chosen: Chosen } {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('q')?.slice(0, 1000) ?? '';
  parameters.delete('q');
  const chosen: Chosen = {};
  for (const [name, value] of parameters) (chosen[name] ??= []).push(value);
  return { query, chosen };
}

function parametersOf(query: string, chosen: Chosen): URLSearchParams {
  const parameters = new URLSearchParams({ q: query });
  for (const [name, values] of Object.entries(chosen)) {
    for (const value of values) parameters.append(name, value);
  }
  return parameters;
}

function ask(pagefind: Pagefind, query: string, chosen: Chosen): Promise<SearchAnswer> {
  const filters = Object.fromEntries(
    Object.entries(chosen).map(([name, values]) => [name, { any: values }]),
  );
  return pagefind.search(query === '' ? null : query, { filters });
}

function countText(count: number): string {
  if (count === 0) return 'Nothing found. Try fewer or other words.';
  return count === 1 ? 'One result' : `${count} results`;
}

function resultItem({ url, excerpt, meta, sub_results }: ResultData): HTMLElement {
  const parts = sub_results.filter(({ anchor }) => anchor).slice(0, 3);
  return element(
    'li',
    {},
    element('a', { class: 'title', href: safeHref(url) }, meta['title'] ?? url),
    ...(meta['kind'] ? [element('p', { class: 'kind' }, meta['kind'])] : []),
    element('p', {}, ...excerptNodes(excerpt)),
    ...(parts.length > 0
      ? [
          element(
            'ul',
            { class: 'parts' },
            ...parts.map((part) =>
              element('li', {}, element('a', { href: safeHref(part.url) }, part.title)),
            ),
          ),
        ]
      : []),
  );
}

/** The index is our own, but an address is followed only if it stays on this site. */
function safeHref(url: string): string {
  const address = new URL(url, location.href);
  return address.origin === location.origin ? address.pathname + address.hash : '#';
}
