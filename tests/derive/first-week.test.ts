import { describe, expect, it } from 'vitest';
import { firstWeek, type RankedDrill } from '#derive/first-week.ts';
import { siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

const again = (...worked: (boolean | undefined)[]) => ({
  seen_again: worked.map((fix_worked) => ({
    at: '2026-04-01',
    ...(fix_worked !== undefined && { fix_worked: String(fix_worked) }),
  })),
});

function site(
  incidents: Record<string, WritableFields>,
  articles: Record<string, WritableFields> = {},
) {
  const records = Object.entries(articles).map(([id, fields]) =>
    recordOf('article', `kb/${id}.md`, articleText(fields)),
  );
  return siteOf(Object.entries(incidents), records);
}

/** Drills from the easiest to the hardest: "a portal" is the incident a of the portal. */
function drills(...names: string[]): RankedDrill[] {
  return names.map((name) => {
    const [incident = '', product = 'portal'] = name.split(' ');
    return { incident, product };
  });
}

describe('the products of the first week', () => {
  it('are those with most incidents, at most three, the configured ones first among equals', () => {
    const products = ['transfer', 'mail', 'mail', 'portal', 'fax', 'fax', 'fax'];
    const incidents = products.map((product, at) => [`i${at}`, { product }] as const);
    expect(firstWeek(site(Object.fromEntries(incidents)), []).products).toEqual([
      { product: 'fax', incidents: 3 },
      { product: 'mail', incidents: 2 },
      { product: 'portal', incidents: 1 },
    ]);
  });

  it('are none where nothing has happened', () => {
    expect(firstWeek(site({}), [])).toEqual({ products: [], reused: [], drills: [] });
  });
});

describe('what was of use', () => {
  it('counts the sources of an article and how often they were seen again with success', () => {
    const incidents = {
      a: again(true, undefined, false),
      b: {},
      c: { duplicate_of: 'b' },
      d: again(true),
      e: again(false, false),
    };
    const articles = {
      both: { sources: ['a', 'b'] },
      draft: { sources: ['d'], state: 'draft' },
      once: { sources: ['e'] },
    };
    expect(firstWeek(site(incidents, articles), []).reused).toEqual([
      { kind: 'article', id: 'both', sources: 2, again: 3 },
      { kind: 'incident', id: 'd', sources: 1, again: 1 },
    ]);
  });

  it('is at most five, articles before incidents', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const incidents = Object.fromEntries(ids.map((id) => [id, again(true)]));
    const { reused } = firstWeek(site(incidents, { last: { sources: ['f'] } }), []);
    expect(reused.map(({ id }) => id)).toEqual(['last', 'a', 'b', 'c', 'd']);
  });
});

describe('the drills of the first week', () => {
  const chosen = (incidents: Record<string, WritableFields>, ...names: string[]) =>
    firstWeek(site(incidents), drills(...names)).drills;

  it('are all of them where there are five or fewer', () => {
    expect(chosen({}, 'c', 'a', 'b')).toEqual(['c', 'a', 'b']);
  });

  it('rise, one of each fifth', () => {
    expect(chosen({}, ...'abcdefghij')).toEqual(['a', 'c', 'e', 'g', 'i']);
    expect(chosen({}, ...'abcdef')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(chosen({}, ...'abcdefg')).toEqual(['a', 'b', 'c', 'e', 'f']);
    expect(chosen({}, ...'abcdefghijklmno')).toEqual(['b', 'e', 'h', 'k', 'n']);
  });

  it('change between the products, the more frequent one first', () => {
    const incidents = { x: { product: 'mail' }, y: { product: 'mail' }, z: {} };
    const names = ['a', 'b mail', 'c mail', 'd', 'e', 'f mail', 'g', 'h', 'i mail', 'j mail'];
    expect(chosen(incidents, ...names)).toEqual(['b', 'd', 'f', 'g', 'i']);
  });

  it('are not those of which the reading tells the answer, if there are others', () => {
    const incidents = { a: again(true), c: again(true), d: again(true) };
    expect(chosen(incidents, ...'abcdefghij')).toEqual(['b', 'c', 'e', 'g', 'i']);
  });
});
