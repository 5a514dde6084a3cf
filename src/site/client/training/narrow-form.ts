import { element } from '../elements.ts';
import type { ListedRow } from './listed-drills.ts';
import { lengthOf, type Narrowing } from './narrowing.ts';
import { labels, lengthNames, levelNames } from './words.ts';

/** What narrows the list of drills down. What is chosen stands in the address, so that it can be passed on. */
export class NarrowForm {
  readonly #fields: Record<Field, HTMLSelectElement>;
  readonly #isNotDone = element('input', { type: 'checkbox', name: 'todo' });

  constructor(form: HTMLFormElement, rows: readonly ListedRow[], changed: () => void) {
    const products = new Map(rows.map(({ product, productName }) => [product, productName]));
    const levels = new Set(rows.map(({ level }) => level));
    const lengths = new Set(rows.map(lengthOf));
    this.#fields = {
      product: select('product', [...products].sort(byName)),
      level: select('level', named(levelNames, levels)),
      length: select('length', named(lengthNames, lengths)),
    };
    const shown = Object.entries(this.#fields).filter(([, { options }]) => options.length > 2);
    form.prepend(
      ...shown.map(([name, field]) =>
        element('label', {}, element('span', {}, fieldNames[name as Field]), field),
      ),
      element('label', { class: 'option' }, this.#isNotDone, labels.notDone),
    );
    this.#read();
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => {
      this.#write();
      changed();
    });
    form.hidden = false;
  }

  chosen(): Narrowing {
    const { product, level, length } = this.#fields;
    return {
      product: product.value,
      level: level.value,
      length: length.value as Narrowing['length'], // the options are no others
      isNotDone: this.#isNotDone.checked,
    };
  }

  #read(): void {
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(this.#fields)) {
      const value = asked.get(name) ?? '';
      if ([...field.options].some((option) => option.value === value)) field.value = value;
    }
    this.#isNotDone.checked = asked.has('todo');
  }

  #write(): void {
    const chosen = Object.entries(this.#fields).map(([name, { value }]) => [name, value]);
    const query = new URLSearchParams(chosen.filter(([, value]) => value !== ''));
    if (this.#isNotDone.checked) query.set('todo', '1');
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  }
}

type Field = 'product' | 'level' | 'length';

const fieldNames: Record<Field, string> = {
  product: 'Product',
  level: 'Difficulty',
  length: 'Length',
};

function select(name: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const all = [['', labels.any] as const, ...options];
  return element(
    'select',
    { name },
    ...all.map(([value, text]) => element('option', { value }, text)),
  );
}

/** The names of those that there are, in the order of their table. */
function named(
  names: Record<string, string>,
  there: ReadonlySet<string>,
): [value: string, name: string][] {
  return Object.entries(names).filter(([value]) => there.has(value));
}

function byName([, a]: readonly [string, string], [, b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
