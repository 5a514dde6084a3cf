import { describe, expect, it } from 'vitest';
import { entryOf } from '#search/index/entry.ts';
import { synonymsOf } from '#search/index/synonyms.ts';
import { languageOf } from '#search/query/language.ts';
import { rowsOf, synonymKey } from '#search/query/synonyms.ts';
import { tokensOf } from '#search/query/tokens.ts';
import { documentOf } from '../documents.ts';

const english = await languageOf('en');
const keyOf = (text: string) => synonymKey(tokensOf(text, english));
const pages = (count: number, title: string, ...symptoms: string[]) =>
  Array.from({ length: count }, () => entryOf(documentOf('a', title, { symptoms }), english));

describe('synonyms that are given', () => {
  it('go both ways, also those of several words', () => {
    const given = [['sign in', 'login', 'log on'].map(keyOf)];
    expect(synonymsOf([], given)).toEqual({
      login: ['sign in', 'log on'],
      'log on': ['sign in', 'login'],
      'sign in': ['login', 'log on'],
    });
  });

  it('of a group with one meaning are none', () => {
    expect(synonymsOf([], [['claim', 'claim'], ['x']])).toEqual({});
  });
});

describe('synonyms that are learnt', () => {
  it('are a word of symptoms with the word of the titles that it goes with', () => {
    const entries = [...pages(3, 'Authentication', 'cannot login'), ...pages(5, 'Printing')];
    expect(synonymsOf(entries, [])).toEqual({ login: ['authent'] });
  });

  it('are not learnt from two pages', () => {
    expect(synonymsOf(pages(2, 'Authentication', 'login'), [])).toEqual({});
  });

  it('are not learnt of a word that stands elsewhere as often', () => {
    const entries = [...pages(3, 'Authentication', 'slow'), ...pages(5, 'Printing', 'slow')];
    // With "authentication" on 3 of 3 and 8 pages: 2·3 / 11. With "printing": 2·5 / 13 = .77.
    expect(synonymsOf(entries, [])).toEqual({ slow: ['print'] });
  });

  it('come after those that are given', () => {
    const entries = pages(3, 'Authentication', 'login');
    expect(synonymsOf(entries, [['login', 'signin']])['login']).toEqual(['signin', 'authent']);
  });
});

describe('what there may be synonyms for', () => {
  it('is each word and each two to four in a row, pieces left out', () => {
    const rows = rowsOf(tokensOf('a pop-up b', english)).map(synonymKey);
    expect(rows).toEqual(['a', 'a popup', 'a popup b', 'popup', 'popup b', 'b']);
    expect(rowsOf(tokensOf('a b c d e f', english))[3]).toHaveLength(4);
    expect(Math.max(...rowsOf(tokensOf('a b c d e f', english)).map(({ length }) => length))).toBe(
      4,
    );
  });
});
