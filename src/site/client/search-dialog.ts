import { element } from './elements.ts';
import { addressOf, plainQuestion } from './question.ts';

/** What the search in the dialog works on. */
export interface DialogParts {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  /** What was corrected, what is doubtful, what went wrong. */
  note: HTMLElement;
  list: HTMLElement;
  clear: HTMLButtonElement;
  /** Spoken, not seen. */
  status: HTMLElement;
}

/**
 * The search over the page. Its box is there at once, so that no key is lost; all else is loaded when it is
 * opened for the first time. Without that, Enter leads to the search page.
 */
export class SearchDialog {
  readonly #link: HTMLAnchorElement;
  #parts: DialogParts | undefined;

  /** The link to the search page, which knows where the site is. */
  constructor(link: HTMLAnchorElement) {
    this.#link = link;
  }

  open(): void {
    const isNew = !this.#parts;
    const { dialog, input } = (this.#parts ??= built(this.#link));
    dialog.showModal();
    input.select();
    if (isNew) void this.#start(this.#parts);
  }

  async #start(parts: DialogParts): Promise<void> {
    try {
      const { InstantSearch } = await import('./instant-search.ts');
      const { dataset, pathname } = this.#link;
      new InstantSearch(parts, { siteHref: dataset['site'] ?? '/', searchHref: pathname }).start();
    } catch {
      parts.note.textContent =
        'The search cannot be reached. Check your connection and reload the page.';
      parts.note.hidden = false;
    }
  }
}

function built(link: HTMLAnchorElement): DialogParts {
  const invitation = link.querySelector('.long')?.textContent ?? 'Search';
  const dialog = element('dialog', { class: 'ask-over', 'aria-label': 'Search' });
  const input = element('input', {
    type: 'text',
    name: 'q',
    dir: 'auto',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    placeholder: invitation,
    role: 'combobox',
    'aria-label': invitation,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'found-over',
  });
  const close = element('button', { type: 'button', class: 'close' }, 'Close');
  const form = element('form', { role: 'search' }, input, close);
  const note = element('p', { class: 'note', hidden: '' });
  const list = element('div', { id: 'found-over', role: 'listbox', 'aria-label': 'Results' });
  const clear = element(
    'button',
    { type: 'button', class: 'link', hidden: '' },
    'Forget recent searches',
  );
  const keys = element('span', { class: 'keys', 'aria-hidden': 'true' });
  keys.append(key('↑'), key('↓'), ' to choose ', key('↵'), ' to open');
  const status = element('p', { class: 'unseen', role: 'status' });
  dialog.append(form, note, list, element('p', { class: 'foot' }, keys, clear), status);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = input.value.trim();
    if (words !== '') location.assign(link.pathname + addressOf(plainQuestion(words)));
  });
  document.body.append(dialog);
  return { dialog, input, note, list, clear, status };
}

function key(text: string): HTMLElement {
  return element('kbd', {}, text);
}
