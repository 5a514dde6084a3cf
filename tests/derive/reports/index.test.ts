import { describe, expect, it } from 'vitest';
import { reportNames, reports } from '#derive/reports/index.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { over } from './over.ts';

const full = siteOf([
  [
    '2026-03-14-a',
    over({
      opened: '2026-03-14T09:00:00Z',
      resolved: '2026-03-14T10:00:00Z',
      effort: '30m',
      seen_again: [{ at: '2026-03-20' }],
      attempts: [attempt('fixed', 'no_change')],
      manual_steps: [{ what: 'Copied it', minutes: 4 }],
      promises: [{ to: 'customer', what: 'A call', due: '2026-03-15', kept: '2026-03-15' }],
    }),
  ],
  ['2026-05-30-b', { opened: '2026-05-30' }],
]);

describe.each(reportNames)('the report %s', (name) => {
  it('goes by its name', () => {
    expect(reports[name](full, now).name).toBe(name);
  });

  it('has no rows when there is nothing, and says how it is computed all the same', () => {
    const { rows, how, title, columns } = reports[name](siteOf([]), now);
    expect(rows).toEqual([]);
    expect([how, title, columns].map(({ length }) => length > 0)).toEqual([true, true, true]);
  });

  it('fills its columns and nothing else, each with what belongs there', () => {
    const { columns, rows } = reports[name](full, now);
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(keys.toSorted());
    for (const { key, kind } of columns) {
      for (const row of rows) {
        const cell = row[key];
        if (cell !== undefined) expect(typeof cell).toBe(kind === 'text' ? 'string' : 'number');
      }
    }
  });

  it('says the same again', () => {
    expect(reports[name](full, now)).toEqual(reports[name](full, now));
  });
});
