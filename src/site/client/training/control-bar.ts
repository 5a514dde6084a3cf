import { element } from '../elements.ts';
import { labels } from './words.ts';

/** What the bar below a step offers. */
export interface BarActs {
  back: () => void;
  next: () => void;
}

/** What the bar shows at a step. */
export interface BarState {
  /** What came of the answer. */
  verdict?: string;
  canGoBack: boolean;
  /** The words of the way on, once there is one. */
  next?: string;
}

/** The bar below a step: what came of the answer, and the ways on. */
export class ControlBar {
  readonly element: HTMLElement;
  readonly #verdict = element('p', { class: 'verdict' });
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;

  constructor(acts: BarActs) {
    this.#back = button(labels.back, acts.back, {
      class: 'second',
      'aria-keyshortcuts': 'ArrowLeft',
    });
    this.#next = button(labels.next, acts.next, { 'aria-keyshortcuts': 'ArrowRight' });
    const ways = element('p', { class: 'acts' }, this.#back, this.#next);
    this.element = element('div', { class: 'turn' }, this.#verdict, ways);
  }

  show({ verdict = '', canGoBack, next }: BarState): void {
    this.element.hidden = !canGoBack && next === undefined;
    this.element.toggleAttribute('data-on', next !== undefined);
    this.#verdict.textContent = verdict;
    this.#back.hidden = !canGoBack;
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
