import { element } from '../elements.ts';
import type { KeptProgress } from './kept-progress.ts';
import type { ListedRow } from './listed-drills.ts';
import { pressTwice } from './press-twice.ts';
import { largestFile, progressFile, readProgressFile, takenFrom } from './progress-file.ts';
import type { Progress } from './progress.ts';
import { standingOf } from './round.ts';
import {
  forgotten,
  labels,
  nothingBack,
  notKeptHere,
  ownLead,
  questions,
  quoted,
  refusals,
  takenText,
} from './words.ts';

/** One's own training: what has come back, notes, and the ways to take it along or to forget it. */
export class OwnPanel {
  readonly #section: HTMLElement;
  readonly #kept: KeptProgress;
  readonly #changed: () => void;
  readonly #content = element('div');
  readonly #said = element('p', { role: 'status', class: 'quiet' });
  readonly #save = element('a', { class: 'choice', download: 'fixlore-training.json' });
  readonly #ways = element('details', { class: 'ways' });

  constructor(section: HTMLElement, kept: KeptProgress, changed: () => void) {
    this.#section = section;
    this.#kept = kept;
    this.#changed = changed;
    section.setAttribute('aria-labelledby', 'own');
    const heading = element('h2', { id: 'own' }, labels.own);
    this.#build();
    section.replaceChildren(heading, this.#content, this.#ways);
    section.hidden = false;
  }

  show(rows: readonly ListedRow[], day: string): void {
    const all = this.#kept.all();
    const isThere = rows.filter(({ incident }) => all.has(incident));
    const done = isThere.filter(({ incident }) => all.get(incident)?.done !== undefined).length;
    const standings = isThere.map((row) => ({
      row,
      ...standingOf(row.steps, all.get(row.incident)!, day),
    }));
    const due = standings.filter((one) => one.due > 0);
    const next = standings.flatMap((one) => one.next ?? []).sort()[0];
    const lead = element('p', {}, ownLead(done, rows.length));
    const back =
      due.length > 0
        ? [dueList(due)]
        : next === undefined
          ? []
          : [element('p', {}, nothingBack(day, next))];
    // Who has begun comes back for this, not for the first week.
    if (all.size > 0) document.querySelector('.week')?.before(this.#section);
    this.#content.replaceChildren(lead, ...back, ...notesList(isThere, all));
    this.#offer(all);
  }

  say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  #offer(all: ReadonlyMap<string, Progress>): void {
    const text = progressFile(all, new Date());
    this.#save.href = `data:application/json;charset=utf-8,${encodeURIComponent(text.toWellFormed())}`;
    this.#save.hidden = all.size === 0;
    for (const button of this.#ways.querySelectorAll<HTMLElement>('[data-forget]')) {
      button.hidden = all.size === 0;
    }
    this.#ways.querySelector('[data-where]')!.textContent = this.#kept.isKept()
      ? labels.where
      : notKeptHere;
  }

  #build(): void {
    this.#save.textContent = labels.save;
    const file = element('input', { type: 'file', accept: '.json,application/json' });
    file.addEventListener('change', () => void this.#take(file));
    const forget = element(
      'button',
      { type: 'button', class: 'second', 'data-forget': '', 'aria-live': 'polite' },
      labels.forget,
    );
    pressTwice(forget, labels.forgetSure, () => {
      this.#kept.forgetAll();
      this.say(forgotten);
      this.#changed();
    });
    const take = element('label', { class: 'take' }, element('span', {}, labels.take), file);
    this.#ways.append(
      element('summary', {}, labels.ways),
      element('p', { class: 'quiet', 'data-where': '' }),
      element('div', { class: 'acts' }, this.#save, take, forget),
      this.#said,
    );
  }

  async #take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const read =
      file.size > largestFile * 4 // of four bytes a character at the most
        ? ({ refused: 'too_large' } as const)
        : readProgressFile(await file.text());
    input.value = ''; // so that the same file can be chosen again
    if ('refused' in read) {
      this.say(refusals[read.refused]);
      return;
    }
    const taken = takenFrom(read, (incident, change) => this.#kept.change(incident, change));
    this.say(takenText(taken));
    this.#changed();
  }
}

function dueList(due: readonly { row: ListedRow; due: number }[]): HTMLElement {
  const items = due.map(({ row: { href, quote }, due: count }) =>
    element(
      'li',
      {},
      element('a', { href: `${href}?due` }, quoted(quote)),
      element('span', { class: 'quiet' }, ` ${questions(count)}`),
    ),
  );
  return element(
    'div',
    { class: 'notice due' },
    element('h3', {}, labels.dueToday),
    element('ul', { class: 'plain' }, ...items),
  );
}

function notesList(rows: readonly ListedRow[], all: ReadonlyMap<string, Progress>): HTMLElement[] {
  const noted = rows.flatMap(({ incident, href, quote }) => {
    const notes = all.get(incident)?.notes ?? '';
    return notes.trim() === '' ? [] : [{ href, quote, notes }];
  });
  if (noted.length === 0) return [];
  const items = noted.flatMap(({ href, quote, notes }) => [
    element('dt', {}, element('a', { href }, quoted(quote))),
    element('dd', { dir: 'auto' }, notes),
  ]);
  return [
    element(
      'details',
      { class: 'own-notes' },
      element('summary', {}, `${labels.notes} (${noted.length})`),
      element('dl', {}, ...items),
    ),
  ];
}
