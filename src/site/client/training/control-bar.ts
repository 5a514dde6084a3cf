import { element } from '../elements.ts';
import { labels } from './words.ts';

/** What the bar below a step offers. */
export interface BarActs {
  back: () => void;
  hint: () => void;
  next: () => void;
}

/** What the bar shows at a step. */
export interface BarState {
  /** What came of the answer. */
  verdict?: string;
  canGoBack: boolean;
  hasHint: boolean;
  /** The words of the way on, once there is one. */
  next?: string;
}

/** The bar below a step: what came of the answer, and the ways on. */
export class ControlBar {
  readonly element: HTMLElement;
  readonly #verdict = element('p', { class: 'verdict' });
  readonly #back: HTMLButtonElement;
  readonly #hint: HTMLButtonElement;
  readonly #next: HTMLButtonElement;

  constructor(acts: BarActs) {
    this.#back = button(labels.back, acts.back, {
      class: 'second',
      'aria-keyshortcuts': 'ArrowLeft',
    });
    this.#hint = button(labels.hint, acts.hint, { class: 'second', 'aria-keyshortcuts': 'h' });
    this.#next = button(labels.next, acts.next, { 'aria-keyshortcuts': 'ArrowRight' });
    const ways = element('p', { class: 'acts' }, this.#back, this.#hint, this.#next);
    this.element = element('div', { class: 'turn' }, this.#verdict, ways);
  }

  show({ verdict = '', canGoBack, hasHint, next }: BarState): void {
    this.element.hidden = !canGoBack && !hasHint && next === undefined;
    this.#verdict.textContent = verdict;
    this.#back.hidden = !canGoBack;
    this.#hint.hidden = !hasHint;
    this.#next.hidden = next === undefined;
    if (next !== undefined) this.#next.textContent = next;
  }

  focusNext(): void {
    this.#next.focus({ preventScroll: true });
  }
}

function button(
  text: string,
  act: () => void,
  attributes: Record<string, string>,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}
