import type { Answer, Packet } from '#intake/packet.ts';
import { sizeText } from '#intake/packet-text.ts';
import { pieces, placeOf } from '#intake/redaction.ts';
import { masked } from '#leaks/masked.ts';
import { element } from './elements.ts';

/** What was filled in, read back before anything is done with it, with the secrets in it and the choice. */
export class ReadBack {
  readonly #parts: { answers: Element; secrets: HTMLElement; list: Element };
  readonly #changed: () => void;
  #answers: Answer[] = [];
  /** The secrets that stay in, by question and place. */
  #kept = new Set<string>();

  constructor(section: HTMLElement, changed: () => void) {
    this.#parts = {
      answers: section.querySelector('[data-answers]')!,
      secrets: section.querySelector<HTMLElement>('[data-secrets]')!,
      list: section.querySelector('[data-secrets-list]')!,
    };
    this.#changed = changed;
  }

  show(answers: Answer[], checks: Packet['checks']): void {
    this.#answers = answers;
    this.#kept = new Set();
    const choices = answers.flatMap((answer) => this.#choices(answer));
    this.#parts.list.replaceChildren(...choices);
    this.#parts.secrets.hidden = choices.length === 0;
    this.#write(checks);
  }

  /** The answers as they leave the page, and how many secrets do not. */
  chosen(): { answers: Answer[]; leftOut: number } {
    let leftOut = 0;
    const answers = this.#answers.map((answer): Answer => {
      if (answer.text === undefined) return answer;
      const parts = pieces(answer.text).map(({ text, leak }, place) => {
        if (!leak || this.#kept.has(`${answer.id} ${place}`)) return text;
        leftOut += 1;
        return placeOf(leak);
      });
      return { ...answer, text: parts.join('') };
    });
    return { answers, leftOut };
  }

  #choices({ id, question, text = '' }: Answer): HTMLElement[] {
    return pieces(text).flatMap(({ text, leak }, place) => {
      if (!leak) return [];
      const box = element('input', { type: 'checkbox' });
      box.checked = true;
      box.addEventListener('change', () => {
        if (box.checked) this.#kept.delete(`${id} ${place}`);
        else this.#kept.add(`${id} ${place}`);
        this.#write();
        this.#changed();
      });
      const says = ` Leave out ${leak.what} (${masked(text)}), below “${question}”`;
      return [element('li', {}, element('label', {}, box, says))];
    });
  }

  #checks: Packet['checks'] = [];

  #write(checks = this.#checks): void {
    this.#checks = checks;
    const rows = this.#answers.flatMap((answer) => [
      element('dt', {}, answer.question),
      element('dd', { dir: 'auto' }, ...this.#shown(answer)),
    ]);
    const done = checks.filter((check) => check.done).map(({ check }) => element('li', {}, check));
    const checked = [
      element('dt', {}, 'Checked before'),
      element('dd', {}, element('ul', {}, ...done)),
    ];
    this.#parts.answers.replaceChildren(...rows, ...(done.length > 0 ? checked : []));
  }

  #shown({ id, text = '', files = [] }: Answer): (Node | string)[] {
    const parts = pieces(text).map(({ text, leak }, place) => {
      if (!leak) return text;
      return element('mark', {}, this.#kept.has(`${id} ${place}`) ? text : placeOf(leak));
    });
    const names = files.map(({ name, size }) => element('div', {}, `${name} (${sizeText(size)})`));
    return [...parts, ...names];
  }
}
