import { expect, it } from 'vitest';
import { catalogue, codes } from '#diagnostics/catalogue.ts';
import { sorted, tally, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { printable, quoted } from '#diagnostics/printable.ts';

const one: Diagnostic = {
  code: 'wrong-value',
  severity: 'error',
  file: 'b.md',
  line: 2,
  column: 1,
  end_line: 2,
  end_column: 1,
  message: 'b',
};

it('is sorted by file, line, column, code and message, whatever order it came in', () => {
  const expected: Diagnostic[] = [
    { ...one, file: 'B.md', line: 9 },
    { ...one, file: 'a.md', line: 9 },
    { ...one, line: 1 },
    { ...one, code: 'broken-link' },
    { ...one, message: 'a' },
    one,
    { ...one, column: 10 },
    { ...one, line: 10 },
  ];
  expect(sorted(expected.toReversed())).toEqual(expected);
});

it('is counted by severity', () => {
  expect(tally([one, { ...one, severity: 'info' }, one])).toEqual({
    error: 2,
    warning: 0,
    info: 1,
  });
});

it('has codes in kebab-case and titles that are one phrase', () => {
  for (const code of codes) {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(catalogue[code].title).toMatch(/^[A-Z].{9,79}[^.]$/);
  }
});

it('writes what a terminal acts on or hides as an escape', () => {
  expect(printable('a\u001b[31m\r\n\tb\u009b\u007f\u202e\u200b\ufeff\u00fc\ud83d\ude00')).toBe(
    'a\\x1b[31m\\x0d\\x0a\\x09b\\x9b\\x7f\\u202e\\u200b\\ufeff\u00fc\ud83d\ude00',
  );
});

it('quotes a short name', () => {
  expect(quoted('titel')).toBe('`titel`');
  expect(quoted('a\u001b')).toBe('`a\\x1b`');
  expect(quoted('x'.repeat(61))).toBe(`\`${'x'.repeat(59)}…\``);
});
