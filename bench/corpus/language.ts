import type { Random } from './random.ts';
import * as words from './words.ts';

/** Sentences about trouble, put together from the lists in `words.ts`. */
export class Language {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** "stale certificate", "print queue" or just "backup". */
  thing(): string {
    const { thing, quality } = this.#words();
    if (this.#random.isLucky(0.3)) return `${quality} ${thing}`;
    return this.#random.isLucky(0.35) ? `${this.#random.frequent(words.things)} ${thing}` : thing;
  }

  /** "certificates", "print queues". */
  things(): string {
    const thing = this.thing();
    if (/(s|x|ch|sh)$/.test(thing)) return `${thing}es`;
    return /[^aeiou]y$/.test(thing) ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  }

  /** "Invoice export stays blank": how a title says what is wrong. */
  problem(): string {
    return `${this.thing()} ${this.#random.frequent(words.failures)}`;
  }

  company(): string {
    const { any, frequent } = this.#bound();
    return `${frequent(words.companyFirsts)} ${any(words.companySeconds)}`;
  }

  person(): string {
    const { any, frequent } = this.#bound();
    return `${frequent(words.firstNames)} ${any(words.lastNames)}`;
  }

  host(): string {
    return `${this.#random.frequent(words.hostRoles)}-${String(this.#random.int(1, 24)).padStart(2, '0')}`;
  }

  errorCode(): string {
    return `${this.#random.frequent(words.codeFamilies)}-${this.#random.int(100, 999)}`;
  }

  error(): string {
    const code = this.errorCode();
    return this.#random.any([
      `${code}: ${this.thing()} not available`,
      `${code} while reading ${this.table()}`,
      `The ${this.thing()} could not be ${this.#participle()} (${code})`,
      `${this.#random.frequent(words.programs)}: ${this.#words().thing} limit reached, ${this.#random.int(2, 900)} waiting`,
    ]);
  }

  /** The name of a table or a setting, as it stands in a log. */
  table(): string {
    const name = `${this.#words().thing}_${this.#words().thing}`;
    return name.replaceAll('-', '_');
  }

  /** Something that was tried: "Cleared the redirect cache on web-03". */
  deed(): string {
    const deed = capital(this.#random.frequent(words.deeds).replace('-', ' '));
    const where = this.#random.isLucky(0.5) ? ` on ${this.host()}` : '';
    return `${deed} the ${this.thing()}${where}`;
  }

  command(): string {
    const table = this.table();
    return this.#random.any([
      `ssh ${this.host()} sudo systemctl restart ${this.#random.frequent(words.programs)}`,
      `ANALYZE ${table};`,
      `SELECT count(*) FROM ${table} WHERE state = '${this.#words().quality}';`,
      `openssl s_client -connect ${this.host()}:443 -servername ${this.host()}`,
      `grep -c ${this.errorCode()} /var/log/${this.#random.frequent(words.programs)}/error.log`,
      `for n in ${this.host()} ${this.host()}; do\n  curl -sS --max-time 5 https://$n/health\ndone`,
    ]);
  }

  /** What a customer says, in the first person and without technical care. */
  quote(): string {
    const { thing } = this.#words();
    return this.#random.any([
      `when I open the ${thing} it ${this.#random.frequent(words.failures)}`,
      `since this morning the ${this.thing()} ${this.#random.frequent(words.failures)}`,
      `our ${thing} ${this.#random.frequent(words.failures)} and we have tried it ${this.#random.int(2, 9)} times`,
      `I only wanted to see my ${thing} and now nothing works`,
      `the ${this.thing()} in ${this.#random.any(words.places)} ${this.#random.frequent(words.failures)}`,
    ]);
  }

  reason(): string {
    return this.#random.isLucky(0.5)
      ? this.#random.any(words.reasons)
      : `The ${this.thing()} and the ${this.thing()} had the same time stamp`;
  }

  cause(): string {
    return this.#random.any([
      `The ${this.thing()} had been ${this.#participle()} without the ${this.thing()} that depends on it.`,
      `A ${this.#words().quality} ${this.#words().thing} on ${this.host()} held the ${this.thing()}.`,
      `After the change of ${this.#random.frequent(words.programs)} the ${this.thing()} was read before it was written.`,
      `The ${this.thing()} of ${this.company()} still pointed to ${this.host()}.`,
    ]);
  }

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(' ');
  }

  sentence(): string {
    const { any, frequent } = this.#bound();
    const clock = `${String(this.#random.int(0, 23)).padStart(2, '0')}:${this.#random.int(10, 59)}`;
    return this.#random.any([
      () => any(words.remarks),
      () => `${any(words.noticings)} at ${clock} that the ${this.problem()}.`,
      () => `In ${any(words.places)} the ${this.thing()} ${frequent(words.failures)}, too.`,
      () => `${this.deed()}, because the ${this.thing()} was ${this.#words().quality}.`,
      () => `The ${this.thing()} was ${this.#participle()} at ${clock}; ${this.effect()}.`,
      () =>
        `\`${this.table()}\` held ${this.#random.int(2, 99)},${this.#random.int(100, 999)} rows, most of them ${this.#words().quality}.`,
      () => `A customer sent a ${this.thing()} in which ${this.errorCode()} occurs.`,
      () => `On **${this.host()}** ${frequent(words.programs)} reported ${this.errorCode()}.`,
      () =>
        `Whoever uses the ${this.thing()} with a ${this.thing()} sees that it ${frequent(words.failures)}.`,
      () => `The ${frequent(words.teams)} ${this.#participle()} the ${this.thing()} once more.`,
      () => `Of ${this.#random.int(9, 900)} ${this.things()} only the ${this.things()} were there.`,
      () => `There were ${this.#random.int(2, 40)} ${this.things()} without ${this.things()}.`,
      () => `It took ${this.#random.int(3, 55)} minutes until the ${this.thing()} was seen.`,
    ])();
  }

  effect(): string {
    const { thing } = this.#words();
    return this.#random.any([
      'nothing changed',
      `the ${thing} came back at once`,
      `from then on the ${thing} ${this.#random.frequent(words.failures)}`,
      `only the ${this.thing()} remained ${this.#words().quality}`,
    ]);
  }

  #participle(): string {
    return this.#random.frequent(words.deeds).replace('-', ' ');
  }

  #words(): { thing: string; quality: string } {
    const thing = this.#random.frequent(words.things);
    const isRare = this.#random.isLucky(0.06);
    return {
      thing: isRare
        ? this.#random.frequent(words.prefixes) + this.#random.any(words.things)
        : thing,
      quality: this.#random.frequent(words.qualities),
    };
  }

  #bound() {
    return {
      any: <Item>(items: readonly Item[]) => this.#random.any(items),
      frequent: <Item>(items: readonly Item[]) => this.#random.frequent(items),
    };
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
