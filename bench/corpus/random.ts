/** Repeatable chance: the same seed gives the same choices on every machine (the generator sfc32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Each index has a sequence of its own, so record 7 does not depend on how many there are. */
  constructor(seed: number, index: number) {
    this.#a = seed | 0;
    this.#b = index | 0;
    this.#c = 0x9e3779b9 | 0;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  isLucky(probability: number): boolean {
    return this.next() < probability;
  }

  /** Any item of a list, each as likely as the others. */
  any<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)]!; // lists of words are never empty
  }

  /**
   * An item of a list, the first ones far more often: as words are in any language (Zipf). The rank
   * is drawn from the continuous distribution with the density 1/(rank + 2).
   */
  frequent<Item>(items: readonly Item[]): Item {
    const span = Math.log((items.length + 2) / 2);
    const rank = Math.floor(2 * Math.exp(this.next() * span) - 2);
    return items[Math.min(rank, items.length - 1)]!;
  }

  /** Up to `count` different items, in the order in which they were drawn. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    return [...new Set(Array.from({ length: count }, () => this.any(items)))];
  }
}
