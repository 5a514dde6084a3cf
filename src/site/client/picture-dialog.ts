import { element } from './elements.ts';

/**
 * Pictures over the whole window, one at a time. Escape, its button and a click beside it close it, the
 * arrow keys and its buttons go on; the browser keeps the focus inside and gives it back afterwards.
 */
export class PictureDialog {
  readonly #links: readonly HTMLAnchorElement[];
  readonly #dialog = element('dialog', { class: 'large', 'aria-label': 'Picture' });
  readonly #picture = element('img');
  /** Scrolls where the picture is larger than the window. */
  readonly #view = element('div', { class: 'view', tabindex: '0' }, this.#picture);
  readonly #caption = element('figcaption');
  readonly #count = element('span', { role: 'status' });
  readonly #file = element('a', {}, 'Open the file');
  #at = 0;

  /** Links to pictures, each around a small version and with a caption in its figure. */
  constructor(links: readonly HTMLAnchorElement[]) {
    this.#links = links;
  }

  open(index: number): void {
    if (!this.#dialog.isConnected) this.#build();
    this.#show(index);
    this.#dialog.showModal();
  }

  #build(): void {
    const several = this.#links.length > 1;
    const step = (by: number) => () => this.#show(this.#at + by);
    const moves = several
      ? [button('Previous', step(-1)), this.#count, button('Next', step(1))]
      : [];
    const close = button('Close', () => this.#dialog.close());
    this.#dialog.append(
      element('figure', {}, this.#view, this.#caption),
      element('p', {}, ...moves, this.#file, close),
    );
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', ({ key }) => {
      if (several && key === 'ArrowRight') this.#show(this.#at + 1);
      if (several && key === 'ArrowLeft') this.#show(this.#at - 1);
    });
    document.body.append(this.#dialog);
  }

  /** After the last one comes the first. */
  #show(index: number): void {
    const count = this.#links.length;
    this.#at = (index + count) % count;
    const link = this.#links[this.#at]!;
    this.#view.scrollTo(0, 0);
    this.#picture.src = link.href;
    this.#picture.alt = link.querySelector('img')?.alt ?? '';
    this.#file.href = link.href;
    this.#caption.textContent =
      link.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';
    this.#count.textContent = `${this.#at + 1} of ${count}`;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
