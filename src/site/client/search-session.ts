import type { Chosen, FacetCounts } from '#search/query/facet-counts.ts';
import type { Hit } from '#search/query/hit.ts';
import type { Answer, Searcher } from '#search/query/searcher.ts';
import { correctedLine, unquotedLine } from './corrected-line.ts';
import { chosenCount, renderFacets } from './facets.ts';
import { foldOnSmallScreens } from './fold.ts';
import { addressOf, isWordOpen, plainQuestion, questionIn, type Question } from './question.ts';
import { RecentSearches } from './recent-searches.ts';
import { resultItem } from './result-item.ts';
import { SearchEngine, troubleText } from './search-engine.ts';
import { UnansweredNotice } from './unanswered-notice.ts';

const perPage = 10;
/** Pauses between two keys are shorter. */
const typingPause = 150;

/** An answer with what is shown of it. */
interface Shown {
  question: Question;
  answer: Answer;
  hits: Hit[];
  counts: FacetCounts;
}

/**
 * The search page at work. The address holds the question and the facets, so that it can be shared,
 * bookmarked and gone back to; what is shown follows from it, and ahead of it while something is typed.
 */
export class SearchSession {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #found: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #recent: RecentSearches;
  readonly #unanswered: UnansweredNotice;
  readonly #part: <Kind extends HTMLElement>(name: string) => Kind;
  /** Counts what was asked: an answer that comes late must not replace a newer one. */
  #turn = 0;
  #shown: Shown | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, found: HTMLElement) {
    const siteHref = form.dataset['site'] ?? '/';
    this.#form = form;
    this.#input = form.querySelector('input')!;
    this.#found = found;
    this.#engine = new SearchEngine(siteHref);
    this.#recent = new RecentSearches(siteHref);
    this.#part = <Kind extends HTMLElement>(name: string) =>
      document.querySelector<Kind>(`[data-${name}]`)!;
    this.#unanswered = new UnansweredNotice(this.#part('unanswered'));
  }

  start(): void {
    foldOnSmallScreens(this.#found);
    const input = this.#input;
    input.addEventListener('focus', () => this.#preload(), { once: true });
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('change', () => this.#submit());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#part('more').addEventListener('click', () => void this.#showMore());
    this.#part('again').addEventListener('click', () => void this.#show());
    this.#part('widen').addEventListener('click', () => this.#widen());
    this.#part('recent-clear').addEventListener('click', () => this.#forget());
    for (const name of ['corrected', 'recent']) {
      this.#part(name).addEventListener('click', (event) => this.#follow(event));
    }
    addEventListener('popstate', () => void this.#show());
    void this.#show();
    if (!location.search && matchMedia('(hover: hover)').matches) input.focus();
  }

  #preload(): void {
    this.#engine.load().catch(() => this.#engine.forget());
  }

  /** Answers come while the question is typed; it goes into the address once it is meant. */
  #typed(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const { chosen } = questionIn(location.search);
      void this.#answer(questionWith(this.#input.value.trim(), chosen), 'typing');
    }, typingPause);
  }

  #submit(): void {
    clearTimeout(this.#typing);
    const words = this.#input.value.trim();
    const current = questionIn(location.search);
    this.#go(words === current.words ? current : questionWith(words, current.chosen));
  }

  /** Links to another question change this page. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#go(questionIn(link.search));
    this.#part('status').focus();
  }

  #widen(): void {
    this.#go(questionWith(questionIn(location.search).words, {}));
    this.#part('status').focus();
  }

  #forget(): void {
    this.#recent.clear();
    this.#showRecent();
    this.#input.focus();
  }

  #go(question: Question): void {
    const address = addressOf(question);
    if (address !== location.search) history.pushState(null, '', address || location.pathname);
    void this.#show();
  }

  async #show(): Promise<void> {
    const question = questionIn(location.search);
    this.#input.value = question.words;
    this.#recent.add(question.words);
    await this.#answer(question, 'meant');
  }

  async #answer(question: Question, how: 'typing' | 'meant'): Promise<void> {
    const turn = (this.#turn += 1);
    const isTyping = how === 'typing' && isWordOpen(this.#input.value);
    this.#found.hidden = addressOf(question) === '';
    this.#showRecent();
    if (this.#found.hidden) return;
    if (!this.#shown) this.#part('status').textContent = 'Searching…';
    try {
      const shown = await asked(await this.#engine.load(), question, isTyping);
      if (turn === this.#turn) this.#present(shown);
    } catch (error) {
      this.#engine.forget();
      if (turn === this.#turn) this.#presentTrouble(error);
    }
  }

  #present(shown: Shown): void {
    const { question, answer, hits, counts } = shown;
    this.#shown = shown;
    this.#part('trouble').hidden = true;
    this.#part('status').textContent = statusText(question, answer);
    const literally = addressOf({ ...question, isLiteral: true });
    const { corrections, unquoted } = answer;
    this.#part('corrected').hidden = corrections.length + unquoted.length === 0;
    this.#part('corrected').replaceChildren(
      ...unquotedLine(unquoted),
      ...correctedLine(question.words, corrections, literally),
    );
    this.#unanswered.show(question, answer);
    const choose = (chosen: Chosen) => this.#go({ ...question, chosen });
    renderFacets(this.#part('facets'), counts, question.chosen, choose);
    const chosen = chosenCount(question.chosen);
    this.#part('widen').hidden = chosen === 0;
    this.#part('narrow').hidden = this.#part('facets').childElementCount === 0;
    this.#found.querySelector('summary')!.textContent =
      chosen > 0 ? `Narrow down (${chosen})` : 'Narrow down';
    this.#part('results').replaceChildren(...hits.map(resultItem));
    this.#part('more').hidden = hits.length >= countOf(question, answer);
  }

  #presentTrouble(error: unknown): void {
    this.#shown = undefined;
    this.#part('status').textContent = 'The search does not work at the moment.';
    this.#part('trouble').hidden = false;
    this.#part('trouble-text').textContent = troubleText(error);
    for (const name of ['corrected', 'unanswered', 'more', 'narrow'])
      this.#part(name).hidden = true;
    this.#part('results').replaceChildren();
  }

  /** Puts the next results below, and leads to the first of them. */
  async #showMore(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { question, answer, hits } = shown;
    const list = this.#part('results');
    try {
      const next = await answer.hits(hits.length, hits.length + perPage);
      if (shown !== this.#shown) return;
      const items = next.map(resultItem);
      list.append(...items);
      this.#shown = { ...shown, hits: [...hits, ...next] };
      history.replaceState({ results: this.#shown.hits.length }, '');
      this.#part('more').hidden = this.#shown.hits.length >= countOf(question, answer);
      this.#part('status').textContent = `${this.#shown.hits.length} of ${answer.count} results`;
      items[0]?.querySelector('a')?.focus();
    } catch (error) {
      this.#engine.forget();
      this.#presentTrouble(error);
    }
  }

  #showRecent(): void {
    const recent = this.#found.hidden ? this.#recent.list() : [];
    this.#part('recent').hidden = recent.length === 0;
    this.#part('recent-list').replaceChildren(...recent.map(recentItem));
  }
}

function questionWith(words: string, chosen: Chosen): Question {
  return { ...plainQuestion(words), chosen };
}

/** Facets that this index does not have, such as what mailings add to addresses, narrow nothing down. */
async function asked(searcher: Searcher, question: Question, isTyping: boolean): Promise<Shown> {
  const names = Object.keys(question.chosen).length > 0 ? await searcher.facetNames() : [];
  const chosen = Object.fromEntries(
    Object.entries(question.chosen).filter(([name]) => names.includes(name)),
  );
  const { words, isLiteral } = question;
  const answer = await searcher.ask(words, { chosen, isTyping, isLiteral });
  const count = countOf(question, answer);
  const [hits, counts] = await Promise.all([
    answer.hits(0, Math.min(count, resultsBefore() ?? perPage)),
    count > 0 || chosenCount(chosen) > 0 ? answer.counts() : {},
  ]);
  return { question: { ...question, chosen }, answer, hits, counts };
}

/** How many results there were when this address was left. */
function resultsBefore(): number | undefined {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'results' in state;
  return isOurs && typeof state.results === 'number' ? state.results : undefined;
}

/** Without a word to search for all pages come back, which answers those who chose facets only. */
function countOf(question: Question, answer: Answer): number {
  return hasNoWord(question, answer) ? 0 : answer.count;
}

function hasNoWord({ words }: Question, { terms }: Answer): boolean {
  return words !== '' && terms.length === 0;
}

function statusText(question: Question, answer: Answer): string {
  if (hasNoWord(question, answer)) {
    return 'There is no word in this to search for. Write what happens, in a few words.';
  }
  const { count, isAnswered } = answer;
  if (count === 0) return 'Nothing found.';
  if (!isAnswered)
    return `No sure answer. ${count === 1 ? 'One page comes' : `${count} pages come`} near.`;
  return count === 1 ? 'One result' : `${count} results`;
}

function recentItem(words: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = addressOf(plainQuestion(words));
  link.dir = 'auto';
  link.textContent = words;
  item.append(link);
  return item;
}
