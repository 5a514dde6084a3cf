import { describe, expect, it } from 'vitest';
import { reportNames } from '#derive/reports/index.ts';
import type { Chart, RowChart } from '#views/internal/charts/chart.ts';
import { monthText, shareText } from '#views/internal/report-cells.ts';
import { reportsPage } from '#views/internal/reports-page.ts';
import { attempt, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const rich: WritableFields = {
  ...{ status: 'resolved', severity: 'major', side: 'ours', effort: '45m' },
  opened: '2026-03-14T09:00:00Z',
  mitigated: '2026-03-14T09:30:00Z',
  resolved: '2026-03-14T12:00:00Z',
  seen_again: [{ at: '2026-03-20', fix_worked: true }, { at: '2026-03-21' }],
  attempts: [
    attempt('no_effect', 'left_in_place', { by: 'sj' }),
    attempt('worse', 'reverted'),
    attempt('fixed', 'no_change'),
  ],
  fix: { customer_solvable: true },
  manual_steps: [{ what: 'Copied it', minutes: 4 }],
  promises: [{ to: 'customer', what: 'A call', due: '2026-03-15', kept: '2026-03-16' }],
};
const site = siteOf(
  [
    ['rich', rich],
    [
      'other',
      { ...rich, product: 'zebra', opened: '2026-01-14T09:00:00Z', resolved: '2026-04-14' },
    ],
    ['bare', { status: 'resolved', opened: '2026-05-01' }],
    ['open', { opened: '2026-05-30' }],
  ],
  [recordOf('article', 'kb/a.md', articleText({ title: 'An article', sources: ['rich'] }))],
);

/** Every place across a chart, in per cent. */
function placesOf(chart: Chart): number[] {
  if (chart.kind === 'columns') {
    const marks = chart.columns.flatMap((column) => column.marks);
    return [...marks.flatMap(({ x, width }) => [x, x + width]), ...chart.labels.map(({ x }) => x)];
  }
  const rows = chart.groups.flatMap((group) => group.rows);
  return [
    ...chart.ticks.map(({ x }) => x),
    ...rows.flatMap(({ bars }) => bars.flatMap(({ x, width }) => [x, x + width])),
    ...rows.flatMap(({ dots }) => dots.map(({ x }) => x)),
    ...rows.flatMap(({ line }) => (line ? [line.from, line.to] : [])),
  ];
}

const section = (name: string, of = site) =>
  reportsPage(of).reports.find((report) => report.name === name)!;
const rowsOf = (name: string) =>
  (section(name).charts[0] as RowChart).groups.flatMap(({ rows }) => rows);

describe('the page of reports', () => {
  it('has every report, said in a sentence, drawn, with its figures', () => {
    const { reports, empty } = reportsPage(site);
    expect(empty).toBeUndefined();
    expect(reports.map(({ name }) => name)).toEqual(reportNames);
    for (const { name, says, charts, rows, columns } of reports) {
      expect(says, name).toMatch(/^[\d\p{Lu}].*\.$/u);
      expect(says, name).not.toMatch(/undefined|NaN|–/);
      expect(charts.length, name).toBeGreaterThan(0);
      for (const row of rows) expect(row, name).toHaveLength(columns.length);
    }
  });

  it('draws nothing outside of a chart', () => {
    for (const { name, charts } of reportsPage(site).reports) {
      const places = charts.flatMap(placesOf);
      expect(places.length, name).toBeGreaterThan(0);
      for (const place of places) {
        expect(place, name).toBeGreaterThanOrEqual(0);
        expect(place, name).toBeLessThanOrEqual(100.02);
      }
    }
  });

  it('says that there is nothing, and where a report has nothing to say', () => {
    expect(reportsPage(siteOf([]))).toMatchObject({
      empty: 'There is no incident yet, so there is nothing to add up.',
      reports: [],
    });
    const { reports } = reportsPage(siteOf([['open', { opened: '2026-05-30' }]]));
    const drawn = reports.filter(({ says }) => says !== undefined).map(({ name }) => name);
    expect(drawn).toEqual(['incidents']);
  });

  it('survives what nobody knows', () => {
    const unknown = siteOf([
      ['a', { status: 'resolved', opened: '2026-05-01', manual_steps: [{ what: 'A copy' }] }],
      ['b', { opened: '2026-05-02', attempts: [{ action: 'Looked at it' }] }],
    ]);
    for (const { name, charts, says } of reportsPage(unknown).reports) {
      expect(says ?? '', name).not.toMatch(/undefined|NaN|–/);
      for (const place of charts.flatMap(placesOf)) expect(place, name).not.toBeNaN();
    }
    expect(section('times', unknown)).toMatchObject({
      says: 'No record says to the minute how long it took.',
      charts: [],
    });
  });

  it('makes no share of what nobody knows', () => {
    const silent = siteOf([['a', { status: 'resolved', opened: '2026-05-01' }]]);
    expect(section('sides', silent).says).toBe('Of 1 incident nobody says whose side it was on.');
    expect(section('self-help', silent)).toMatchObject({
      says: 'No record says whether customers could have solved it alone.',
      charts: [],
    });
    expect(section('sides').says).toBe(
      '67 % were on our side, 0 % on the customer’s; of 33 % nobody knows.',
    );
  });

  it('adds up nothing of which only the number is known', () => {
    const put = { follow_ups: [{ what: 'An alert' }], manual_steps: [{ what: 'A copy' }] };
    const unknown = siteOf([['a', { ...put, imported: { from: 'cstate', id: 'a' } }]]);
    expect(section('toil', unknown)).toMatchObject({
      says: '1 step by hand, of unknown length.',
      charts: [],
    });
    const { says, charts } = section('promises', unknown);
    expect(says).toBe('Nothing that was promised or put off is known to be done or overdue.');
    expect((charts[0] as RowChart).groups[0]?.rows[0]?.value).toBe('Not known');
  });

  it('draws a span only for what it knows', () => {
    const unmitigated = siteOf([
      ['a', { ...rich, mitigated: undefined }],
      ['b', { status: 'resolved', opened: '2026-05-01', product: 'zebra' }],
    ]);
    const [chart] = section('times', unmitigated).charts as RowChart[];
    expect(chart?.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Until it was over', 2],
    ]);
  });

  it('leads to the records that it names', () => {
    expect(section('recurrence').rows[0]?.[0]).toEqual({
      ...{ text: 'The login page stays white', href: '/incidents/rich/' },
    });
    expect(rowsOf('reuse')[0]).toMatchObject({ label: 'An article', href: '/articles/a/' });
  });

  it('does not tell who made an attempt', () => {
    expect(JSON.stringify(reportsPage(site))).not.toContain('sj');
  });
});

describe('its charts', () => {
  it('stack columns from the floor up, as high as their count', () => {
    const [chart] = section('incidents').charts;
    if (chart?.kind !== 'columns') throw new Error('No columns');
    expect(chart.columns).toHaveLength(6);
    const [may] = chart.columns.slice(-2);
    expect(may?.marks).toHaveLength(1);
    expect(may?.marks[0]).toMatchObject({ says: 'May 2026: Not known, 2', y: 10 });
    expect(may?.marks.reduce((sum, { height }) => sum + height, 0)).toBe(chart.floor - 10);
    expect(chart.ticks.map(({ text }) => text)).toEqual(['0', '1', '2']);
    expect(chart.labels.slice(0, 2)).toEqual([
      { x: 0, text: 'Jan', below: '2026' },
      { x: expect.any(Number) as number, text: 'Feb', below: undefined },
    ]);
  });

  it('show the years of a long time, and which months are left of it', () => {
    const long = siteOf([
      ['a', { opened: '2019-03-14', severity: 'major' }],
      ['b', { opened: '2019-07-14', severity: 'major' }],
      ['c', { opened: '2024-05-01' }],
    ]);
    const { says, charts } = section('incidents', long);
    expect(says).toBe('3 incidents since Mar 2019, none of them in Jun 2026.');
    expect(charts.map(({ title }) => title)).toEqual([
      'Opened each year, by severity',
      'Opened each month, by severity, the last 24 months',
      'Opened each month, by side, the last 24 months',
    ]);
    const [years, months] = charts;
    if (years?.kind !== 'columns' || months?.kind !== 'columns') throw new Error('No columns');
    expect(years.columns.map(({ marks }) => marks.map(({ says: told }) => told))).toEqual([
      ...[['2019: Major, 2'], [], [], [], [], ['2024: Not known, 1'], [], []],
    ]);
    expect(months.columns).toHaveLength(24);
  });

  it('draw the products with most incidents, and say so', () => {
    const over = { status: 'resolved', opened: '2026-03-14T09:00Z', resolved: '2026-03-14T10:00Z' };
    const products = Array.from('abcdefghijklm', (letter) => `product-${letter}`);
    const all = ['product-m', ...products].map((product, n): [string, WritableFields] => [
      `a-${n}`,
      { ...over, product },
    ]);
    const { charts, rows, note } = section('times', siteOf(all));
    const labels = (charts[0] as RowChart).groups.map((group) =>
      group.rows.map((row) => row.label),
    );
    expect(labels).toEqual([[...products.slice(0, 11), 'product-m', 'All products']]);
    expect(note).toBe(
      'The charts show the 12 products with the most incidents, as far as anything is known of them. The figures have all 13.',
    );
    expect(rows).toHaveLength(14);
    expect(section('times', siteOf(all.slice(2))).note).toBeUndefined();
  });

  it('put bars end to end', () => {
    const [row] = rowsOf('attempt-kinds');
    const [first, second] = row?.bars ?? [];
    expect(first?.x).toBe(0);
    expect(second?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 1);
    expect(row?.bars.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 1);
  });

  it('set dots on one scale, joined by a line', () => {
    const [portal] = rowsOf('times').slice(3);
    expect(portal).toMatchObject({ label: 'Claims portal', value: '3\u00a0h / 3\u00a0h' });
    expect(portal?.dots.map(({ says }) => says)).toEqual([
      'Median: 3 h',
      'p90: nine in ten took no longer: 3 h',
    ]);
    expect(portal?.line).toEqual({ from: portal?.dots[0]?.x, to: portal?.dots[1]?.x });
  });
});

describe('the words of cells', () => {
  it('never round to none or all', () => {
    expect([0, 0.001, 0.5, 0.999, 1, 1.97].map(shareText)).toEqual([
      ...['0 %', 'under 1 %', '50 %', 'over 99 %', '100 %', '197 %'],
    ]);
  });

  it('name months in the language of the site', () => {
    expect([monthText('2026-03', 'en'), monthText('2026-03', 'fr')]).toEqual([
      'Mar 2026',
      'mars 2026',
    ]);
  });
});
