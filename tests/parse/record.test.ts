import { describe, expect, it } from 'vitest';
import { locateFields, parseRecord } from '#parse/record.ts';
import { incidentText } from '../records.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, file = 'incidents/a.md') =>
  parseRecord('incident', file, encode(text));

describe('parseRecord', () => {
  it('gives the fields, the body as written and the line on which it starts', () => {
    const text = incidentText({}, '## What happened\n\n<user>@<host>\t\n\n  indented');
    const { record, diagnostics } = parse(text, 'incidents/2026/2026-03-14-white-page.md');
    expect(diagnostics).toEqual([]);
    expect(record).toMatchObject({
      kind: 'incident',
      file: 'incidents/2026/2026-03-14-white-page.md',
      id: '2026-03-14-white-page',
      bodyLine: 9,
    });
    expect(record!.body).toBe('\n## What happened\n\n<user>@<host>\t\n\n  indented\n');
  });

  it('is the same with a byte order mark and CRLF', () => {
    const text = incidentText({}, 'One\n\nTwo');
    expect(parse(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(parse(text));
  });

  it('says the same about a broken file every time it is read', () => {
    const text = '---\ntitle: [\n---\nbody';
    const first = parse(text);
    expect(first.diagnostics).toHaveLength(1);
    expect(parse(text)).toEqual(first);
  });

  it('shares nothing between two files of one text', () => {
    const text = incidentText();
    const a = parse(text, 'incidents/a.md').record!;
    const b = parse(text, 'incidents/b.md').record!;
    (a.fields as { symptoms: string[] }).symptoms.push('changed');
    expect(b.fields).toEqual(parse(text).record!.fields);
  });

  it('gives the text of a record with errors, so that its body can be checked', () => {
    const { record, text } = parse(incidentText({ status: 'closed' }, '[a](b.md)'));
    expect(record).toBeUndefined();
    expect(text).toMatchObject({ kind: 'incident', body: '\n[a](b.md)\n', bodyLine: 9 });
  });

  it('makes no record of what has errors, though its fields could be read', () => {
    const { record, diagnostics } = parse(incidentText().replace('status', 'status: open\nstatus'));
    expect({ record, codes: diagnostics.map(({ code }) => code) }).toEqual({
      record: undefined,
      codes: ['yaml-duplicate-key'],
    });
  });

  it('makes no record under a name that is no id', () => {
    const { record, text, diagnostics } = parse(incidentText(), 'incidents/White Page.md');
    expect({ record, diagnostics }).toEqual({ record: undefined, diagnostics: [] });
    expect(text).toBeDefined();
  });

  it('reports direction marks in the header as errors, in the body as warnings', () => {
    const { diagnostics } = parse(incidentText({ title: 'a\u202eb' }, 'a\u2067b'));
    expect(diagnostics.map(({ severity, line, column }) => [severity, line, column])).toEqual([
      ['error', 2, 9],
      ['warning', 10, 2],
    ]);
  });
});

describe('locateFields', () => {
  it.each([
    ['plain', 'title: x\n', [2, 1, 6]],
    ['in quotes', '"title": x\n', [2, 1, 8]],
    ['indented', '  title: x\n', [2, 3, 8]],
    ['below a block that shows it', 'goal: |\n  title: y\ntitle: x\n', [4, 1, 6]],
  ])('finds a key that is %s', (_, header, [line, column, end]) => {
    const range = locateFields({ header })(['title'], 'key');
    expect(range).toEqual({ line, column, end_line: line, end_column: end });
  });
});
