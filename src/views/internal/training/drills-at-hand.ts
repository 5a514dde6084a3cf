import type { Drill, NoDrill, Step } from '#derive/drills/drill.ts';
import { drillOf } from '#derive/drills/index.ts';
import { neighbours, type Neighbours } from '#derive/drills/neighbours.ts';
import type { Incident, Site } from '#model/site.ts';

/** The drills of the pages are drawn with the same word as those of the command line and the exports. */
const seed = '1';

/** What a list says of a drill. The whole one is made again for its own pages: all at once would fill the memory. */
export interface DrillBrief extends Pick<Drill, 'incident' | 'product' | 'difficulty'> {
  record: Incident;
  steps: { id: Step['id']; kind: Step['kind'] }[];
}

/** All drills of a site. */
export interface DrillsAtHand {
  /** Easiest first, then by incident. */
  briefs: readonly DrillBrief[];
  /** Incidents that are none, in the order of the site. */
  none: readonly NoDrill[];
  isDrill: (id: string) => boolean;
  /** Made anew, unless it was the last one that was asked for. */
  drill: (brief: DrillBrief) => Drill;
}

const known = new WeakMap<Site, DrillsAtHand>();

/** What is near to what is found once for a site, and so is what lists say of the drills. */
export function drillsAtHand(site: Site): DrillsAtHand {
  const found = known.get(site) ?? read(site, neighbours(site));
  known.set(site, found);
  return found;
}

function read(site: Site, near: Neighbours): DrillsAtHand {
  const made = (incident: Incident) => drillOf(site, incident, seed, near);
  const briefs: DrillBrief[] = [];
  const none: NoDrill[] = [];
  for (const incident of site.incidents) {
    const drill = made(incident);
    if ('why' in drill) none.push(drill);
    else briefs.push(briefOf(incident, drill));
  }
  briefs.sort(
    (a, b) => a.difficulty.points - b.difficulty.points || (a.incident < b.incident ? -1 : 1),
  );
  const ids = new Set(briefs.map(({ incident }) => incident));
  let last: Drill | undefined;
  return {
    briefs,
    none,
    isDrill: (id) => ids.has(id),
    drill({ incident, record }) {
      if (last?.incident === incident) return last;
      const drill = made(record);
      if ('why' in drill) throw new Error(`${incident} was a drill and is none`);
      last = drill;
      return drill;
    },
  };
}

function briefOf(record: Incident, { incident, product, difficulty, steps }: Drill): DrillBrief {
  const brief = steps.map(({ id, kind }) => ({ id, kind }));
  return { incident, product, difficulty, record, steps: brief };
}

/** How many questions are asked. */
export function questionCount(steps: readonly Pick<Step, 'kind'>[]): number {
  return steps.filter(({ kind }) => kind !== 'told').length;
}
