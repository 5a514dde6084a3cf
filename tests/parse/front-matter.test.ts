import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readFrontMatter } from '#parse/front-matter.ts';
import { parseRecord } from '#parse/record.ts';
import { incidentText } from '../records.ts';

const marker = join(tmpdir(), `fixlore-executed-${String(process.pid)}`);
const program = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'x')`;

afterEach(() => rmSync(marker, { force: true }));

describe('a program in a record', () => {
  it('would leave a marker if it ran', () => {
    new Function('require', program)(
      process.getBuiltinModule('node:module').createRequire(import.meta.url),
    );
    expect(existsSync(marker)).toBe(true);
  });

  it.each([
    ['as JavaScript', `---js\n${program}\n---\n`],
    ['as JavaScript with a space', `--- js\n${program}\n---\n`],
    ['in upper case', `---JavaScript\n${program}\n---\n`],
    ['as CoffeeScript', `---coffee\n${program}\n---\n`],
    ['as JSON', `---json\n{"a": 1}\n---\n`],
    ['as TOML', `---toml\na = 1\n---\n`],
    ['named constructor', `---constructor\n${program}\n---\n`],
    ['named __proto__', `---__proto__\n${program}\n---\n`],
    ['between the fences', `---\n${program}\n---\n`],
    ['as a tag', `---\ntitle: !!js/function 'function () { ${program} }'\n---\n`],
    ['as a called tag', `---\ntitle: !!js/function > ${program}\n---\n`],
  ])('is not run: %s', (_, text) => {
    const { record, diagnostics } = parseRecord(
      'incident',
      'incidents/a.md',
      new TextEncoder().encode(text),
    );
    expect(record).toBeUndefined();
    expect(diagnostics).not.toEqual([]);
    expect(existsSync(marker)).toBe(false);
  });

  it('is not run: as the start of a body', () => {
    const text = incidentText({}, `---js\n${program}\n---`);
    const { record } = parseRecord('incident', 'incidents/a.md', new TextEncoder().encode(text));
    expect(record!.body).toContain('---js');
    expect(existsSync(marker)).toBe(false);
  });
});

it('asks no other engine, however the header starts', () => {
  const fenced = { header: 'js', headerLine: 2, body: '', bodyLine: 4 };
  expect(readFrontMatter(fenced).yaml.value).toBe('js');
});

it.each(['', ' ', '\n', '\n\n---js\n', '---', '\t\u00a0\u2028', '---\n---\n'])(
  'keeps the body %j as it is',
  (body) => {
    const fenced = { header: 'a: b', headerLine: 2, body, bodyLine: 4 };
    expect(readFrontMatter(fenced)).toMatchObject({ body, yaml: { value: { a: 'b' } } });
  },
);
