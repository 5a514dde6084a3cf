import { clockText, StopWatch } from './stop-watch.ts';

/** A drill that is told to a group: the lines so far, a clock, and notes for the leader. */
export class LedGroup {
  readonly #root: HTMLElement;
  readonly #lines: HTMLElement[];
  readonly #watch = new StopWatch();
  #shown = 1;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#lines = [...root.querySelectorAll<HTMLElement>('[data-line]')];
  }

  start(): void {
    this.#root.classList.add('led');
    this.#part('how').textContent =
      'Space or → shows the next line, ← takes it back, N shows the notes, T starts and stops the clock.';
    this.#part('stand').hidden = false;
    this.#on('next', () => this.#show(this.#shown + 1));
    this.#on('back', () => this.#show(this.#shown - 1));
    this.#on('toggle-notes', () => this.#toggleNotes());
    this.#on('timer', () => this.#toggleWatch());
    this.#on('reset', () => {
      this.#watch.reset(performance.now());
      this.#tick();
    });
    document.addEventListener('keydown', (event) => this.#key(event));
    setInterval(() => this.#tick(), 250);
    this.#show(1);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target, key } = event;
    const isInDialog = target instanceof Element && target.closest('dialog, input, textarea');
    const isOwnSpace = key === ' ' && target instanceof Element && target.closest('a, button');
    if (isInDialog || isOwnSpace) return;
    const does: Record<string, (() => void) | undefined> = {
      ' ': () => this.#show(this.#shown + 1),
      ArrowRight: () => this.#show(this.#shown + 1),
      ArrowLeft: () => this.#show(this.#shown - 1),
      n: () => this.#toggleNotes(),
      t: () => this.#toggleWatch(),
    };
    const action = does[key.length === 1 ? key.toLowerCase() : key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** Shows so many lines; the last of them is the one that is being read. */
  #show(count: number): void {
    const { length } = this.#lines;
    this.#shown = Math.min(Math.max(count, 1), length);
    for (const [at, line] of this.#lines.entries()) {
      line.hidden = at >= this.#shown;
      line.toggleAttribute('data-now', at === this.#shown - 1);
    }
    this.#part('place').textContent = `${this.#shown} of ${length}`;
    this.#part('record').hidden = this.#shown < length;
    this.#disable('back', this.#shown === 1);
    this.#disable('next', this.#shown === length);
    if (count > 1) this.#toLine();
  }

  #toLine(): void {
    this.#lines[this.#shown - 1]?.scrollIntoView({ block: 'center' });
  }

  /** A button that is at its end keeps the focus and says so. */
  #disable(name: string, isAtEnd: boolean): void {
    this.#part(name).setAttribute('aria-disabled', String(isAtEnd));
  }

  #toggleNotes(): void {
    const isShown = this.#root.classList.toggle('with-notes');
    this.#part('toggle-notes').setAttribute('aria-pressed', String(isShown));
    this.#toLine();
  }

  #toggleWatch(): void {
    this.#watch.toggle(performance.now());
    const button = this.#part('timer').querySelector('[data-word]');
    if (button) button.textContent = this.#watch.isRunning ? 'Stop' : 'Start';
    this.#tick();
  }

  #tick(): void {
    const elapsed = this.#watch.elapsed(performance.now());
    const clock = this.#part('clock');
    const text = clockText(elapsed);
    if (clock.textContent !== text) clock.textContent = text;
    this.#part('reset').hidden = elapsed === 0;
  }

  #on(name: string, action: () => void): void {
    this.#part(name).addEventListener('click', action);
  }

  #part(name: string): HTMLElement {
    const found = this.#root.querySelector<HTMLElement>(`[data-${name}]`);
    if (!found) throw new Error(`The page lacks [data-${name}].`);
    return found;
  }
}
