import { describe, expect, it } from 'vitest';
import { schemas } from '#schema/index.ts';
import { readFields } from '#parse/fields.ts';
import { readYaml } from '#parse/yaml.ts';

const read = (text: string) => readFields('incident', 'incidents/a.md', readYaml(text, 2));

const minimal = `title: Login
status: open
product: portal
opened: 2026-03-14
symptoms: [white]
`;

describe('readFields', () => {
  it('types what is typed and keeps every text as written', () => {
    const { fields, diagnostics } = read(`${minimal}drill: false
environment: { version: 1.10, build: 00420, port: 22:22, vpn: no }
manual_steps:
  - what: Copied it
    minutes: 2.5
tickets: [12345678901234567890]
`);
    expect(diagnostics).toEqual([]);
    expect(fields).toMatchObject({
      opened: '2026-03-14',
      drill: false,
      environment: { version: '1.10', build: '00420', port: '22:22', vpn: 'no' },
      manual_steps: [{ what: 'Copied it', minutes: 2.5 }],
      tickets: ['12345678901234567890'],
    });
  });

  it('takes a field without a value for left out', () => {
    const { fields, diagnostics } = read(`${minimal}component:\nreporter:\n  name:\ncause: ""\n`);
    expect(diagnostics).toEqual([]);
    expect(fields).toEqual({ ...read(minimal).fields, reporter: {} });
  });

  it('never changes an object by a field named as one of its parts', () => {
    const { fields, diagnostics } = read(
      `${minimal}environment:\n  constructor: x\n  toString: y\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(Object.keys(fields!.environment!)).toEqual(['constructor', 'toString']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('places each problem on the field it is about', () => {
    const { diagnostics } = read(`${minimal}promises:
  - to: customer
    waht: Call back
    due: tomorrow
`);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['missing-field', 8, 5],
      ['wrong-value', 10, 10],
      ['unknown-field', 9, 5],
    ]);
  });

  it('names words but never quotes a value', () => {
    const secret = 'hunter2';
    const { diagnostics } = read(`title: [${secret}]
status: ${secret}
product: ${secret}!
opened: ${secret}
effort: ${secret}
symptoms: ${secret}
reporter: ${secret}
drill: ${secret}
evidence: [{ kind: ${secret}, url: ${secret}, shows: x }]
`);
    expect(diagnostics.length).toBeGreaterThan(8);
    expect(JSON.stringify(diagnostics)).not.toContain(secret);
    expect(JSON.stringify(diagnostics)).toContain('open, mitigated, resolved, archived');
  });

  it('finds the other problems of a record with a field written twice', () => {
    const yaml = readYaml(`${minimal}status: closed\nseverity: bad\n`, 2);
    expect(yaml.problems).toMatchObject([{ code: 'yaml-duplicate-key' }]);
    const { diagnostics } = readFields('incident', 'incidents/a.md', yaml);
    expect(diagnostics).toMatchObject([{ code: 'wrong-value', line: 8 }]);
  });

  it.each(Object.keys(schemas) as (keyof typeof schemas)[])('says what a %s needs', (kind) => {
    const { fields, diagnostics } = readFields(kind, 'a.md', readYaml('x:\n', 2));
    expect(fields).toBeUndefined();
    for (const { message, hint } of diagnostics) {
      expect(message).toMatch(/^(The field `\w+` is missing in|There is no field) .*\.$/);
      expect(hint).toBeTruthy();
    }
  });
});
