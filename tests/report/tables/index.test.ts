import { describe, expect, it } from 'vitest';
import { tableWriters, type TableFormat } from '#report/tables/index.ts';
import { rawControl } from '../report-of.ts';
import { strange, toldOf } from './told.ts';

const formats = Object.keys(tableWriters) as TableFormat[];
const told = (format: TableFormat, ...reports: (typeof strange)[]) =>
  tableWriters[format](toldOf(reports));
const empty = { ...strange, name: 'empty', rows: [] };

describe.each(formats)('%s', (format) => {
  it('holds nothing that a terminal acts on', () => {
    const text = told(format, strange, empty).replaceAll('\r\n', '\n');
    expect(text).not.toMatch(rawControl);
    expect(text).toContain('31m');
  });
});

describe('csv', () => {
  it('is RFC 4180, with ids and plain numbers, and no formula', () => {
    expect(told('csv', strange)).toBe(
      [
        'what,count,took,share',
        "'=SUM(A1),1,95,0.25",
        '"a ""quoted"", one",0,,',
        String.raw`a|b ${'`c`'} [d](e) \x1b[31m\x0d\x0a\u202e,12,0.5,1`,
        ',,0,0',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra'])('makes a text of %j', (what) => {
    const report = { ...strange, columns: strange.columns.slice(0, 1), rows: [{ what }] };
    expect(told('csv', report).split('\r\n')[1]).toMatch(/^'/);
    const safe = { ...report, rows: [{ what: `a${what}` }] };
    expect(told('csv', safe).split('\r\n')[1]).toMatch(/^a/);
  });

  it('of several reports has one line for each cell', () => {
    const lines = told('csv', strange, empty).split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      'report,row,column,value',
      "strange,1,what,'=SUM(A1)",
      'strange,1,count,1',
      'strange,1,took,95',
    ]);
    expect(lines).toHaveLength(1 + 16 + 1);
    expect(
      new Set(lines.slice(0, -1).map((line) => line.replace(/"[^"]*"/g, '').split(',').length)),
    ).toEqual(new Set([4]));
  });

  it('of nothing is its header', () => {
    expect(told('csv', empty)).toBe('what,count,took,share\r\n');
  });
});

describe('markdown', () => {
  it('is a table in which nothing means anything else', () => {
    expect(told('markdown', strange)).toBe(String.raw`## A \* title \| of \<all\>

Counted in Port\_of\_Spain.

| What | How many | Took | Share |
| --- | --: | --: | --: |
| =SUM(A1) | 1 | 95 | 0.25 |
| a "quoted", one | 0 | – | – |
| a\|b ${'\\`c\\`'} \[d\](e) \\x1b\[31m\\x0d\\x0a\\u202e | 12 | 0.5 | 1 |
| – | – | 0 | 0 |
`);
    expect(told('markdown', empty)).toContain('No figures yet.\n');
  });
});

describe('json', () => {
  it('says null where nothing is known, and when it was asked', () => {
    const { now, timezone, reports } = JSON.parse(told('json', strange)) as {
      now: string;
      timezone: string;
      reports: (typeof strange)[];
    };
    expect([now, timezone]).toEqual(['2026-03-14T00:00:00.000Z', 'Europe/Vienna']);
    expect(reports[0]?.columns).toEqual(strange.columns);
    expect(reports[0]?.rows[1]).toEqual({
      what: 'a "quoted", one',
      ...{ count: 0, took: null, share: null },
    });
    expect(reports[0]?.rows[2]).toEqual(strange.rows[2]);
  });
});

describe('pretty', () => {
  it('sets numbers right, wraps heads, and cuts a text that is too long', () => {
    const long = { what: 'x'.repeat(60), count: 1234, took: undefined, share: 0.5 };
    const [title, how, ...lines] = told('pretty', { ...strange, rows: [long] }).split('\n');
    expect([title, how]).toEqual(['A * title | of <all>  strange', 'Counted in Port_of_Spain.']);
    const gap = ' '.repeat(44);
    expect(lines).toEqual([
      '',
      `    ${gap}   How`,
      `What${gap}  many  Took  Share`,
      `${'x'.repeat(47)}…  1234     –    0.5`,
      '',
    ]);
    expect(told('pretty', empty)).toContain('\nNo figures yet.\n');
  });
});
