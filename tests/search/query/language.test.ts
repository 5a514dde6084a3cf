import { describe, expect, it } from 'vitest';
import { languageOf } from '#search/query/language.ts';
import { tokensOf } from '#search/query/tokens.ts';

const kindsOf = async (text: string, tag: string) =>
  tokensOf(text, await languageOf(tag)).map(({ kind }) => kind);

describe('a language', () => {
  it('is known by its tag, whatever follows', async () => {
    expect((await languageOf('de-CH')).stem('rechnungen')).toBe('rechnung');
    expect((await languageOf('EN')).stem('claims')).toBe('claim');
    expect((await languageOf('nb')).stopWords.has('ikke')).toBe(true);
  });

  it('that is not known compares words as they are', async () => {
    const { stem, stopWords } = await languageOf('tlh');
    expect([stem('claims'), stopWords.size]).toEqual(['claims', 0]);
    expect((await languageOf('constructor')).stopWords.size).toBe(0);
  });

  it.each([
    ['en', "the don't"],
    ['de', 'und für über können'],
    ['fr', 'le même été à'],
    ['es', 'él también está'],
  ])('%s knows its stop words with their marks: %s', async (tag, text) => {
    expect(await kindsOf(text, tag)).toEqual(text.split(' ').map(() => 'stop'));
  });

  it('has the same stems however often it is asked', async () => {
    const { stem } = await languageOf('en');
    expect([stem('running'), stem('running')]).toEqual(['run', 'run']);
  });
});
