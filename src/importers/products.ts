import { slugOf } from './slug.ts';

/** A product as the configuration names it. */
export interface ProductName {
  id: string;
  name: string;
  components?: readonly { id: string; name: string }[] | undefined;
}

/** Where a record belongs. */
export interface Belonging {
  product: string;
  component?: string;
}

/** Finds the product for a name of the source, and remembers those that the configuration lacks. */
export class Products {
  readonly #known: readonly ProductName[];
  readonly added: ProductName[] = [];

  constructor(known: readonly ProductName[]) {
    this.#known = known;
  }

  /**
   * A product or component of that name; else the one whose id the name makes, since names get
   * corrected by hand, and many spellings of a name are meant to be the same; else a new product.
   */
  belonging(name: string): Belonging {
    const same = (one: { id: string; name: string }) =>
      one.name.toLowerCase() === name.toLowerCase() || one.id === name;
    const product = [...this.#known, ...this.added].find(same);
    if (product) return { product: product.id };
    for (const { id, components = [] } of this.#known) {
      const component = components.find(same);
      if (component) return { product: id, component: component.id };
    }
    const id = slugOf(name) || 'product';
    if (!this.nameOf(id)) this.added.push({ id, name });
    return { product: id };
  }

  /** The name that readers see for a product. */
  nameOf(id: string): string | undefined {
    return [...this.#known, ...this.added].find((product) => product.id === id)?.name;
  }
}
