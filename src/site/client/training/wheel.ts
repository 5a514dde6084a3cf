import { element } from '../elements.ts';
import type { ListedRow } from './listed-drills.ts';
import { spun } from './narrowing.ts';
import { labels, levelNames, questions, quoted, wheelStops } from './words.ts';

const turns = 4;
const milliseconds = 2200;

/** The wheel of the list: it stops at one of the drills that are left, and leads nowhere by itself. */
export class Wheel {
  readonly button = element('button', { type: 'button' }, labels.spin);
  readonly result = element('p', { class: 'stopped', role: 'status' });
  readonly #disc = element('span', { class: 'disc', 'aria-hidden': 'true' });
  readonly #random: () => number;
  readonly #left: () => readonly ListedRow[];
  #last: string | undefined;

  constructor(left: () => readonly ListedRow[], random: () => number = Math.random) {
    this.#left = left;
    this.#random = random;
    this.button.addEventListener('click', () => void this.#spin());
  }

  get element(): HTMLElement {
    const wheel = element('span', { class: 'wheel', 'aria-hidden': 'true' }, this.#disc);
    return element('div', { class: 'spin' }, wheel, this.button, this.result);
  }

  /** As many fields as there are drills left. */
  show(): void {
    const count = this.#left().length;
    this.button.disabled = count === 0;
    this.#disc.style.setProperty('--fields', String(Math.max(1, count)));
    this.result.replaceChildren();
  }

  async #spin(): Promise<void> {
    const left = this.#left();
    const ids = left.map(({ incident }) => incident);
    const id = spun(ids, this.#random, this.#last);
    const at = ids.indexOf(id ?? '');
    const row = left[at];
    if (!row) return;
    this.#last = id;
    this.button.disabled = true;
    this.result.replaceChildren();
    await this.#turnTo((at + 0.5) / left.length);
    this.button.disabled = false;
    this.button.focus({ preventScroll: true }); // it was lost while the button rested
    const about = [row.productName, levelNames[row.level] ?? row.level, questions(row.questions)];
    const link = element('a', { href: row.href }, quoted(row.quote));
    const quiet = element('span', { class: 'quiet' }, about.join(' · '));
    this.result.replaceChildren(`${wheelStops} `, link, ' ', quiet);
  }

  /** Turns until the part of the disc is at its top; at once where motion is not wanted. */
  async #turnTo(part: number): Promise<void> {
    const to = { rotate: `${Math.round(360 * (turns - part))}deg` };
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const duration = isCalm ? 0 : milliseconds;
    const turning = this.#disc.animate([{ rotate: '0deg' }, to], {
      duration,
      easing: 'cubic-bezier(0.15, 0.75, 0.2, 1)',
      fill: 'forwards',
    });
    await turning.finished;
  }
}
