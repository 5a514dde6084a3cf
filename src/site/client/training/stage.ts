import { element } from '../elements.ts';
import type { PlayedStep } from './played-step.ts';
import { pressTwice } from './press-twice.ts';
import { soFar } from './so-far.ts';
import { setAway } from './step-view.ts';
import { labels, notKept } from './words.ts';

export interface StageActs {
  startAgain: () => void;
  keys: () => void;
}

/** A step as it is shown. */
export interface Scene {
  step: PlayedStep;
  /** The steps of the drill before it. */
  before: readonly PlayedStep[];
  /** Whether what was known before is to be read again. */
  isOpen: boolean;
  /** "Step 3 of 11". */
  howFar: string;
  at: number;
  of: number;
}

/** What stands where a round ends. */
export interface Ending {
  parts: HTMLElement[];
  /** Below what is to be taken away, which is shown if there is any of it. */
  after?: HTMLElement[];
}

/** The page of a drill around its steps: how far one is, what is known so far, what is said, the end. */
export class Stage {
  readonly restart = element('button', { type: 'button', class: 'link' }, labels.startAgain);
  readonly #article: HTMLElement;
  readonly #steps: readonly PlayedStep[];
  readonly #howFar = element('span', { class: 'how-far' });
  readonly #meter = element('progress', { 'aria-label': 'How far you are' });
  readonly #top: HTMLElement;
  readonly #before = element('div');
  /** Spoken, not seen. */
  readonly #said = element('p', { class: 'unseen', role: 'status' });
  readonly #end = element('section', { class: 'end', 'aria-labelledby': 'end' });
  readonly #after = element('div', { class: 'end' });

  constructor(article: HTMLElement, steps: readonly PlayedStep[], acts: StageActs) {
    this.#article = article;
    this.#steps = steps;
    pressTwice(this.restart, labels.startAgainSure, acts.startAgain);
    const keys = element('button', { type: 'button', class: 'link keys' }, labels.keys);
    keys.setAttribute('aria-keyshortcuts', '?');
    keys.addEventListener('click', acts.keys);
    this.#top = element('div', { class: 'top' }, this.#howFar, this.#meter, this.restart, keys);
  }

  /** Makes the page one to be played, with `bar` below the step. */
  begin(bar: HTMLElement): void {
    this.#article.setAttribute('data-running', '');
    this.#part('opening')?.before(this.#top, this.#before);
    this.#part('summary')?.before(bar, this.#said);
    this.#away('summary', true);
  }

  say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  sayNotKept(): void {
    if (this.#article.querySelector('[data-not-kept]')) return;
    this.#top.before(
      element('p', { class: 'notice', role: 'status', 'data-not-kept': '' }, notKept),
    );
  }

  show({ step, before, isOpen, howFar, at, of }: Scene): void {
    this.#clear(step);
    this.#away('opening', before.length > 0);
    this.#away('take-away', true);
    this.#top.hidden = false;
    this.#howFar.textContent = howFar;
    this.#meter.max = of;
    this.#meter.value = at;
    if (before.length === 0) return;
    const known = soFar(this.#part('opening'), before);
    known.open = isOpen;
    this.#before.append(known);
  }

  showEnd({ parts, after }: Ending): void {
    this.#clear(undefined);
    this.#away('opening', true);
    this.#away('take-away', after === undefined);
    this.#top.hidden = true;
    const heading = element('h2', { id: 'end', tabindex: '-1' }, labels.end);
    this.#end.replaceChildren(heading, ...parts);
    const takeAway = this.#part('take-away');
    takeAway?.before(this.#end);
    if (!after) return;
    this.#after.replaceChildren(...after);
    takeAway?.after(this.#after);
    const details = takeAway?.querySelector('details');
    if (details) details.open = true;
  }

  /** Moves the focus to the question, or to the heading of the end, and what belongs to it into sight. */
  focus(step: PlayedStep | undefined): void {
    const focused = step?.section ?? this.#end.querySelector('h2');
    focused?.focus({ preventScroll: true });
    (step ? this.#top : this.#end).scrollIntoView({ block: 'start' });
  }

  #clear(shown: PlayedStep | undefined): void {
    for (const one of this.#steps) setAway(one.section, one !== shown);
    this.say('');
    this.#before.replaceChildren();
    this.#end.remove();
    this.#after.remove();
  }

  #away(name: string, isAway: boolean): void {
    const part = this.#part(name);
    if (part) setAway(part, isAway);
  }

  #part(name: string): HTMLElement | null {
    return this.#article.querySelector<HTMLElement>(`:scope > [data-part="${name}"]`);
  }
}
