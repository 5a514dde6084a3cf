import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxKeys, readYaml } from '#parse/yaml.ts';

describe('values', () => {
  it.each([
    '22:22',
    '12:30:45',
    '1.10',
    '1.0',
    'no',
    'No',
    'off',
    'y',
    'true',
    'null',
    '~',
    '00420',
    '0o17',
    '0x1F',
    '1_000',
    '1e3',
    '.inf',
    '.nan',
    '12345678901234567890',
    '2026-02-30',
    '2026-03-14T09:10:00+01:00',
    '+81312345678',
    '-0',
    '=',
    '<user>@<host>',
  ])('keeps %s exactly as written', (written) => {
    expect(readYaml(`value: ${written}\n`, 2)).toMatchObject({
      value: { value: written },
      problems: [],
    });
    expect(readYaml(`- ${written}\n`, 2)).toMatchObject({ value: [written], problems: [] });
    expect(readYaml(`${written}: key\n`, 2)).toMatchObject({ value: { [written]: 'key' } });
  });

  it('reads quotes, escapes and blocks', () => {
    const text = `a: "tab\\t and \\u00fc"\nb: 'it''s'\nc: |\n  one\n   two\n\nd: >-\n  folded\n  text\n`;
    expect(readYaml(text, 1).value).toEqual({
      a: 'tab\t and \u00fc',
      b: "it's",
      c: 'one\n two\n',
      d: 'folded text',
    });
  });

  it('reads an empty header and an empty field as nothing', () => {
    expect(readYaml('', 2)).toMatchObject({ value: '', problems: [] });
    expect(readYaml('a:\nb: []\nc: {}\nd: ""', 2).value).toEqual({ a: '', b: [], c: {}, d: '' });
  });

  it('keeps keys that objects have anyway as plain keys', () => {
    const { value } = readYaml('constructor: a\ntoString: b\nhasOwnProperty: c\n', 2);
    expect(Object.entries(value as object)).toEqual([
      ['constructor', 'a'],
      ['toString', 'b'],
      ['hasOwnProperty', 'c'],
    ]);
  });

  it('never throws, whatever the text, and places every problem in it', () => {
    const character = fc.constantFrom(...'ab:-#"\'[]{}|>&*!%@`\\,? \n\t0');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 80 }), (text) => {
        const { value, problems } = readYaml(text, 2);
        const lines = text.split('\n').length;
        expect(value !== undefined || problems.length > 0).toBe(true);
        for (const { range } of problems) {
          expect(range.line).toBeGreaterThanOrEqual(2);
          expect(range.line).toBeLessThan(lines + 2);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['an anchor', 'a: &x 1', 'yaml-feature'],
    ['an alias', 'a: *x', 'yaml-feature'],
    ['a merge key', '<<: x', 'yaml-feature'],
    ['a tag', 'a: !!int 1', 'yaml-feature'],
    ['a custom tag', 'a: !include x', 'yaml-feature'],
    ['a tag on a key', '!!str a: 1', 'yaml-feature'],
    ['an anchor on a list', 'a: &x\n  - 1', 'yaml-feature'],
    ['__proto__', 'a:\n  __proto__: x', 'yaml-feature'],
    ['a second document', 'a: 1\n...\nb: 2', 'yaml-syntax'],
    ['a key that is a list', '[a]: 1', 'yaml-syntax'],
    ['an explicit key', '? - a\n: 1', 'yaml-syntax'],
  ])('%s', (_, text, code) => {
    const { value, problems } = readYaml(text, 2);
    expect(value).toBeUndefined();
    expect(problems.map((one) => one.code)).toContain(code);
  });

  it('billions of laughs, at once', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n}: &l${n} [*l${n - 1}, *l${n - 1}]`);
    expect(readYaml(['l: &l-1 x', ...levels].join('\n'), 2).value).toBeUndefined();
  });

  it('more fields than a record has', () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, n) => `k${n}: x`).join('\n');
    expect(readYaml(fields(maxKeys), 2).problems).toEqual([]);
    expect(readYaml(fields(maxKeys + 1), 2).problems).toMatchObject([{ code: 'header-too-large' }]);
  });

  it.each([
    ['brackets', `a: x\nb: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['braces', `a: x\nb: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}`],
    ['dashes', `a: x\nb:\n  ${'- '.repeat(5000)}x`],
    ['a few more than any record needs', `a: x\nb: ${'['.repeat(25)}${']'.repeat(25)}`],
  ])('nesting of %s, at the field, whatever the stack', (_, text) => {
    expect(readYaml(text, 2)).toMatchObject({
      value: undefined,
      problems: [{ code: 'yaml-syntax', range: { line: 3, column: 1 } }],
    });
  });
});

describe('what is read with a warning', () => {
  it('a comment that was meant as text', () => {
    const { value, problems } = readYaml('a: see #12\nb: #12\nc: x # fine\nd: C#\ne: "#1"', 2);
    expect(value).toEqual({ a: 'see', b: '', c: 'x', d: 'C#', e: '#1' });
    expect(problems).toMatchObject([
      { code: 'yaml-comment-cut', range: { line: 2, column: 8, end_column: 11 } },
      { code: 'yaml-comment-cut', range: { line: 3, column: 4, end_column: 7 } },
    ]);
  });

  it('a Windows path in double quotes', () => {
    expect(readYaml('a: "Error:\\nnone"\nb: "see: \\"x\\""', 2).problems).toEqual([]);
    expect(readYaml('a: "C:\\temp"\nb: \'C:\\temp\'\nc: "C:\\\\temp"', 2).problems).toMatchObject([
      { code: 'yaml-escape', range: { line: 2 } },
    ]);
  });

  it('a field written twice: the first counts, and both places are told', () => {
    const { value, problems } = readYaml('a: 1\nb: 2\na: 3\na: 4', 2);
    expect(value).toEqual({ a: '1', b: '2' });
    expect(problems).toMatchObject([
      { code: 'yaml-duplicate-key', range: { line: 4 }, related: { range: { line: 2 } } },
      { code: 'yaml-duplicate-key', range: { line: 5 }, related: { range: { line: 2 } } },
    ]);
  });
});

describe('locate', () => {
  const { locate } = readYaml('title: x\nattempts:\n  - action: a\n  - action: b\n    run: c\n', 2);

  it.each([
    [['title'], 'value', [2, 8]],
    [['title'], 'key', [2, 1]],
    [['attempts', 1, 'run'], 'value', [6, 10]],
    [['attempts', 1, 'run'], 'key', [6, 5]],
    [['attempts', 1], 'value', [5, 5]],
    [['attempts', 1, 'outcome'], 'value', [5, 5]],
    [['attempts', 7], 'value', [4, 3]],
    [['nothing'], 'value', [2, 1]],
  ] as const)('finds %j, or what is nearest to it', (path, part, [line, column]) => {
    expect(locate(path, part)).toMatchObject({ line, column });
  });
});
