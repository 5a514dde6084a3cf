import { describe, expect, it } from 'vitest';
import { coloured } from '#report/paint.ts';
import { pretty } from '#report/pretty.ts';
import { ordinary, rawControl, reportOf, strange } from './report-of.ts';

describe('pretty', () => {
  it('groups by file and shows the line with carets below the place', () => {
    const other = { ...ordinary, line: 7, column: 1, end_line: 7, end_column: 1, hint: 'Do this.' };
    const report = reportOf([ordinary, other], {
      sourceLine: (_, line) => (line === 3 ? 'status: closed' : ''),
    });
    expect(pretty(report)).toBe(`incidents/a.md
  warning The value of \`status\` is not usable. wrong-value
    incidents/a.md:3:9
      3 │ status: closed
        │         ^^^^^^
  warning The value of \`status\` is not usable. wrong-value
    incidents/a.md:7:1
    → Do this.

12 records checked: 2 warnings.
`);
  });

  it('says when there is nothing to say', () => {
    expect(pretty(reportOf([]))).toBe('12 records checked, no problems.\n');
    expect(pretty(reportOf([], { recordCount: 1 }))).toBe('1 record checked, no problems.\n');
  });

  it('puts the caret below the ellipsis where the value is not shown', () => {
    const lines = excerptOf({ ...ordinary, column: 57, end_column: 90 }, 'title: …');
    expect(lines).toEqual(['      3 │ title: …', '        │        ^']);
  });

  it('cuts a long line around the place', () => {
    const source = `${'a'.repeat(200)}WRONG${'b'.repeat(200)}`;
    const [line, carets] = excerptOf({ ...ordinary, column: 201, end_column: 206 }, source);
    expect(line!.length).toBeLessThan(120);
    expect(line!.slice(carets!.indexOf('^'), carets!.lastIndexOf('^') + 1)).toBe('WRONG');
  });

  it('keeps the carets in place below what is written as an escape', () => {
    const [line, carets] = excerptOf({ ...ordinary, column: 4, end_column: 6 }, 'a\t\u001bXY b');
    expect(line).toBe('      3 │ a\\x09\\x1bXY b');
    expect(carets).toBe('        │          ^^');
  });

  it('marks a problem of several lines to the end of the first', () => {
    const [, carets] = excerptOf({ ...ordinary, column: 3, end_line: 9, end_column: 1 }, 'abcdef');
    expect(carets).toBe('        │   ^^^^');
  });

  it('lets no control character through, except its own colours', () => {
    const report = reportOf([strange], { sourceLine: () => 'a\u001b[31m\u202eb' });
    expect(pretty(report)).not.toMatch(rawControl);
    const text = pretty({ ...report, paint: coloured });
    // eslint-disable-next-line no-control-regex -- the colours themselves
    expect(text.replaceAll(/\u001b\[\d+m/g, '')).toBe(pretty(report));
  });
});

/** The two lines of an excerpt for a diagnostic on a source line. */
function excerptOf(diagnostic: typeof ordinary, source: string): string[] {
  const report = reportOf([diagnostic], { sourceLine: () => source });
  return pretty(report).split('\n').slice(3, 5);
}
