import { beganAt, dayOf } from './moments.ts';
import { Random } from './random.ts';
import { settings } from './settings.ts';
import { things } from './words.ts';

/** A record's name, known before it is written, so that other records can refer to it. */
export interface RecordName {
  id: string;
  /** Its file in the knowledge base. */
  path: string;
}

/** Three of twenty records are articles, never two in a row. */
export function isArticle(index: number): boolean {
  return [3, 9, 16].includes(index % 20);
}

export function nameOf(seed: number, index: number): RecordName {
  const random = new Random(seed ^ 0x5bd1e995, index);
  const slug = `${random.frequent(things)}-${random.frequent(things)}-${index}`;
  if (isArticle(index)) {
    return { id: slug, path: `kb/${random.frequent(settings.products).id}/${slug}.md` };
  }
  const opened = dayOf(beganAt(index));
  const id = `${opened}-${slug}`;
  return { id, path: `incidents/${opened.slice(0, 4)}/${id}.md` };
}

/** An incident among the fifty records before this one; undefined for the first record. */
export function earlierIncident(
  seed: number,
  index: number,
  random: Random,
): RecordName | undefined {
  const chosen = random.int(Math.max(0, index - 50), index - 1);
  if (index === 0) return undefined;
  return nameOf(seed, isArticle(chosen) ? chosen - 1 : chosen);
}

/** A record of the other kind or the same among those before, as a path from the root. */
export function earlierPath(seed: number, index: number, random: Random): string | undefined {
  if (index === 0) return undefined;
  return nameOf(seed, random.int(Math.max(0, index - 200), index - 1)).path;
}
