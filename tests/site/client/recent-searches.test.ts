import { describe, expect, it } from 'vitest';
import { RecentSearches } from '#site/client/recent-searches.ts';
import { memory } from './memory-store.ts';

const refusing = {
  getItem: () => refuse(),
  setItem: () => refuse(),
  removeItem: () => refuse(),
};

function refuse(): never {
  throw new DOMException('Refused', 'SecurityError');
}

describe('recent searches', () => {
  it('are the last ones first, each once, whatever its case', () => {
    const recent = new RecentSearches('/', memory());
    for (const words of ['blank receipt', 'password', ' Blank Receipt ', '', '  '])
      recent.add(words);
    expect(recent.list()).toEqual(['Blank Receipt', 'password']);
  });

  it('are the last eight, and no longer than a line', () => {
    const recent = new RecentSearches('/', memory());
    for (let n = 0; n < 20; n += 1) recent.add(`search ${n}`);
    recent.add('x'.repeat(5000));
    expect(recent.list()).toHaveLength(8);
    expect(recent.list()[0]).toHaveLength(200);
    expect(recent.list()[1]).toBe('search 19');
  });

  it('are kept for each site on its own, and forgotten', () => {
    const store = memory();
    new RecentSearches('/help/', store).add('password');
    expect(new RecentSearches('/help/', store).list()).toEqual(['password']);
    expect(new RecentSearches('/', store).list()).toEqual([]);
    new RecentSearches('/help/', store).clear();
    expect(store.kept.size).toBe(0);
  });

  it.each(['{', '7', '{"a":1}', 'null', '[1,null,{}]'])('are none where %s is kept', (kept) => {
    expect(new RecentSearches('/', memory({ 'fixlore-recent /': kept })).list()).toEqual([]);
  });

  it.each([
    ['refuses', refusing],
    ['is not there', undefined],
  ])('last as long as the page where the store %s', (_, store) => {
    const recent = new RecentSearches('/', store);
    recent.add('password');
    expect(recent.list()).toEqual(['password']);
    recent.clear();
    expect(recent.list()).toEqual([]);
  });
});
