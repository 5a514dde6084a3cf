import type { Incident, Site } from '#model/site.ts';
import { decisionsOf } from './decisions.ts';
import type { Difficulty, Drill, NoDrill, WhyNoDrill } from './drill.ts';
import { drillGaps, type DrillGaps } from './gaps.ts';

/** What can be trained on, what could be, and what drills lack. */
export interface Coverage {
  /** In the order of the configuration, also without an incident; what it does not name comes after. */
  areas: Area[];
  /** Incidents that are no drill and could be one with some writing, in the order of the site. */
  couldBe: NoDrill[];
  /** Drills whose record lacks something, in the order of the site. */
  gaps: { incident: string; gaps: DrillGaps }[];
}

/** A component of a product, or what of it names none. */
export interface Area {
  product: string;
  component?: string;
  incidents: number;
  drills: Record<Difficulty['level'], number>;
  couldBe: number;
  withGaps: number;
}

/**
 * Adds up what is a drill and what is none.
 *
 * An incident could be a drill if somebody finishes or completes it: one that is kept out or not resolved yet
 * and has two attempts that differ, one whose attempts all say the same, one of whose product there is too
 * little to choose from, and a resolved one of which one attempt is told. What was never tried to be solved
 * makes no drill, whatever is written.
 */
export function coverage(
  site: Site,
  drills: readonly Pick<Drill, 'incident' | 'difficulty'>[],
  none: readonly NoDrill[],
): Coverage {
  const level = new Map(drills.map(({ incident, difficulty }) => [incident, difficulty.level]));
  const why = new Map(none.map((one) => [one.incident, one.why]));
  const areas = emptyAreas(site);
  const couldBe: NoDrill[] = [];
  const gaps: Coverage['gaps'] = [];
  for (const incident of site.incidents) {
    const area = areaOf(areas, incident);
    const { id } = incident;
    area.incidents += 1;
    const itsLevel = level.get(id);
    const itsWhy = why.get(id);
    const lacks = itsLevel && drillGaps(incident);
    if (itsLevel) area.drills[itsLevel] += 1;
    if (lacks && hasGaps(lacks)) {
      area.withGaps += 1;
      gaps.push({ incident: id, gaps: lacks });
    }
    if (itsWhy && couldBecome(incident, itsWhy)) {
      area.couldBe += 1;
      couldBe.push({ incident: id, why: itsWhy });
    }
  }
  return { areas: [...areas.values()], couldBe, gaps };
}

function emptyAreas({ config }: Site): Map<string, Area> {
  const named = config.products.flatMap(({ id, components = [] }) =>
    components.length === 0
      ? [emptyArea(id, undefined)]
      : components.map((component) => emptyArea(id, component.id)),
  );
  return new Map(named.map((area) => [keyOf(area), area]));
}

function areaOf(areas: Map<string, Area>, { fields }: Incident): Area {
  const key = keyOf(fields);
  const found = areas.get(key) ?? emptyArea(fields.product, fields.component);
  areas.set(key, found);
  return found;
}

function emptyArea(product: string, component: string | undefined): Area {
  return {
    product,
    ...(component !== undefined && { component }),
    incidents: 0,
    drills: { easy: 0, medium: 0, hard: 0 },
    couldBe: 0,
    withGaps: 0,
  };
}

function keyOf({
  product,
  component,
}: {
  product: string;
  component?: string | undefined;
}): string {
  return component === undefined ? product : `${product}.${component}`;
}

function hasGaps({ because, afterwards, hasNoEvidence }: DrillGaps): boolean {
  return because.length > 0 || afterwards.length > 0 || hasNoEvidence;
}

function couldBecome(incident: Incident, why: WhyNoDrill): boolean {
  if (why === 'attempts_alike' || why === 'too_few_choices') return true;
  const { fields } = incident;
  const tried = fields.attempts ?? [];
  if (why === 'too_few_attempts') return tried.length > 0;
  const finished = { ...incident, fields: { ...fields, status: 'resolved' as const, drill: true } };
  return !('why' in decisionsOf(finished));
}
