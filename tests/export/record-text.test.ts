import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { recordText, yamlText, type Writable } from '#export/record-text.ts';
import { decode } from '#parse/decode.ts';
import { splitFences } from '#parse/fences.ts';
import { readYaml } from '#parse/yaml.ts';

/** What fixlore reads from the text of a file; throws if anything is wrong with it. */
function readBack(text: string): { value: unknown; body: string } {
  const decoded = decode(new TextEncoder().encode(text));
  if ('problem' in decoded) throw new Error(decoded.problem.message);
  const fenced = splitFences(decoded.text);
  if ('code' in fenced) throw new Error(fenced.message);
  const read = readYaml(fenced.header, fenced.headerLine);
  const { value } = read;
  // "a:\n" looks like the start of a Windows path; that is a warning and changes nothing.
  const problems = read.problems.filter(({ code }) => code !== 'yaml-escape');
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return { value, body: fenced.body };
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abc XYZ 019') },
  { weight: 6, arbitrary: fc.constantFrom(...':#-?,[]{}&*!|>\'"%@`\\=<~_+./') },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', '\n  ', ' \n', '\t', '  ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '---',
        '...',
        '- ',
        ': ',
        ' #',
        '# ',
        'C:\\',
        '\\n',
        '<<',
        'true',
        'no',
        'null',
        '1e3',
        '0x1',
        '22:22',
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u0085',
      '\u2028',
      '\u2029',
      '\u00a0',
      '\ufeff',
      '\u200b',
      '\u00fc',
      '\ud83d\ude00',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code)),
  },
);

/** Texts that the schema takes: never empty. */
const text = fc.string({ unit: character, minLength: 1, maxLength: 40 });

describe('every text reads back as the characters it has', () => {
  it.each([
    ['as a value', (value: string) => ({ title: value })],
    ['as an item', (value: string) => ({ symptoms: ['first', value, value] })],
    ['as a value in a group', (value: string) => ({ reporter: { name: value, contact: value } })],
    [
      'as a value in an item',
      (value: string) => ({ attempts: [{ action: value, run: value }, { action: value }] }),
    ],
    ['deeper', (value: string) => ({ a: { b: [{ c: [value] }, { c: { d: value } }] } })],
  ])('%s', (_, place) => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readBack(recordText(place(value), '')).value).toEqual(place(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('as a key', () => {
    const key = text.filter((name) => name !== '<<' && name !== '__proto__');
    fc.assert(
      fc.property(key, text, (name, value) => {
        expect(readBack(recordText({ environment: { [name]: value } }, '')).value).toEqual({
          environment: { [name]: value },
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('in other YAML readers, too', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { header } = headerOf({ a: value, b: [value] });
        expect(parseYaml(header, { schema: 'core' })).toEqual({ a: value, b: [value] });
        expect(
          parseYaml(header, { version: '1.1', schema: 'yaml-1.1', customTags: noTimestamps }),
        ).toEqual({
          a: value,
          b: [value],
        });
      }),
      { numRuns: 2000 },
    );
  });
});

/** fixlore writes dates without quotes, as people do; a reader of YAML 1.1 may make dates of them. */
const noTimestamps = (tags: readonly unknown[]) =>
  tags.filter((tag) => (tag as { tag?: string }).tag !== 'tag:yaml.org,2002:timestamp') as never;

function headerOf(fields: Record<string, Writable>): { header: string } {
  return { header: yamlText(fields) };
}

describe('what YAML readers like to bend', () => {
  it.each([
    ...[
      '22:22',
      '12:30:45',
      '1.10',
      '00420',
      '12345678901234567890',
      '1e3',
      '0x1F',
      '0o17',
      '0b1',
      '1_000',
    ],
    ...[
      'no',
      'No',
      'yes',
      'on',
      'off',
      'y',
      'true',
      'null',
      '~',
      '.inf',
      '.nan',
      '-',
      '=',
      '<<',
      '+1',
      '190:20:30',
    ],
    ...[
      '- a',
      '# a',
      'a #b',
      'a: b',
      'a:',
      '"a"',
      "'a'",
      '[a]',
      '{a}',
      '*a',
      '&a',
      '!a',
      '|',
      '> a',
      '@a',
      '`a`',
      '%a',
    ],
    ...[
      ' a',
      'a ',
      '\ta',
      'a\t',
      '---',
      '--- a',
      '...',
      'C:\\temp\\new',
      'a\nb',
      'a\n',
      '\na',
      'a\n\n',
      ' a\n b',
      'a\n\n b\n',
    ],
    ...[
      'a\r\nb',
      'a\rb',
      '\u0007',
      '\u2028',
      '\ufeff',
      'it\'s "both": here',
      '\\',
      'a\\',
      '"',
      "'",
    ],
  ])('%j stays', (value) => {
    expect(readBack(recordText({ a: value, b: [value], c: { d: value } }, '')).value).toEqual({
      a: value,
      b: [value],
      c: { d: value },
    });
  });
});

describe('what it looks like', () => {
  it('is what a person would write', () => {
    const fields = {
      title: 'Receipts: page stays blank',
      status: 'open',
      opened: '2026-03-14T09:10:00+01:00',
      since: '2026-03-14',
      version: '4.2',
      component: undefined,
      symptoms: ['I click and nothing happens', 'no'],
      reporter: { name: 'Dana Whitfield', contact: undefined },
      drill: false,
      minutes: 4,
      run: 'first line\n  second line\n',
      path: 'C:\\temp',
    };
    expect(recordText(fields, '\n## What happened\n\nText.\n\n')).toBe(`---
title: "Receipts: page stays blank"
status: open
opened: 2026-03-14T09:10:00+01:00
since: 2026-03-14
version: "4.2"
symptoms:
  - I click and nothing happens
  - "no"
reporter:
  name: Dana Whitfield
drill: false
minutes: 4
run: |
  first line
    second line
path: C:\\temp
---

## What happened

Text.
`);
  });

  it('folds no long line', () => {
    const long = 'word '.repeat(60).trim();
    expect(recordText({ title: long }, '')).toBe(`---\ntitle: ${long}\n---\n`);
  });
});

it('keeps the body, whatever it starts with', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a-# \n`>|\t'), maxLength: 60 }), (body) => {
      const { body: read } = readBack(recordText({ title: 'a' }, body));
      expect(read.trimEnd()).toBe(
        body.trim() === '' ? '' : `\n${body.replace(/^(?:[ \t]*\n)+/, '')}`.trimEnd(),
      );
    }),
  );
});
