import { describe, expect, it } from 'vitest';
import { entryOf } from '#search/index/entry.ts';
import { writeTermIndex } from '#search/index/term-index.ts';
import { askedTerms } from '#search/query/asked-terms.ts';
import { termsFolder, type IndexSource } from '#search/query/index-files.ts';
import { languageOf } from '#search/query/language.ts';
import { questionOf } from '#search/query/question.ts';
import { ranking } from '#search/query/ranking.ts';
import { TermReader } from '#search/query/term-reader.ts';
import { documentOf } from '../documents.ts';

const english = await languageOf('en');

/** A term index in memory, and what is read of it. */
async function readerOf(titles: readonly string[], synonyms: string[][] = []) {
  const files = new Map<string, Uint8Array>();
  const read: string[] = [];
  const pages = titles.map((title, at) => ({
    entry: entryOf(documentOf(String(at), title), english),
    facets: {},
    text: String(at),
  }));
  const manifest = await writeTermIndex(pages, { language: 'en', synonyms }, (content) => {
    files.set(`${termsFolder}${files.size}`, content);
    return String(files.size - 1);
  });
  const source: IndexSource = {
    read: (path) => {
      read.push(path);
      const content = files.get(path);
      return content ? Promise.resolve(content) : Promise.reject(new Error(`No file ${path}`));
    },
    pagesWith: () => Promise.resolve([]),
  };
  return { reader: new TermReader(manifest, english, source), read };
}

async function asked(
  query: string,
  {
    titles,
    synonyms,
    isTyping = false,
  }: { titles: string[]; synonyms?: string[][]; isTyping?: boolean },
) {
  const { reader } = await readerOf(titles, synonyms);
  const { terms, corrections } = await askedTerms(questionOf(query, english).tokens, reader, {
    ranking,
    isTyping,
  });
  return { corrections, terms: terms.map(({ term, how, weight }) => ({ term, how, weight })) };
}

const titles = ['Receipt blank', 'Printer C2065', 'ERR_SSL_X fails', 'Printed on paper'];

describe('the terms of a question', () => {
  it('are as they were typed where the index knows them', async () => {
    const { terms } = await asked('receipt not C2065 12', { titles: [...titles, 'not 12'] });
    expect(terms).toEqual([
      { term: 'receipt', how: 'exact', weight: ranking.kinds.word },
      { term: 'not', how: 'exact', weight: ranking.kinds.stop },
      { term: 'c2065', how: 'exact', weight: ranking.kinds.code },
      { term: '12', how: 'exact', weight: ranking.kinds.number },
    ]);
  });

  it('count as unknown where the index does not, unless nobody asks for them', async () => {
    const { terms } = await asked('zebra 4711 C9999 req9f8b2c1e77aa4401beef', { titles });
    expect(terms.map(({ term, weight }) => [term, weight])).toEqual([
      ['zebra', ranking.kinds.word],
      ['4711', 0],
      ['c9999', ranking.kinds.code],
      ['req9f8b2c1e77aa4401beef', 0],
    ]);
  });

  it('are less in a piece of a code that is known whole', async () => {
    const { terms } = await asked('ERR_SSL_X', { titles });
    expect(terms.slice(0, 2)).toEqual([
      { term: 'errsslx', how: 'exact', weight: ranking.kinds.code },
      { term: 'err', how: 'exact', weight: ranking.kinds.word * ranking.pieceOfKnown },
    ]);
    const [, piece] = (await asked('ERR_SSL_Y', { titles })).terms;
    expect(piece).toEqual({ term: 'err', how: 'exact', weight: ranking.kinds.word });
  });
});

describe('corrections', () => {
  it('search for what was meant instead, a little less', async () => {
    expect(await asked('reciept', { titles })).toEqual({
      terms: [
        { term: 'receipt', how: 'corrected', weight: ranking.kinds.word * ranking.corrected },
      ],
      corrections: [{ typed: 'reciept', meant: 'receipt' }],
    });
  });

  it('are made of words alone', async () => {
    const { corrections } = await asked('C2066 ERR_SSL_Z 1234 blanks blnk', { titles });
    expect(corrections).toEqual([{ typed: 'blnk', meant: 'blank' }]);
  });

  it('are not made of a code without a digit, whatever word is near', async () => {
    const { corrections } = await asked('OutOfMemoryErrer', { titles: ['outofmemoryerror'] });
    expect(corrections).toEqual([]);
  });

  it('are told once, and not for what stays unknown', async () => {
    expect((await asked('qqqqqq', { titles })).corrections).toEqual([]);
  });
});

describe('the word that is being typed', () => {
  it('stands for all that begin so, the most frequent first', async () => {
    const { terms } = await asked('blank prin', { titles, isTyping: true });
    expect(terms).toEqual([
      { term: 'blank', how: 'exact', weight: 1 },
      { term: 'print', how: 'begun', weight: ranking.begun },
      { term: 'printer', how: 'begun', weight: ranking.begun },
    ]);
  });

  it('may be a whole word already', async () => {
    const { terms } = await asked('print', { titles, isTyping: true });
    expect(terms.map(({ term, how }) => `${term}: ${how}`)).toEqual([
      ...['printer: begun', 'print: exact'],
    ]);
  });

  it('stands for twelve others at most', async () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `zeb${'abcdefghijklmnopqrstuvwxyz0123'[at]}q`,
    );
    const { terms } = await asked('zeb', { titles: many, isTyping: true });
    expect(terms).toHaveLength(12);
  });
});

describe('synonyms', () => {
  it('are asked for with a share of the weight, never twice', async () => {
    const { terms } = await asked('voucher slip blank', {
      titles,
      synonyms: [['voucher slip', 'receipt', 'blank']],
    });
    expect(terms.filter(({ how }) => how === 'synonym')).toEqual([
      { term: 'receipt', how: 'synonym', weight: ranking.synonym },
    ]);
    expect(terms.filter(({ term }) => term === 'blank')).toHaveLength(1);
  });

  it('that no page has are left out', async () => {
    const synonyms = [['receipt', 'zebra']];
    expect((await asked('receipt', { titles, synonyms })).terms).toHaveLength(1);
  });
});

describe('a word on more than a quarter of many pages', () => {
  const many = Array.from({ length: 2100 }, (_, at) =>
    at % 3 === 0 ? `portal p${at}` : `other q${at}`,
  );
  const rare = ['portal zebra', 'portal horse'];
  const readFor = async (query: string, titles: string[]) => {
    const { reader } = await readerOf(titles);
    const tokens = questionOf(query, english).tokens;
    const { terms } = await askedTerms(tokens, reader, { ranking, isTyping: false });
    return { terms };
  };

  it('is passed over beside two rarer ones, and still looked for in sentences', async () => {
    const { terms } = await readFor('portal zebra horse', [...many, ...rare]);
    const [portal, ...others] = terms;
    expect([portal?.postings, portal?.weight]).toEqual([undefined, 1]);
    expect(portal?.rarity).toBeCloseTo(Math.log(1 + (2102 - 702 + 0.5) / 702.5), 10);
    expect(others.map(({ postings }) => postings?.pages.length)).toEqual([1, 1]);
    const alone = await readFor('portal', [...many, ...rare]);
    expect(alone.terms[0]?.postings?.pages).toHaveLength(702);
  });

  it('is asked for where it is all there is, and in a small index', async () => {
    expect((await readFor('portal zebra', [...many, ...rare])).terms[0]?.postings).toBeDefined();
    const few = await readFor('portal zebra horse', [...many.slice(0, 100), ...rare]);
    expect(few.terms[0]?.postings).toBeDefined();
  });
});

describe('files of the index', () => {
  it('are read once, and asked for again after a failure', async () => {
    const { reader, read } = await readerOf(titles);
    await Promise.all([reader.postings('receipt'), reader.postings('blank')]);
    expect(read).toHaveLength(1);
    let isDown = true;
    const shaky = new TermReader(reader.manifest, english, {
      read: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(new Uint8Array())),
      pagesWith: () => Promise.resolve([]),
    });
    await expect(shaky.postings('receipt')).rejects.toThrow('down');
    isDown = false;
    expect(await shaky.postings('receipt')).toBeUndefined();
  });
});
