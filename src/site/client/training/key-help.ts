import { element } from '../elements.ts';
import { keyRows, labels } from './words.ts';

/** The keys of a drill over its page, and the switch that turns them off for who speaks to the browser. */
export class KeyHelp {
  readonly #dialog = element('dialog', { class: 'key-help', 'aria-label': labels.keys });
  readonly #box = element('input', { type: 'checkbox' });
  readonly #setting: KeySetting;

  constructor(setting: KeySetting) {
    this.#setting = setting;
  }

  open(): void {
    if (!this.#dialog.isConnected) this.#build();
    this.#box.checked = this.#setting.isOn();
    this.#dialog.showModal();
  }

  #build(): void {
    const rows = keyRows.map(([keys, what]) => {
      const marks = keys.flatMap((key, at) => [at > 0 ? ' ' : '', element('kbd', {}, key)]);
      return element(
        'div',
        {},
        element('dt', {}, ...(keys[0] === 'a' ? range(keys) : marks)),
        element('dd', {}, what),
      );
    });
    const close = element('button', { type: 'button' }, labels.close);
    close.addEventListener('click', () => this.#dialog.close());
    this.#box.addEventListener('change', () => this.#setting.turn(this.#box.checked));
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    const label = element('label', { class: 'option' }, this.#box, labels.useKeys);
    const list = element('dl', { class: 'keys' }, ...rows);
    this.#dialog.append(element('div', {}, element('h2', {}, labels.keys), list, label, close));
    document.body.append(this.#dialog);
  }
}

function range([from = '', to = '']: readonly string[]): (Node | string)[] {
  return [element('kbd', {}, from), ' to ', element('kbd', {}, to)];
}

/** Whether single keys do something, kept on this device. */
export class KeySetting {
  readonly #key: string;
  #isOn = true;

  constructor(siteHref: string) {
    this.#key = `fixlore-training-keys ${siteHref}`;
    try {
      this.#isOn = globalThis.localStorage.getItem(this.#key) !== 'off';
    } catch {
      // refused: they are on
    }
  }

  isOn(): boolean {
    return this.#isOn;
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn;
    try {
      if (isOn) globalThis.localStorage.removeItem(this.#key);
      else globalThis.localStorage.setItem(this.#key, 'off');
    } catch {
      // refused: it lasts as long as the page
    }
  }
}
