import { element } from '../elements.ts';
import { KeptProgress } from './kept-progress.ts';
import { rowsOfTable, rowsOnPage, type ListedRow } from './listed-drills.ts';
import { isLeft, type Narrowing } from './narrowing.ts';
import { NarrowForm } from './narrow-form.ts';
import { OwnPanel } from './own-panel.ts';
import { today } from './repetition.ts';
import { standingOf } from './round.ts';
import { Wheel } from './wheel.ts';
import { dueAt, leftText, listFailed, standingText } from './words.ts';

/** As many rows of other pages as are shown at once. */
const mostShown = 100;

/** The list of drills at work: narrowed, with one's own progress, and with the wheel. */
export class DrillList {
  readonly #listing: HTMLElement;
  readonly #kept: KeptProgress;
  readonly #status = element('p', { class: 'status', role: 'status' });
  /** Rows that stand on other pages. */
  readonly #others = element('ul', { class: 'rows drills', hidden: '' });
  readonly #isWhole: boolean;
  #rows: readonly ListedRow[];
  #form: NarrowForm | undefined;
  #wheel: Wheel | undefined;
  #own: OwnPanel | undefined;

  constructor(listing: HTMLElement) {
    this.#listing = listing;
    this.#kept = new KeptProgress(listing.dataset['site'] ?? '/');
    this.#rows = rowsOnPage(listing);
    this.#isWhole = listing.querySelector('.pager') === null;
  }

  async start(): Promise<void> {
    const { table = '', site = '/', product } = this.#listing.dataset;
    try {
      // What has come back may be a drill of another page, or of another product.
      const isAll = this.#isWhole && product === undefined;
      const every = isAll ? this.#rows : await rowsOfTable(table, site);
      if (!this.#isWhole) this.#rows = every.filter((row) => !product || row.product === product);
      this.#build(every);
    } catch {
      this.#status.textContent = listFailed;
      this.#listing.querySelector('[data-narrow]')?.before(this.#status);
    }
  }

  #build(every: readonly ListedRow[]): void {
    const form = this.#listing.querySelector<HTMLFormElement>('[data-narrow]');
    const own = document.querySelector<HTMLElement>('[data-own]');
    if (!form || !own) return;
    this.#own = new OwnPanel(own, this.#kept, () => this.#show(every));
    this.#wheel = new Wheel(() => this.#left());
    form.append(this.#wheel.element);
    this.#form = new NarrowForm(form, this.#rows, () => this.#show(every));
    form.after(this.#status, this.#others);
    // The form holds the products, too.
    const products = this.#listing.querySelector<HTMLElement>('nav.choose-product');
    if (products && this.#listing.dataset['product'] === undefined) products.hidden = true;
    for (const item of document.querySelectorAll('[data-week] > li')) {
      item.append(element('span', { class: 'standing', 'data-progress': '' }));
    }
    this.#show(every);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#show(every));
    addEventListener('storage', () => this.#show(every));
  }

  #left(): ListedRow[] {
    const by = this.#form?.chosen();
    return by ? this.#rows.filter((row) => this.#isLeft(row, by)) : [...this.#rows];
  }

  #isLeft(row: ListedRow, by: Narrowing): boolean {
    const isDone = this.#kept.read(row.incident).done !== undefined;
    return isLeft({ ...row, isDone }, by);
  }

  #show(every: readonly ListedRow[]): void {
    const left = this.#left();
    this.#status.textContent = leftText(left.length, this.#rows.length);
    if (this.#isWhole) this.#hideOthers(left);
    else this.#showOthers(left);
    const day = today(new Date());
    for (const item of document.querySelectorAll<HTMLElement>('li[data-drill]')) {
      this.#showStanding(item, day);
    }
    this.#wheel?.show();
    this.#own?.show(every, day);
  }

  #hideOthers(left: readonly ListedRow[]): void {
    const shown = new Set(left.map((row) => row.item()));
    for (const row of this.#rows) row.item().hidden = !shown.has(row.item());
    for (const group of this.#listing.querySelectorAll<HTMLElement>('[data-level-group]')) {
      group.hidden = group.querySelector('li:not([hidden])') === null;
    }
  }

  /** Of several pages the first rows that are left, whichever page they stand on. */
  #showOthers(left: readonly ListedRow[]): void {
    const isNarrowed = left.length < this.#rows.length;
    this.#others.replaceChildren(
      ...(isNarrowed ? left.slice(0, mostShown).map((row) => row.item()) : []),
    );
    this.#others.hidden = !isNarrowed;
    for (const one of this.#listing.querySelectorAll<HTMLElement>('[data-level-group], .pager')) {
      one.hidden = isNarrowed;
    }
  }

  #showStanding(item: HTMLElement, day: string): void {
    const row = this.#rows.find(({ incident }) => incident === item.dataset['drill']);
    const place = item.querySelector('[data-progress]');
    if (!row || !place) return;
    const progress = this.#kept.read(row.incident);
    const standing = standingOf(row.steps, progress, day);
    const text = standingText(standing, row.questions, progress.done !== undefined);
    const due = element('a', { href: `${row.href}?due` }, dueAt(standing.due));
    const parts = [...(text ? [text] : []), ...(standing.due > 0 ? [due] : [])];
    place.replaceChildren(...parts.flatMap((one, at) => (at > 0 ? [' · ', one] : [one])));
  }
}

const listing = document.querySelector<HTMLElement>('[data-listing]');
if (listing) void new DrillList(listing).start();
