import { expect, it } from 'vitest';
import { nearFile } from '#validate/near-file.ts';

const files = new Map([
  ['incidents/2026/a/Server.log', {}],
  ['kb/page.png', {}],
]);

it.each([
  ['incidents/2026/a/server.log', 'Did you mean `incidents/2026/a/Server.log`?'],
  ['incidents/2026/page.png', 'Did you mean `kb/page.png`?'],
  [
    'incidents/2026/secret-name.png',
    'The path starts in the folder of the record, `incidents/2026/`; upper and lower case count.',
  ],
])('helps to find %s', (path, hint) => {
  expect(nearFile(files, path, 'incidents/2026/a.md')).toBe(hint);
});
