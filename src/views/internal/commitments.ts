import { commitmentsOf as derived, type Commitment as Standing } from '#derive/commitments.ts';
import type { Incident, Site } from '#model/site.ts';
import { optionalTime, timeText, type TimeText } from '../time-text.ts';
import type { Tag } from '../words.ts';
import { importedStanding, standingTags } from './incident-words.ts';

/** What was promised, handed over, or put off: each with who, when, and how it stands. */
export interface Commitment {
  what: string;
  who?: string;
  ref?: string;
  due?: TimeText;
  tag: Tag;
  doneAt?: TimeText;
  href?: string;
}

export interface Commitments {
  promises: Commitment[];
  handoffs: Commitment[];
  followUps: Commitment[];
}

/**
 * How they stand at `site.now`, without days that are counted: so a page changes once, when something
 * falls due, and not every day after.
 */
export function commitmentsOf(site: Site, incident: Incident): Commitments {
  const { config, now } = site;
  const all = derived(incident, config.timezone, now);
  const views = (kind: Standing['kind'], told: (item: number) => Told): Commitment[] =>
    all
      .filter((one) => one.kind === kind)
      .map((one) => ({
        ...told(one.item),
        due: optionalTime(one.due, config),
        tag: tagOf(incident, one),
        doneAt: optionalTime(one.done, config),
      }));
  const { promises = [], handoffs = [], follow_ups = [] } = incident.fields;
  return {
    promises: views('promise', (item) => {
      const { what, to } = promises[item]!;
      return { what, who: to };
    }),
    handoffs: views('handoff', (item) => {
      const { to, ref, sent } = handoffs[item]!;
      return { what: `Handed over ${timeText(sent, config).text}`, who: to, ref };
    }),
    followUps: views('follow_up', (item) => {
      const { what, owner, url } = follow_ups[item]!;
      return { what, who: owner, href: url };
    }),
  };
}

type Told = Pick<Commitment, 'what' | 'who' | 'ref' | 'href'>;

function tagOf({ fields }: Incident, { kind, standing, done }: Standing): Tag {
  if (fields.imported && done === undefined) return importedStanding[kind];
  return standingTags[kind][standing];
}
