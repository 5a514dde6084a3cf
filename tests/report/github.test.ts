import { expect, it } from 'vitest';
import { github } from '#report/github.ts';
import { ordinary, rawControl, reportOf, strange } from './report-of.ts';

it('annotates lines, with columns where the problem is on one line', () => {
  const info = { ...ordinary, severity: 'info' as const, hint: 'Do this.' };
  expect(github(reportOf([ordinary, info]))).toBe(
    `::warning file=incidents/a.md,line=3,endLine=3,col=9,endColumn=15,title=wrong-value::The value of \`status\` is not usable.
::notice file=incidents/a.md,line=3,endLine=3,col=9,endColumn=15,title=wrong-value::The value of \`status\` is not usable. Do this.
12 records checked: 1 warning, 1 info.
`,
  );
});

it('escapes what would end a command or start another', () => {
  const text = github(reportOf([strange]));
  expect(text).not.toMatch(rawControl);
  const [command, ...others] = text.trimEnd().split('\n');
  expect(others).toEqual(['12 records checked: 1 error.']);
  expect(command).toBe(
    '::error file=incidents/100%25%3A a%2Cb\\x1b[31m.md,line=3,endLine=4,title=yaml-duplicate-key::' +
      'Written twice:\\x0d\\x0a\\x9b31m\\u202e "it" is 100%25. Keep one, \\x07please.',
  );
});
