import { describe, expect, it } from 'vitest';
import { endsEarly, splitFences } from '#parse/fences.ts';

describe('splitFences', () => {
  it('cuts at two lines that are exactly ---', () => {
    expect(splitFences('---\ntitle: x\n---\nText\n---\nmore')).toEqual({
      header: 'title: x',
      headerLine: 2,
      body: 'Text\n---\nmore',
      bodyLine: 4,
    });
  });

  it('takes an empty header and an empty body', () => {
    expect(splitFences('---\n---')).toMatchObject({ header: '', body: '', bodyLine: 3 });
  });

  it('does not take an indented line for a fence', () => {
    expect(splitFences('---\ngoal: |\n  ---\n---\n')).toMatchObject({ header: 'goal: |\n  ---' });
  });

  it.each([
    ['--- ', 'white space after'],
    [' ---', 'White space stands before'],
    ['----', 'more than three hyphens'],
    ['---js', 'names a language'],
    ['--- yaml', 'names a language'],
    ['--- # x', 'More than ---'],
    ['+++', 'TOML'],
    ['{', 'JSON'],
    ['', 'empty line'],
    ['\u200b---', 'invisible character'],
    ['# Title', 'no front matter'],
  ])('says what stands in the place of the first fence: %j', (first, words) => {
    expect(splitFences(`${first}\ntitle: x\n---\n`)).toMatchObject({
      code: 'fence-missing',
      line: 1,
      message: expect.stringContaining(words) as string,
    });
  });

  it.each(['--- ', '----', '---foo', '+++', '---\t'])('refuses %j as the second fence', (line) => {
    expect(splitFences(`---\ntitle: x\n${line}\nText`)).toMatchObject({
      code: 'fence-unclosed',
      line: 3,
    });
  });

  it('counts sizes in bytes', () => {
    const header = (text: string) => splitFences(`---\n${text}\n---\n`);
    expect(header('x'.repeat(65_536))).toHaveProperty('header');
    expect(header('x'.repeat(65_537))).toMatchObject({ code: 'header-too-large' });
    expect(header('\u4e16'.repeat(21_845))).toHaveProperty('header');
    expect(header('\u4e16'.repeat(21_846))).toMatchObject({ code: 'header-too-large' });
    const body = (text: string) => splitFences(`---\n---\n${text}`);
    expect(body('x'.repeat(1_048_576))).toHaveProperty('body');
    expect(body('x'.repeat(1_048_577))).toMatchObject({ code: 'file-too-large', line: 3 });
  });
});

describe('endsEarly', () => {
  it.each([
    ['a field as the first line', '\nreporter:\n  name: Dana', true],
    ['fields before another fence', 'GET /\n200\nreporter:\n---\n', true],
    ['text', 'What happened\n\n---\n\nMore', false],
    ['a field name in a sentence', 'The status: it was open\n---\n', false],
    ['a field name without the space', 'status:code was 500', false],
    ['a record in a code block', 'As in:\n\n```yaml\n---\ntitle: x\n---\n```\n', false],
    ['a header in a code block', '```yaml\ntitle: x\n---\n```\n', false],
    ['a field of another kind of record', 'review_every: 180d', false],
  ])('looks for %s', (_, body, isEarly) => {
    const found = endsEarly({ header: '', headerLine: 2, body, bodyLine: 9 }, 'incident');
    expect(found?.line).toBe(isEarly ? 8 : undefined);
  });
});
