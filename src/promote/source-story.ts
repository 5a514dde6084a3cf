import { proof } from '#derive/proof.ts';
import type { Incident } from '#model/site.ts';

/** One entry of the ledger. */
export type Attempt = NonNullable<Incident['fields']['attempts']>[number];

/** What solved one or more of the sources. */
export interface Way {
  attempt: Attempt;
  incidents: Incident[];
}

/** What the sources say about how it was solved, put together. */
export interface Story {
  /** The effective fixes, each once, in the order of the sources. */
  ways: Way[];
  /** Earlier attempts that may be part of what helped, each once. */
  mayAlsoNeed: Attempt[];
  /** What was tried and was no part of it. */
  didNotHelp: Attempt[];
  /** Whether a fix did not work when the problem was seen again. */
  hasFailedAgain: boolean;
}

export function storyOf(incidents: readonly Incident[]): Story {
  const ways = new Map<string, Way>();
  const mayAlsoNeed = new Map<string, Attempt>();
  const didNotHelp = new Map<string, Attempt>();
  for (const incident of incidents) {
    const { attempts = [] } = incident.fields;
    const known = proof(incident);
    const also = new Set(known.kind === 'may_also_need' ? known.attempts : []);
    for (const [index, attempt] of attempts.entries()) {
      const key = attempt.action.toLowerCase().replaceAll(/\s+/g, ' ').trim();
      if (known.kind !== 'no_fix' && index === known.fix) {
        const way = ways.get(key) ?? { attempt, incidents: [] };
        way.incidents.push(incident);
        ways.set(key, way);
      } else if (also.has(index)) mayAlsoNeed.set(key, mayAlsoNeed.get(key) ?? attempt);
      else didNotHelp.set(key, didNotHelp.get(key) ?? attempt);
    }
  }
  const isFix = (key: string) => ways.has(key);
  const isPart = (key: string) => isFix(key) || mayAlsoNeed.has(key);
  return {
    ways: [...ways.values()],
    mayAlsoNeed: [...mayAlsoNeed].flatMap(([key, attempt]) => (isFix(key) ? [] : [attempt])),
    didNotHelp: [...didNotHelp].flatMap(([key, attempt]) => (isPart(key) ? [] : [attempt])),
    hasFailedAgain: incidents.some(({ fields }) =>
      fields.seen_again?.some(({ fix_worked }) => fix_worked === false),
    ),
  };
}
