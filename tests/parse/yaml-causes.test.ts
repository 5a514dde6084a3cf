import { describe, expect, it } from 'vitest';
import { readYaml } from '#parse/yaml.ts';
import { yamlCauses } from '#parse/yaml-causes.ts';

describe('the place of a slip', () => {
  // In each text the slip is marked by ‹ and ›; the marks themselves are taken out before.
  it.each([
    ['a colon in a value', 'title: Login‹:› it stays white\nstatus: open'],
    ['a colon at the end', 'title: Login‹:›\nstatus: open'],
    ['a colon in an item', 'symptoms:\n  - Error: login‹:› white'],
    ['a quote never closed', 'title: ‹"Login›\nstatus: open'],
    ['a quote closed by the next field', 'title: ‹"Login›\nstatus: "open"\ncause: x'],
    ['a quote never closed in an item', 'a:\n  - b: ‹"x›\n    c: "y"\n  - b: z'],
    ['an apostrophe never closed', "title: ‹'Login›\nstatus: 'open'"],
    ['quotes in quotes', 'title: "The ‹" page is white›\nstatus: open'],
    ['an apostrophe in single quotes', "title: 'It didn‹'t work'›\nstatus: open"],
    ['doubled quotes', 'title: "‹"Login""›'],
    ['a sentence behind quotes', 'title: "Login‹" page›'],
    ['a reserved start', 'owner: ‹@web›\nstatus: open'],
    ['a backquote', 'title: ‹`login` is white›'],
    ['a percent sign', 'title: ‹%s is white›'],
    ['a star', 'title: ‹**Login** is white›\nstatus: x: y'.replace('x: y', 'open')],
    ['a bracket that ends early', 'title: [Login‹] is white›'],
    ['a bracket never closed', 'tags: ‹[login, white›\nstatus: open'],
    ['a brace that ends early', 'title: {{ login }‹} is white›'],
    ['text after a block sign', 'title: ‹> 5 users›\nstatus: open'],
    ['a list on the line of its field', 'symptoms: ‹- white›\nstatus: open'],
    ['a tab', 'reporter:\n‹\t›name: Dana'],
    ['no space after the colon', 'title‹:›Login\nstatus: open'],
    ['a line of text', 'title: Login\n‹is white›\nstatus: open'],
    ['a line without colon', 'status: open\ncause:\n‹title = Login›'],
    ['an indented field', 'title: Login\n  ‹severity: minor›\nstatus: open'],
    ['a field further left', '  title: Login\n‹status: open›'],
    ['an escape', 'cause: "C:‹\\w›eb"\nstatus: open'],
    ['behind a block', 'run: |\n  a: "b: c\n  d\ntitle: Login‹:› white'],
    ['behind lines in quotes', 'run: "a\n  b: c"\ntitle: Login‹:› white'],
    ['behind a list in brackets', 'tags: [a,\n  "b]: c"]\ntitle: Login‹:› white'],
  ])('%s', (_, marked) => {
    const text = marked.replace(/[‹›]/g, '');
    const from = marked.indexOf('‹');
    const to = marked.indexOf('›') - 1;
    expect(readYaml(text, 1).problems).not.toEqual([]);
    expect(yamlCauses(text).map((cause) => [cause.from, cause.to])).toEqual([[from, to]]);
  });

  it('of several slips in one text, all', () => {
    const text = 'title: a: b\nstatus: open\nowner: @x\ncause: "y\ngoal: z';
    expect(readYaml(text, 2).problems.map(({ range }) => range.line)).toEqual([2, 4, 5]);
  });

  it('of many lines of prose, the first', () => {
    expect(
      yamlCauses('status: open\ncause:\nWe restarted\nthe server\nand waited\ngoal: x'),
    ).toMatchObject([{ from: 20 }]);
  });
});

it('finds nothing in YAML that is fine', () => {
  const text = `# A comment: with a colon
title: "Login: it \\"stays\\" white" # and one behind
status: open
url: https://example.com:8080/a#b
time: 10:30
quoted: 'it''s: fine'
folded: >-
  a: b
   "c
plain: goes on
  and on # until here
'quoted key': x
list:
- a
- - b
  - "c: d"
-   wide
groups:
  - a: 1

    b: |2
        indented
      text: "
    c: x
  -
    a: 2
flow: {a: "b: c", d: [e, 'f]']}
multi: "first
  second: line"
empty:
`;
  expect(readYaml(text, 1).problems).toEqual([]);
  expect(yamlCauses(text)).toEqual([]);
});

it('never quotes a value', () => {
  const texts = [
    'a: hunter2: x',
    'a: "hunter2',
    'a: @hunter2',
    'hunter2',
    'a: [hunter2',
    '\thunter2',
  ];
  for (const text of texts) {
    const { problems } = readYaml(`${text}\nb: c: d`, 1);
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  }
});

it.each([
  ['a value without quotes', 'a: b: c', 'Put double quotes around the whole value.'],
  ['a value with double quotes in it', 'a: b: "c"', 'Put single quotes around the whole value.'],
  [
    'a value with both',
    `a: b: "c's"`,
    'Write the value on an indented line of its own below "key: |".',
  ],
  [
    'typographic quotes',
    'a: “b: c”',
    'Typographic quotes are no quotes to YAML: put " or \' around the value.',
  ],
])('advises quotes that suit %s', (_, text, hint) => {
  expect(yamlCauses(text)).toMatchObject([{ hint }]);
});
