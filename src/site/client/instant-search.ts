import type { Hit } from '#search/query/hit.ts';
import type { Answer } from '#search/query/searcher.ts';
import { correctedLine, unquotedLine } from './corrected-line.ts';
import { element } from './elements.ts';
import { markedText } from './marked-text.ts';
import { addressOf, isWordOpen, plainQuestion } from './question.ts';
import { RecentSearches } from './recent-searches.ts';
import { ownHref } from './result-item.ts';
import type { DialogParts } from './search-dialog.ts';
import { SearchEngine, troubleText } from './search-engine.ts';

const shownHits = 6;
/** Sections are named below the first hits, two of each. */
const hitsWithSections = 3;
const shownSections = 2;
const typingPause = 150;
/** A reader is told what was found once the keys rest, not with each of them. */
const spokenPause = 600;

/** Results while something is typed: a box with a list below it, as ARIA's combobox pattern has it. */
export class InstantSearch {
  readonly #parts: DialogParts;
  readonly #searchHref: string;
  readonly #engine: SearchEngine;
  readonly #recent: RecentSearches;
  #options: HTMLElement[] = [];
  /** The position of the option that Enter takes; -1 for the question itself. */
  #active = -1;
  /** Counts what was asked: an answer that comes late must not replace a newer one. */
  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parts: DialogParts,
    { siteHref, searchHref }: { siteHref: string; searchHref: string },
  ) {
    this.#parts = parts;
    this.#searchHref = searchHref;
    this.#engine = new SearchEngine(siteHref);
    this.#recent = new RecentSearches(siteHref);
  }

  start(): void {
    const { input, dialog, list, clear } = this.#parts;
    input.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#update(), typingPause);
    });
    input.addEventListener('keydown', (event) => this.#pressed(event));
    list.addEventListener('click', (event) => this.#taken(event));
    clear.addEventListener('click', () => {
      this.#recent.clear();
      input.focus();
      void this.#update();
    });
    // Without a question it was left at, it opens with the recent ones.
    dialog.addEventListener('toggle', () => void this.#update());
    this.#engine.load().catch(() => this.#engine.forget());
    void this.#update();
  }

  async #update(): Promise<void> {
    const turn = (this.#turn += 1);
    const words = this.#parts.input.value;
    if (words.trim() === '') {
      this.#showRecent();
      return;
    }
    try {
      const searcher = await this.#engine.load();
      if (turn !== this.#turn) return;
      const answer = await searcher.ask(words, { isTyping: isWordOpen(words) });
      const hits = answer.terms.length > 0 ? await answer.hits(0, shownHits) : [];
      if (turn === this.#turn) this.#showAnswer(words.trim(), answer, hits);
    } catch (error) {
      this.#engine.forget();
      if (turn === this.#turn) this.#show([], [troubleText(error)], troubleText(error));
    }
  }

  #showRecent(): void {
    const recent = this.#recent.list();
    const options = recent.map((words) =>
      option(
        this.#searchHref + addressOf(plainQuestion(words)),
        'recent',
        element('bdi', {}, words),
      ),
    );
    for (const [at, made] of options.entries()) made.dataset['words'] = recent[at];
    this.#show(options, [], recent.length > 0 ? `${recent.length} recent searches` : '');
    this.#parts.clear.hidden = recent.length === 0;
  }

  #showAnswer(words: string, answer: Answer, hits: readonly Hit[]): void {
    if (answer.terms.length === 0) {
      this.#show([], ['Write what happens, in a few words.'], '');
      return;
    }
    const { count, isAnswered, corrections, unquoted } = answer;
    const all = count > hits.length ? `All ${count} results` : 'Open as a page';
    const further = count === 0 ? 'What else you can do' : all;
    const options = [
      ...hits.flatMap(hitOptions),
      option(this.#searchHref + addressOf(plainQuestion(words)), 'all', further),
    ];
    const doubt =
      count === 0 ? 'Nothing found. ' : 'Nothing here answers this for sure. The nearest: ';
    const note = [
      ...(isAnswered ? [] : [doubt]),
      ...unquotedLine(unquoted),
      ...correctedLine(words, corrections),
    ];
    const spoken = `${note.map(textOf).join('')} ${count === 1 ? 'One result' : `${count} results`}`;
    this.#show(options, note, spoken);
  }

  #show(options: HTMLElement[], said: (Node | string)[], spoken: string): void {
    const { input, list, note, clear, status } = this.#parts;
    for (const [at, made] of options.entries()) made.id = `found-over-${at}`;
    this.#options = options;
    list.replaceChildren(...options);
    list.scrollTo(0, 0);
    note.replaceChildren(...said);
    note.hidden = said.length === 0;
    clear.hidden = true;
    input.setAttribute('aria-expanded', String(options.length > 0));
    this.#activate(-1);
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      status.textContent = spoken;
    }, spokenPause);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const next = movedTo(event.key, this.#active, this.#options.length);
    if (next !== undefined) {
      event.preventDefault();
      this.#activate(next);
    } else if (event.key === 'Enter') {
      const active = this.#options[this.#active];
      if (!active) return; // the form leads to the search page
      event.preventDefault();
      active.click();
    }
  }

  #activate(position: number): void {
    const { input } = this.#parts;
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = position;
    const active = this.#options[position];
    active?.setAttribute('aria-selected', 'true');
    active?.scrollIntoView({ block: 'nearest' });
    if (active) input.setAttribute('aria-activedescendant', active.id);
    else input.removeAttribute('aria-activedescendant');
  }

  /** A recent question is asked again at once; every other option is a link. */
  #taken(event: MouseEvent): void {
    const taken = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (!taken || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { dialog, input } = this.#parts;
    const { words } = taken.dataset;
    if (words === undefined) {
      this.#recent.add(input.value);
      dialog.close();
      return;
    }
    event.preventDefault();
    input.value = words;
    input.focus();
    void this.#update();
  }
}

/** Where an arrow key leads: down from the last option and up from the first to the box itself, -1. */
export function movedTo(key: string, position: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return position + 1 < count ? position + 1 : -1;
  if (key === 'ArrowUp') return position < 0 ? count - 1 : position - 1;
  return undefined;
}

function hitOptions({ url, title, kind, excerpt, sections }: Hit, place: number): HTMLElement[] {
  const plainTitle = title.map(({ text }) => text).join('');
  return [
    option(
      ownHref(url),
      'page',
      element(
        'span',
        { class: 'head' },
        element('strong', { dir: 'auto' }, ...markedText(title)),
        element('small', {}, kind),
      ),
      element('span', { class: 'excerpt', dir: 'auto' }, ...markedText(excerpt)),
    ),
    ...sections.slice(0, place < hitsWithSections ? shownSections : 0).map((section) => {
      const made = option(ownHref(section.url), 'part', section.title);
      made.setAttribute('aria-label', `${section.title}, in ${plainTitle}`);
      return made;
    }),
  ];
}

/** A link, so that it can be opened elsewhere; the keyboard stays in the box. */
function option(href: string, kind: string, ...children: (Node | string)[]): HTMLElement {
  const attributes = {
    href,
    class: kind,
    role: 'option',
    tabindex: '-1',
    'aria-selected': 'false',
  };
  return element('a', attributes, ...children);
}

function textOf(piece: Node | string): string {
  return typeof piece === 'string' ? piece : (piece.textContent ?? '');
}
