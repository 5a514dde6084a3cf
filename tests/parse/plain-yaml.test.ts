import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { yamlText, type Writable } from '#export/record-text.ts';
import { locateFields } from '#parse/record.ts';
import { plainYaml } from '#parse/plain-yaml.ts';
import { parsedYaml, readYaml, type Locate } from '#parse/yaml.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import { codes } from '#diagnostics/catalogue.ts';
import { fixturesOf } from '../rule-fixture.ts';
import { articleText, incidentText, intakeText, resolvedText } from '../records.ts';

/** Holds the quick reader against the YAML parser: it agrees, or leaves the text to it. */
function agrees(text: string): boolean {
  const quick = plainYaml(text);
  if (quick === undefined) return false;
  const { value, problems } = parsedYaml(text, 1);
  expect({ text, value: quick, problems: [] }).toEqual({ text, value, problems });
  const places = (locate: Locate) =>
    pathsIn(quick).flatMap((path) => [
      { path, value: locate(path), key: locate(path, 'key') },
      { path: [...path, 'none'], value: locate([...path, 'none']) },
      { path: [...path, 99, 'none'], value: locate([...path, 99, 'none']) },
    ]);
  expect({ text, places: places(readYaml(text, 1).locate) }).toEqual({
    text,
    places: places(parsedYaml(text, 1).locate),
  });
  return true;
}

/** Every path of a value, its own included. */
function pathsIn(value: unknown): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const step = Array.isArray(value) ? Number(name) : name;
    return pathsIn(one).map((path) => [step, ...path]);
  });
  return [[], ...inner];
}

describe('agrees with the YAML parser, or leaves it the text', () => {
  it('on lines that are put together at random', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        'c d',
        'a-b',
        'x.y',
        '_',
        '__proto__',
        '1',
        '2026-03-14',
        'T',
        'no',
        '~',
        'http://x',
        'C#',
        'a:b',
      ],
      ...[
        ': ',
        ':',
        '- ',
        '-',
        ' - ',
        ' ',
        '  ',
        '    ',
        '\n',
        '\n',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
        ', ',
      ],
      ...[
        '# ',
        ' # ',
        '#',
        '[',
        ']',
        '[]',
        '{}',
        '"',
        "'",
        "''",
        '\\',
        '|',
        '>',
        '&',
        '*',
        '!',
        '%',
        '@',
        '`',
        '?',
        '? ',
      ],
      ...[
        '\t',
        '\u0085',
        '\u00a0',
        '\u2028',
        '\ufeff',
        '\u00e9',
        '\u4e16',
        '\ud83d\ude00',
        '...',
        '---',
        '<<',
        '=',
        '(',
        '/',
        '.',
        '$',
      ],
    );
    let agreed = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        agreed += Number(agrees(pieces.join('')));
      }),
      { numRuns: 30_000 },
    );
    expect(agreed).toBeGreaterThan(100); // about 1 in 100 are plain enough
  });

  it('on lines that look like a header', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd e', 'f_g', 'h-i');
    const scalar = fc.constantFrom(
      ...[
        'x',
        'x y',
        '1.10',
        '22:22',
        'x, y',
        '"x: y"',
        "'x # y'",
        '"x"',
        '[a, b]',
        '[]',
        '[a,b]',
        '',
        'x:',
        'x: y',
        'x #y',
        ' x',
        'x ',
      ],
      ...[
        '- x',
        '-x',
        '"x" y',
        '"x',
        '|',
        '> x',
        '[a',
        '{a: b}',
        '# x',
        '*a',
        '(x)',
        './x',
        '$x',
        '\\x',
        '"\\x"',
        "'x''y'",
      ],
    );
    const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', ' ', '      ');
    const line = fc
      .tuple(
        indent,
        fc.constantFrom('', '', '- ', '-  '),
        fc.option(key, { freq: 4 }),
        fc.constantFrom(': ', ': ', ':', ' : '),
        scalar,
      )
      .map(
        ([spaces, dash, name, colon, value]) =>
          `${spaces}${dash}${name === null ? '' : name + colon}${value}`,
      );
    const blank = fc.constantFrom('', '  ', '# comment', '    # comment: x');
    let agreed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: blank }), {
          maxLength: 8,
        }),
        (lines) => {
          agreed += Number(agrees(lines.join('\n')));
        },
      ),
      { numRuns: 30_000 },
    );
    expect(agreed).toBeGreaterThan(100); // about 1 in 100 are plain enough
  });

  it('on whatever the writer of records writes', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ab 1:-#"\'[].,\\'),
      minLength: 1,
      maxLength: 8,
    });
    const name = fc.constantFrom('title', 'status', 'what', 'due', 'a b');
    const { value } = fc.letrec<{ value: Writable }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word,
        fc.array(tie('value') as fc.Arbitrary<Writable>, { maxLength: 3 }),
        fc.dictionary(name, tie('value') as fc.Arbitrary<Writable>, { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 4 }), (fields) => {
        agrees(yamlText(fields));
      }),
      { numRuns: 5000 },
    );
  });

  it('on every fixture and the records of this repository', () => {
    const root = join(import.meta.dirname, '..', '..');
    const files = [
      ...codes.flatMap((code) => fixturesOf(code)).flatMap(({ folder }) => filesIn(folder)),
      ...['incidents', 'kb'].flatMap((name) => filesIn(join(root, name))),
      join(root, 'fixlore.config.yaml'),
    ];
    const agreed = files.map((file) => {
      const text = readFileSync(file, 'utf8');
      return agrees(file.endsWith('.md') ? (text.split(/^---$/m)[1] ?? '') : text);
    });
    expect(agreed.filter(Boolean).length).toBeGreaterThan(50);
  });
});

describe('a plain field', () => {
  const placed = (header: string) => {
    const { value, problems, locate } = parsedYaml(header, 2);
    if (problems.length > 0 || value === undefined) return 0;
    const quick = locateFields({ header });
    const paths = pathsIn(value).filter((path) => path.length > 0);
    const places = (of: Locate) =>
      paths.map((path) => [path, of(path), of(path, 'key'), of([...path, 'none'])]);
    expect({ header, places: places(quick) }).toEqual({ header, places: places(locate) });
    return paths.length;
  };

  it('stands where the parser says, whatever stands around it', () => {
    const odd = ['|\n  two\n  lines\n', '"a \\"b\\""\n', '>-\n  folded\n\n  more\n', '{ a: b }\n'];
    const root = join(import.meta.dirname, '..', '..');
    const files = ['incidents', 'kb'].flatMap((name) => filesIn(join(root, name)));
    const headers = files
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(file, 'utf8').split(/^---\n/m)[1] ?? '');
    const counts = headers.flatMap((header) => [
      placed(header),
      ...odd.map((value) => placed(`first: ${value}${header}`)),
      ...odd.map((value) => placed(`${header}last: ${value}`)),
    ]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10_000);
  });
});

/** The records and configurations below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('reads itself', () => {
  it.each([
    ['an open incident', incidentText()],
    ['a resolved incident', resolvedText()],
    ['an article', articleText({ symptoms: ['no: thing'], errors: ['a'] })],
    ['an intake', intakeText()],
  ])('%s', (_, text) => {
    expect(plainYaml(text.split(/^---$/m)[1]!)).toBeDefined();
  });

  it.each([
    ['a:\n- b\n- c\nd: e', { a: ['b', 'c'], d: 'e' }],
    ['a:\n  - b: 1\n    c:\n      - d\n  - b: 2\n', { a: [{ b: '1', c: ['d'] }, { b: '2' }] }],
    ['a:\n\n  # comment\n  b: "c: d"\ne:', { a: { b: 'c: d' }, e: '' }],
    ["a: [b, c-d, 4.2]\ne: []\nf: ' g '", { a: ['b', 'c-d', '4.2'], e: [], f: ' g ' }],
    ['- a\n- b: c', ['a', { b: 'c' }]],
  ])('%j', (text, value) => {
    expect(plainYaml(text)).toEqual(value);
  });
});

describe('leaves to the parser', () => {
  it.each([
    ...[
      '',
      '\n',
      'a',
      'a: b: c',
      'a: b #c',
      'a: b\n  c',
      'a: |\n  b',
      'a: >-\n  b',
      'a: &b c',
      'a: *b',
      'a: !c d',
      '? a',
    ],
    ...[
      'a: "b\\n"',
      "a: 'it''s'",
      'a: {b: c}',
      'a: [b: c]',
      'a: [[b]]',
      'a: b\na: c',
      '<<: a',
      '__proto__: a',
      'a:\tb',
    ],
    ...[
      'a:\n    b: 1\n  c: 2',
      '  a: 1\nb: 2',
      '- a\n b',
      '- - a',
      '-   a',
      'a: - b',
      'a: b\n- c',
      '%a',
      'a: b\n...\nc: d',
    ],
  ])('%j', (text) => {
    expect(plainYaml(text)).toBeUndefined();
  });
});

it('finds places all the same', () => {
  expect(plainYaml('a: b\nc:\n  - d: e')).toBeDefined();
  const { locate } = readYaml('a: b\nc:\n  - d: e', 2);
  expect(locate(['c', 0, 'd'])).toEqual({ line: 4, column: 8, end_line: 4, end_column: 9 });
  expect(locate(['a'], 'key')).toMatchObject({ line: 2, column: 1 });
});
