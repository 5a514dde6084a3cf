import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { called } from '../command-line.ts';
import { articleText, configText, resolvedText } from '../records.ts';
import { rawControl } from '../report/report-of.ts';
import { endIndexerAfterwards } from '../search/built-index.ts';
import { siteOf, writeIndexOf } from '../search/site-index.ts';
import { suiteFolder } from '../suite-folder.ts';
import { folderWith, put } from '../temporary-folder.ts';

endIndexerAfterwards();
const root = suiteFolder();

const log = [
  { query: 'white login page', product: 'portal', count: 3, date: '2026-11-20' },
  { query: 'The login page is white!', product: 'Claims portal', count: 0, date: '2026-11-21' },
  { query: 'printer \u001b[31m jams', count: 1 },
  { query: 'book a hotel in Lisbon', count: 0 },
]
  .map((search) => JSON.stringify(search))
  .join('\n');

interface Told {
  reports: { name: string; rows: Record<string, string | number | null>[] }[];
}

const report = (file: string, ...args: string[]) =>
  called(['report', 'searches', file, ...args], { cwd: root });

async function rowsOf(...args: string[]) {
  const { stdout } = await report('log.jsonl', '--format', 'json', ...args);
  return (JSON.parse(stdout) as Told).reports[0]?.rows ?? [];
}

beforeAll(async () => {
  put(root, 'fixlore.config.yaml', configText);
  put(
    root,
    'incidents/jam.md',
    resolvedText({ title: 'The printer jams', symptoms: ['paper jam'] }),
  );
  put(root, 'kb/white.md', articleText({ title: 'The login page is white' }));
  put(root, 'log.jsonl', log);
  await writeIndexOf(await siteOf(knowledgeBase(root)), 'internal', join(root, 'dist', 'internal'));
});

describe('fixlore report searches', () => {
  it('says what to write next, what was asked most often first', async () => {
    expect(await rowsOf()).toEqual([
      {
        ...{ asked: 2, found_nothing: 1, last: '2026-11-21', product: 'Claims portal' },
        ...{ question: 'white login page', other_wordings: 'The login page is white!' },
        ...{ next: 'add these words', nearest: 'article white' },
      },
      {
        ...{ asked: 1, found_nothing: 1, last: null, product: null },
        ...{ question: 'book a hotel in Lisbon', other_wordings: null },
        ...{ next: 'write an article', nearest: null },
      },
      {
        ...{ asked: 1, found_nothing: 0, last: null, product: null },
        ...{ question: 'printer \u001b[31m jams', other_wordings: null },
        ...{ next: 'promote the incident', nearest: 'incident jam' },
      },
    ]);
  });

  it('knows nothing of the nearest without an index, which it says', async () => {
    const [row] = await rowsOf('--out', 'nowhere');
    expect(Object.keys(row ?? {})).not.toContain('nearest');
    const { code, stdout } = await report('log.jsonl', '--out', 'nowhere');
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', ' ')).toContain('No internal index is built');
  });

  it.each(['pretty', 'json', 'csv', 'markdown'])('says it in %s', async (format) => {
    const { code, stdout, stderr } = await report('log.jsonl', '--format', format);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('white login page');
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(rawControl);
  });

  it('tells the lines that it cannot read, and keeps the others', async () => {
    writeFileSync(join(root, 'bad.jsonl'), `${log}\nnonsense\n{"query":"x","date":"soon"}\n`);
    const { code, stdout, stderr } = await report('bad.jsonl', '--format', 'csv');
    expect(code).toBe(1);
    expect(stdout.split('\r\n')).toHaveLength(1 + 4 + 1);
    expect(stderr).toMatch(
      /^bad\.jsonl:5: This is no search\..*\nbad\.jsonl:6: "date" is left out.*\n$/,
    );
  });

  it('does not fill the terminal with a file that is no log', async () => {
    writeFileSync(join(root, 'other.txt'), 'some text \u001b[31m\n'.repeat(1000));
    const { code, stdout, stderr } = await report('other.txt');
    expect(code).toBe(1);
    expect(stdout).toContain('No figures yet.');
    expect(stderr.split('\n')).toHaveLength(20 + 1 + 1);
    expect(stderr).toContain('… and 980 problems more.\n');
    expect(stderr).not.toMatch(rawControl);
  });

  it('of an empty log is empty', async () => {
    writeFileSync(join(root, 'empty.jsonl'), '');
    expect(await report('empty.jsonl', '--format', 'csv')).toMatchObject({
      ...{ code: 0, stderr: '' },
      stdout: 'asked,found_nothing,last,product,question,other_wordings,next,nearest\r\n',
    });
  });
});

describe('what stands in the way is told', () => {
  it.each([
    [['report', 'searches'], 'Which log of searches? fixlore report searches FILE'],
    [['report', 'searches', 'a', 'b'], 'Which log of searches? fixlore report searches FILE'],
    [['report', 'serches'], 'There is no report "serches". Did you mean "searches"?'],
    [['report', 'searches', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read: ENOENT'],
    [['report', 'searches', '.'], 'cannot be read: EISDIR'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await called(args, { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  it('when the configuration cannot be used', async () => {
    const folder = folderWith({ 'fixlore.config.yaml': 'products: x', 'log.jsonl': log });
    expect(await called(['report', 'searches', 'log.jsonl'], { cwd: folder })).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: 'fixlore: The configuration cannot be used. "fixlore check" says why.\n',
    });
  });

  it('when the index is damaged', async () => {
    const terms = join(root, 'damaged', 'internal', 'terms');
    put(terms, 'index.gz', 'x');
    const { code, stderr } = await report('log.jsonl', '--out', 'damaged');
    expect(code).toBe(2);
    expect(stderr).toMatch(/is damaged or of another version\. Run "fixlore build"\.\n$/);
    rmSync(join(root, 'damaged'), { recursive: true });
  });

  it('help names it', async () => {
    const { stdout } = await called(['report', '--help']);
    expect(stdout).toContain('"searches FILE" reads a log');
  });
});
