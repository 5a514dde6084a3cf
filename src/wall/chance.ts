import { Chance as RepeatableChance } from '#model/chance.ts';

/** Repeatable chance that also makes up words. */
export class Chance extends RepeatableChance {
  /** A word that nobody has written: what it is found in did not come from the public records. */
  canary(): string {
    const letters = Array.from({ length: this.int(5, 9) }, () =>
      this.any([...'bdfgklmnprstvwaeiou']),
    );
    return `${canaryMark}${letters.join('')}`;
  }

  canaries(from: number, to: number): string {
    return Array.from({ length: this.int(from, to) }, () => this.canary()).join(' ');
  }
}

/** How every word begins that a variant makes up. */
export const canaryMark = 'zqx';
