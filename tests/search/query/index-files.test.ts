import { describe, expect, it } from 'vitest';
import { filesWithin, type FileOfRange } from '#search/query/index-files.ts';
import { storedPageOf } from '#search/query/stored-page.ts';

describe('the files that can hold an entry', () => {
  const files: FileOfRange[] = [
    ['claim', '1.gz'],
    ['form', '2.gz'],
    ['page', '3.gz'],
  ];

  it.each([
    ['blank', []],
    ['claim', ['1.gz']],
    ['document', ['1.gz']],
    ['form', ['2.gz']],
    ['zebra', ['3.gz']],
  ])('%s', (term, names) => {
    expect(filesWithin(files, term)).toEqual(names);
  });

  it('are several where a beginning is asked for', () => {
    expect(filesWithin(files, 'f', 'f\uFFFF')).toEqual(['1.gz', '2.gz']);
    expect(filesWithin(files, '', '\uFFFF')).toEqual(['1.gz', '2.gz', '3.gz']);
    expect(filesWithin([], 'f')).toEqual([]);
  });
});

describe('a page as the full-text index keeps it', () => {
  const fragment = {
    url: '/a/',
    content: 'Title Steps\u200B do this Check then that',
    meta: { title: 'Title', kind: 'Solution', record: 'article a' },
    anchors: [
      { element: 'h2', id: 'check', text: ' Check ', location: 4 },
      { element: 'h2', id: 'steps', text: 'Steps', location: 1 },
      { element: 'p', id: 'x', text: 'x', location: 2 },
      { element: 'h2', id: 'end', text: 'End', location: 99 },
    ],
  };
  const stored = `pagefind_dcd${JSON.stringify(fragment)}`;

  it('has its headings at their places in the text', () => {
    const page = storedPageOf('en_1', stored);
    expect(page).toMatchObject({ name: 'en_1', url: '/a/', title: 'Title', record: 'article a' });
    expect(page.text).toBe('Title Steps do this Check then that');
    expect(page.headings.map(({ id, start }) => [id, page.text.slice(start, start + 5)])).toEqual([
      ['steps', 'Steps'],
      ['check', 'Check'],
      ['end', ''],
    ]);
  });

  it('without the mark of such a file is refused', () => {
    expect(() => storedPageOf('en_1', JSON.stringify(fragment))).toThrow('damaged');
    expect(() => storedPageOf('en_1', stored.slice(0, -5))).toThrow();
  });
});
