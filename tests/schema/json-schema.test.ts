import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { schemas, type FileKind } from '#schema/index.ts';
import { jsonSchema } from '#schema/json-schema.ts';

const root = join(import.meta.dirname, '..', '..');
const kinds = Object.keys(schemas) as FileKind[];

/** What an editor with this schema would underline in a header that it reads as YAML 1.2. */
function complaints(kind: FileKind, yaml: string): string[] {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const isValid = ajv.compile(jsonSchema(kind));
  isValid(parseYaml(yaml, { schema: 'core' }));
  return (isValid.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** The front matter of a file below tests/fixtures. */
function headerOf(path: string): string {
  return readFileSync(join(root, 'tests/fixtures', path), 'utf8').split(/^---$/m)[1]!;
}

describe.each(kinds)('the schema of a %s', (kind) => {
  it('is committed as it is generated', () => {
    const committed = readFileSync(join(root, `schemas/${kind}.schema.json`), 'utf8');
    expect(committed).toBe(`${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
  });

  it('is draft 2020-12, strict about unknown keywords', () => {
    expect(jsonSchema(kind)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:fixlore:${kind}`,
    });
    expect(() => complaints(kind, '{}')).not.toThrow();
  });

  it('describes every field', () => {
    const bare = propertiesIn(jsonSchema(kind)).filter(
      ({ node }) => !/\S.*\.$/.test(node.description ?? ''),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('leaves none of the notes to ourselves in it', () => {
    expect(JSON.stringify(jsonSchema(kind))).not.toMatch(/"(scalar|expected|advice|shape)":"/);
  });
});

describe('an editor', () => {
  it('has nothing against the examples of the design', () => {
    expect(complaints('incident', headerOf('design/incident.md'))).toEqual([]);
    expect(complaints('article', headerOf('design/article.md'))).toEqual([]);
  });

  it.each([
    ['a version that YAML takes for a number', 'environment: { version: 4.20, build: 00420 }'],
    ['a title that YAML takes for a number or a flag', 'title: 500'],
    ['words that YAML takes for flags', 'symptoms: [true, false, 404]'],
    ['tickets of digits', 'tickets: [12345, 1e3]'],
    ['a bare flag', 'drill: false'],
    ['a bare number', 'manual_steps: [{ what: x, minutes: 4 }]'],
    ['a bare date', 'resolved: 2026-03-14'],
    ['an instant', 'resolved: 2026-03-14T09:10:00+01:00'],
    ['an instant without offset', 'resolved: 2026-03-14T09:10'],
    ['an alias of digits', 'aliases: [2026]'],
    [
      'fields without a value',
      'cause:\nseverity:\nreporter: { name: }\nerrors:\ndrill:\nmanual_steps: [{ what: x, minutes: }]',
    ],
  ])('has nothing against %s', (_, line) => {
    expect(complaints('incident', `${minimalWithout(line)}\n${line}`)).toEqual([]);
  });

  it.each([
    ['a field that does not exist', 'titel: x', ' unevaluatedProperties|additionalProperties'],
    ['a word that is not on the list', 'severity: bad', '/severity enum'],
    ['a flag that is none', 'drill: no', '/drill type'],
    ['a date in another form', 'resolved: 14.03.2026', '/resolved pattern'],
    ['a duration in another form', 'effort: 2 hours', '/effort pattern'],
    ['a text for a list', 'errors: x', '/errors type'],
    ['an id with a space', 'component: Log in', '/component pattern'],
    ['a missing field in an item', 'promises: [{ to: x, what: y }]', '/promises/0 required'],
    [
      'a path that leads out',
      'evidence: [{ kind: log, file: ../x, shows: y }]',
      '/evidence/0/file pattern',
    ],
    ['an empty text', 'cause: ""', '/cause minLength'],
    ['a needed field without a value', 'title:', '/title type'],
  ])('underlines %s', (_, line, expected) => {
    const [found, ...others] = complaints('incident', `${minimalWithout(line)}\n${line}`);
    expect(others).toEqual([]);
    expect(found).toMatch(new RegExp(`^${expected}$`));
  });

  it('asks for the fields that every record has', () => {
    expect(complaints('incident', '{}')).toEqual(Array(5).fill(' required'));
    expect(complaints('config', '{}')).toEqual([' required']);
  });
});

const minimal: Record<string, string> = {
  title: 'title: x',
  status: 'status: open',
  product: 'product: portal',
  opened: 'opened: 2026-03-14',
  symptoms: 'symptoms: [x]',
};

function minimalWithout(line: string): string {
  const { [line.split(':')[0]!]: _, ...others } = minimal;
  return Object.values(others).join('\n');
}

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  additionalProperties?: Node | boolean;
}

/** Every property of a schema with its path, however deep. */
function propertiesIn(node: Node, path = ''): { path: string; node: Node }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]) => [
    { path: `${path}/${name}`, node: child },
    ...propertiesIn(child, `${path}/${name}`),
  ]);
  const inner = [node.items ?? [], node.anyOf ?? []].flat();
  return [...own, ...inner.flatMap((child) => propertiesIn(child, path))];
}
