import type { Choice } from './narrowing.ts';

/** The facets of the incident list: links to plain lists, which with a script add to each other. */
export class FacetLinks {
  readonly #root: HTMLElement;
  readonly #links: FacetLink[];
  /** As many values as are shown before the others are folded away. */
  readonly #shown: ReadonlyMap<string, number>;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#links = [...root.querySelectorAll<HTMLAnchorElement>('[data-value]')].map((link) => ({
      link,
      item: link.closest('li')!,
      facet: link.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '',
      value: link.dataset['value'] ?? '',
      text: link.textContent?.trim() ?? '',
      plainHref: link.href,
    }));
    this.#shown = new Map(
      this.#sections().map(([facet, section]) => [
        facet,
        section.querySelector('ul')?.children.length ?? 0,
      ]),
    );
  }

  /** What the page itself is about: its own value, if it has one. */
  current(): Choice {
    return new Map(
      this.#links
        .filter(({ link }) => link.hasAttribute('aria-current'))
        .map(({ facet, value }) => [facet, value]),
    );
  }

  facets(): ReadonlySet<string> {
    return new Set(this.#links.map(({ facet }) => facet));
  }

  textOf(facet: string, value: string): string {
    return this.#find(facet, value)?.text ?? value;
  }

  /** The plain list of a value. */
  plainHref(facet: string, value: string): string | undefined {
    return this.#find(facet, value)?.plainHref;
  }

  /** Shows what is chosen, and makes each link lead to the choice with its own value put in or taken out. */
  mark(choice: Choice, hrefOf: (choice: Choice) => string): void {
    for (const { link, facet, value } of this.#links) {
      const isChosen = choice.get(facet) === value;
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const next = new Map(choice);
      if (isChosen) next.delete(facet);
      else next.set(facet, value);
      link.href = hrefOf(next);
    }
    const summary = this.#root.querySelector('[data-narrow] > summary');
    if (summary) {
      summary.textContent = choice.size > 0 ? `Narrow down (${choice.size})` : 'Narrow down';
    }
  }

  /** Says how many each value would leave; those that would leave none are hidden. */
  count(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
    for (const { link, item, facet, value } of this.#links) {
      const count = counts.get(facet)?.get(value) ?? 0;
      item.querySelector('span')!.textContent = String(count);
      item.hidden = count === 0 && !link.hasAttribute('aria-current');
    }
    const focused = document.activeElement;
    for (const [facet, section] of this.#sections()) this.#fold(facet, section);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /** Shows the first of what is left of a facet, and folds the others away. */
  #fold(facet: string, section: HTMLElement): void {
    const items = this.#links.filter((one) => one.facet === facet).map(({ item }) => item);
    const left = items.filter(({ hidden }) => !hidden);
    section.hidden = left.length === 0;
    const [first, further] = section.querySelectorAll('ul');
    if (!first || !further) return;
    const shown = left.slice(0, this.#shown.get(facet));
    const rest = items.filter((item) => !shown.includes(item));
    first.append(...shown);
    further.append(...rest);
    const folded = left.length - shown.length;
    const details = further.closest('details')!;
    details.hidden = folded === 0;
    details.querySelector('summary')!.textContent = `${folded} more`;
  }

  #sections(): [facet: string, section: HTMLElement][] {
    const sections = this.#root.querySelectorAll<HTMLElement>('[data-facet]');
    return [...sections].map((section) => [section.dataset['facet'] ?? '', section]);
  }

  #find(facet: string, value: string): FacetLink | undefined {
    return this.#links.find((one) => one.facet === facet && one.value === value);
  }
}

interface FacetLink {
  link: HTMLAnchorElement;
  item: HTMLLIElement;
  facet: string;
  value: string;
  text: string;
  plainHref: string;
}
