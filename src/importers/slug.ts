import { idMaxLength } from '#schema/scalars.ts';

/** Lower-case letters, digits and single hyphens; at most 80 of them, cut between two words. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return shortened(slug, idMaxLength);
}

/** Hands out ids; who asks for one that is taken gets it with a number. */
export class IdPool {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  claim(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.#taken.has(id); number += 1) {
      const ending = `-${number}`;
      id = `${shortened(wanted, idMaxLength - ending.length)}${ending}`;
    }
    this.#taken.add(id);
    return id;
  }
}

function shortened(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1).lastIndexOf('-');
  return slug.slice(0, cut > length / 2 ? cut : length).replace(/-+$/, '');
}
