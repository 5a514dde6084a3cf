import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { blackHoles } from '#derive/black-holes.ts';
import { candidates } from '#derive/candidates.ts';
import { commitments } from '#derive/commitments.ts';
import { confidence } from '#derive/confidence.ts';
import { durations } from '#derive/durations.ts';
import { leftovers } from '#derive/leftovers.ts';
import { lookAlikes } from '#derive/look-alikes.ts';
import { proof } from '#derive/proof.ts';
import { related } from '#derive/related.ts';
import { reportNames, reports, type ReportName } from '#derive/reports/index.ts';
import { staleness } from '#derive/staleness.ts';
import { tell } from '#derive/tell.ts';
import { timeline } from '#derive/timeline.ts';
import { toil } from '#derive/toil.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentSchema } from '#schema/incident.ts';
import { incidentPages } from '#views/internal/incident-page.ts';
import { homePage } from '#views/internal/home-page.ts';
import { allRegisterPages } from '#views/internal/registers/index.ts';
import { reportsPage } from '#views/internal/reports-page.ts';
import { siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';
import { writtenOf } from '../written-values.ts';

/*
 * Whatever the schema takes: from the required fields alone to everything, with dates in any order, as
 * imported records may have them. What somebody did not write is never in an answer.
 */

const incident = writtenOf(incidentSchema) as fc.Arbitrary<WritableFields>;
const sites = fc
  .array(incident, { minLength: 0, maxLength: 5 })
  .map((all) => siteOf(all.map((fields, index) => ['abcde'[index]!, fields] as const)));
const moments = fc.constantFrom(
  ...['2000-01-01', '2026-03-14', '2026-06-01', '2060-01-01'].map((day) => Date.parse(day)),
);
const questions = fc.tuple(sites, moments).map(([site, now]) => ({ ...site, now }));
const nonsense = /\b(undefined|NaN|Infinity)\b|(?<![\w.])-\d+ (min|h|days?)\b/;
const runs = { numRuns: 80 };

describe('whatever a record says', () => {
  it('every derivation answers, in numbers that can be', () => {
    fc.assert(
      fc.property(questions, (site) => {
        expectSound(answersOf(site));
        expectSound(reportNames.map((name) => reports[name](site, site.now)));
      }),
      runs,
    );
  });

  it('every page says it in words', () => {
    fc.assert(
      fc.property(questions, (site) => {
        const models = [
          ...incidentPages(site).map(({ model }) => model),
          ...allRegisterPages(site).map(({ model }) => model),
          ...[homePage(site), reportsPage(site)],
        ];
        expectSound(models);
        // The match alone: a failure would print every page otherwise.
        expect(nonsense.exec(JSON.stringify(models))?.[0]).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('no duration is known that nobody wrote to the minute', () => {
    fc.assert(
      fc.property(sites, ({ incidents }) => {
        for (const { fields } of incidents) {
          const { toMitigate, toResolve, effort } = durations({ fields }, 'Europe/Vienna');
          expect(toMitigate).toBe(minutesFrom(fields.opened, fields.mitigated));
          expect(toResolve).toBe(minutesFrom(fields.opened, fields.resolved));
          expect(effort === undefined).toBe(fields.effort === undefined);
        }
      }),
      runs,
    );
  });

  it('proof, trust and leftovers rest on attempts that are there', () => {
    fc.assert(
      fc.property(questions, (site) => {
        for (const one of site.incidents) expectProof(one);
        for (const { incident: id, attempt, since, age } of leftovers(site, site.now)) {
          const { attempts = [] } = site.incidents.find((one) => one.id === id)!.fields;
          expect(attempts[attempt]).toMatchObject({ afterwards: 'left_in_place' });
          expect(since).toBe(attempts[attempt]?.at);
          expect(age === undefined).toBe(since === undefined || startOf(since) > site.now);
        }
      }),
      runs,
    );
  });

  it('reports count every record once, and what is not known beside it', () => {
    fc.assert(fc.property(questions, expectTotals), runs);
  });
});

function answersOf(site: Site): unknown[] {
  const { config, now, incidents } = site;
  return [
    ...[blackHoles(site, now), candidates(site), commitments(site, now), leftovers(site, now)],
    ...[lookAlikes(site), [...related(site)], staleness(site, now), toil(site)],
    ...incidents.flatMap((one) => [
      ...[confidence(one), durations(one, config.timezone), proof(one), tell(site, one)],
      timeline(one, config.timezone),
    ]),
  ];
}

/** No number that is none, none below nothing. */
function expectSound(value: unknown): void {
  if (typeof value === 'number') {
    expect(Number.isFinite(value), String(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(0);
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectSound);
}

/** The same again, by the calendar of another library function than the code's. */
function minutesFrom(opened: string, until: string | undefined): number | undefined {
  if (!opened.includes('T') || !until?.includes('T')) return undefined;
  const minutes = (startOf(until) - startOf(opened)) / 60_000;
  return minutes < 0 ? undefined : Math.round(minutes);
}

function startOf(written: string): number {
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(written))
    return Temporal.Instant.from(written).epochMilliseconds;
  const local = Temporal.PlainDateTime.from(written);
  const options = { disambiguation: 'earlier' } as const;
  return local.toZonedDateTime('Europe/Vienna', options).epochMilliseconds;
}

function expectProof({ fields }: Incident): void {
  const { attempts = [] } = fields;
  const known = proof({ fields });
  expect(known.kind === 'no_fix').toBe(!attempts.some(({ outcome }) => outcome === 'fixed'));
  expect(confidence({ fields }) === undefined).toBe(known.kind === 'no_fix');
  if (known.kind === 'no_fix') return;
  const before = attempts.slice(0, known.fix);
  const isClear = before.every(({ afterwards }) => /^(reverted|no_change)$/.test(afterwards ?? ''));
  expect(known.kind === 'proven_alone').toBe(isClear || fields.fix?.isolated === true);
}

function expectTotals(site: Site): void {
  const { incidents, now } = site;
  const rowsOf = (name: ReportName) => reports[name](site, now).rows;
  const total = (name: ReportName, ...keys: string[]) => {
    const rows = rowsOf(name).filter(
      ({ product }) =>
        product !== undefined || name === 'incidents' || name === 'sides' || name === 'promises',
    );
    return rows.reduce(
      (sum, row) => sum + keys.reduce((all, key) => all + Number(row[key] ?? 0), 0),
      0,
    );
  };
  const over = incidents.filter(({ fields }) => /^(resolved|archived)$/.test(fields.status));
  const closed = incidents.filter(({ fields }) => fields.status !== 'open');
  expect(total('incidents', 'incidents')).toBe(incidents.length);
  expect(total('sides', 'incidents')).toBe(over.length);
  expect(total('times', 'mitigate_known', 'mitigate_unknown')).toBe(closed.length);
  expect(total('times', 'resolve_known', 'resolve_unknown')).toBe(over.length);
  expect(total('self-help', 'solvable', 'not_solvable', 'unknown')).toBe(over.length);
  expect(total('promises', 'in_time', 'late', 'overdue', 'waiting', 'without_due', 'unknown')).toBe(
    commitments(site, now).length,
  );
  for (const name of reportNames) {
    const { columns, rows } = reports[name](site, now);
    const keys = new Set(columns.map(({ key }) => key));
    for (const row of rows) expect(Object.keys(row).filter((key) => !keys.has(key))).toEqual([]);
  }
}
