import type { Difficulty, Drill, NoDrill, Step } from '#derive/drills/drill.ts';
import { drillOf } from '#derive/drills/index.ts';
import { neighbours, type Neighbours } from '#derive/drills/neighbours.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Incident, Site } from '#model/site.ts';

/** The drills of the pages are drawn with the same word as those of the command line and the exports. */
const seed = '1';

/** What a list says of a drill. The whole one is made again for its own pages: all at once would fill the memory. */
export interface DrillBrief {
  incident: Incident;
  difficulty: Difficulty;
  steps: { id: Step['id']; kind: Step['kind'] }[];
}

/** All drills of a site. */
export interface DrillsAtHand {
  /** Easiest first, then by incident. */
  briefs: readonly DrillBrief[];
  /** Incidents that are none, in the order of the site. */
  none: readonly NoDrill[];
  drill: (id: string) => Drill | undefined;
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
    (a, b) => a.difficulty.points - b.difficulty.points || (a.incident.id < b.incident.id ? -1 : 1),
  );
  const ids = new Set(briefs.map(({ incident }) => incident.id));
  const byId = incidentsById(site);
  return {
    briefs,
    none,
    drill(id) {
      const incident = ids.has(id) ? byId.get(id) : undefined;
      const drill = incident && made(incident);
      return drill && 'steps' in drill ? drill : undefined;
    },
  };
}

function briefOf(incident: Incident, { difficulty, steps }: Drill): DrillBrief {
  return { incident, difficulty, steps: steps.map(({ id, kind }) => ({ id, kind })) };
}

/** How many questions are asked. */
export function questionCount(steps: readonly Pick<Step, 'kind'>[]): number {
  return steps.filter(({ kind }) => kind !== 'told').length;
}
