import { expect, it } from 'vitest';
import { existingRecord } from '#importers/existing-records.ts';

const read = (file: string, text: string) => existingRecord(file, new TextEncoder().encode(text));
const imported = 'imported:\n  from: cstate\n  id: "2025: a"\n  digest: 12e4\n';

it('knows the ids of a record and where it came from', () => {
  expect(read('incidents/a.md', `---\ntitle: A\naliases: [b, c]\n${imported}---\n`)).toEqual({
    kind: 'incident',
    file: 'incidents/a.md',
    ids: ['a', 'b', 'c'],
    imported: { from: 'cstate', id: '2025: a', digest: '12e4' },
  });
  expect(read('kb/intake/a.md', 'no front matter')).toEqual({
    kind: 'intake',
    file: 'kb/intake/a.md',
    ids: ['a'],
  });
});

it.each([
  ['a quote is open', `---\ntitle: "A\n${imported}---\n`],
  ['the fence is gone', `---\ntitle: A\n${imported}`],
  ['a field is unknown', `---\nnonsense: A\n${imported}---\n`],
  ['lines end in CRLF', `---\ntitle: A\n${imported}---\n`.replaceAll('\n', '\r\n')],
])('still knows it when %s', (_, text) => {
  expect(read('kb/a.md', text).imported).toMatchObject({ from: 'cstate', id: '2025: a' });
});
