import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unprintable } from '#diagnostics/printable.ts';
import { called } from '../command-line.ts';
import { fixlore } from '../fixlore.ts';
import { articleText, resolvedText } from '../records.ts';
import { writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow } from '../tree.ts';

/* `fixlore search` on a built index. */

const suite = suiteFolder();
const root = join(suite, 'kb');

/** What a terminal would act on, as far as a check lets it through: C1 codes, marks nobody sees. */
const nasty = 'Zebra \u009b31mred \u009d0;title\u009c \u200b \u2028x';

interface Found {
  query: string;
  count: number;
  is_answered: boolean;
  confidence: number;
  corrections: { typed: string; meant: string }[];
  hits: {
    url: string;
    title: string;
    kind: string;
    record: string;
    excerpt: string;
    score: number;
    parts?: { words: number; nearest_sentence: number };
  }[];
  terms?: { term: string; typed: string; how: string; pages: number }[];
}

const search = (...args: string[]) => fixlore(['search', ...args], { cwd: root });

beforeAll(async () => {
  writeSmall(root);
  put(
    root,
    'incidents/2026/2026-06-01-nasty.md',
    resolvedText({ title: nasty, symptoms: [nasty] }),
  );
  put(root, 'kb/archived.md', articleText({ title: 'Quokka archived', state: 'archived' }));
  const { code, stderr } = await fixlore(['build'], { cwd: root });
  expect(code, stderr).toBe(0);
});

describe('what is there', () => {
  it('is found, the best first, with its address', async () => {
    const { code, stdout, stderr } = await search('white', 'page');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(
      /^The login page stays white.* {2}(Incident|Solution), Claims portal$/,
    );
    expect(lines[1]).toMatch(/^ {2}\/(incidents|articles)\/.*white-page\/ {2}\d\.\d\d$/);
    expect(stdout).toMatch(/\n\d+ results\.\n$/);
  });

  it('is told to scripts as one object', async () => {
    const { stdout } = await search('session store full', '--json', '--limit', '1');
    const found = JSON.parse(stdout) as Found;
    expect(found.query).toBe('session store full');
    expect(found.hits).toHaveLength(1);
    expect(found.count).toBeGreaterThanOrEqual(1);
    expect(Object.keys(found.hits[0] ?? {}).sort()).toEqual([
      ...['excerpt', 'kind', 'record', 'score', 'sections', 'title', 'url'],
    ]);
    expect(found.hits[0]?.url).toBe('/incidents/2026-03-14-white-page/');
    expect(found.hits[0]?.record).toBe('incident 2026-03-14-white-page');
    expect([found.is_answered, found.corrections]).toEqual([true, []]);
  });

  it('in other words, and with typing errors, which is told', async () => {
    const { stdout } = await search('the loggin page has been wihte since yesterday');
    expect(stdout).toMatch(/^Showing results for login instead of loggin\.\n/);
    expect(stdout).toContain('Showing results for white instead of wihte.\n');
    expect(stdout).toContain('/articles/white-page/');
  });

  it('is explained if somebody wants to know why', async () => {
    const { stdout } = await search('wihte page', '--explain');
    expect(stdout).toMatch(
      /\nTerms\n {2}white .*corrected from wihte .*weight 0\.90 .*on \d pages/,
    );
    expect(stdout).toMatch(/\n {2}page .*as typed: page /);
    expect(stdout).toMatch(/\nPlaces\n {2}\d\.\d{3} {2}words .*nearest sentence .*white-page\n/);
    expect(stdout).toMatch(/\nConfidence 0\.\d\d: an answer\.\n$/);
    const told = JSON.parse((await search('wihte', '--explain', '--json')).stdout) as Found;
    expect(told.terms).toMatchObject([{ term: 'white', typed: 'wihte', how: 'corrected' }]);
    expect(Object.keys(told.hits[0]?.parts ?? {})).toEqual(['words', 'nearest_sentence']);
  });

  it('is narrowed down', async () => {
    const kinds = async (...args: string[]) => {
      const { stdout } = await called(['search', 'white page', '--json', ...args], { cwd: root });
      return new Set((JSON.parse(stdout) as Found).hits.map(({ record }) => record.split(' ')[0]));
    };
    expect(await kinds()).toEqual(new Set(['incident', 'article']));
    expect(await kinds('--only', 'kind=Article')).toEqual(new Set(['article']));
    expect(await kinds('--only', 'kind=Article', '--only', 'kind=Incident')).toEqual(await kinds());
    expect(await kinds('--only', 'kind=Article', '--only', 'status=Resolved')).toEqual(new Set());
    expect(await kinds('--only', 'constructor=x')).toEqual(new Set());
  });

  it('is public only if the public site is asked', async () => {
    const inside = JSON.parse((await search('clear session store', '--json')).stdout) as Found;
    expect(inside.hits.map(({ url }) => url)).toContain('/articles/clear-sessions/');
    const { stdout } = await search('clear session store', '--json', '--audience', 'public');
    const urls = (JSON.parse(stdout) as Found).hits.map(({ url }) => url);
    expect(urls).not.toContain('/articles/clear-sessions/');
    expect(urls.filter((url) => url.startsWith('/incidents/'))).toEqual([]);
  });

  it('and is archived is not found', async () => {
    const { stdout } = await search('quokka', '--audience', 'public');
    expect(stdout).toContain('Nothing found');
  });

  it('is found from any folder', async () => {
    const { stdout } = await fixlore(['search', '-C', root, 'white', '--out', 'kb/dist'], {
      cwd: suite,
    });
    expect(stdout).toContain('/articles/white-page/');
    const below = await fixlore(['search', 'white'], { cwd: join(root, 'kb', 'login') });
    expect(below.stdout).toContain('/articles/white-page/');
  });
});

describe('what is not there', () => {
  it('is told, with exit code 0', async () => {
    const { code, stdout } = await search('qqqqqqqq');
    expect([code, stdout]).toEqual([
      0,
      'Nothing found for “qqqqqqqq”. Try fewer or other words.\n',
    ]);
    const { stdout: json } = await search('qqqqqqqq', '--json');
    expect(JSON.parse(json)).toEqual({
      ...{ query: 'qqqqqqqq', count: 0, is_answered: false, confidence: 0 },
      ...{ corrections: [], unquoted: [], hits: [] },
    });
  });

  it('is told before the nearest there is', async () => {
    const { code, stdout } = await search('which coffee machine should the second floor page buy');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing here answers this for sure\. The nearest:\n/);
    expect(stdout).toContain('/articles/');
  });
});

describe('no terminal is given anything to act on', () => {
  it.each([[[]], [['--json']]])('by a record %j', async (options) => {
    const { stdout, stderr } = await search('zebra', ...options);
    expect(stdout).toContain('Zebra');
    expect(`${stdout}${stderr}`.replaceAll('\n', '').match(unprintable)).toBeNull();
  });

  it('by the question', async () => {
    const { stdout } = await search('qqq\u001b[2J\u009b31m\u202E');
    expect(stdout).toContain('Nothing found for “qqq\\x1b[2J\\x9b31m\\u202e”');
    const { stdout: json } = await search('--json', 'qqq\u001b[2J\u009b31m\u202E');
    expect(json.replaceAll('\n', '').match(unprintable)).toBeNull();
    expect((JSON.parse(json) as Found).query).toBe('qqq\u001b[2J\u009b31m\u202E');
  });
});

describe('what cannot be searched is told in a sentence, with exit code 2', () => {
  const site = join(suite, 'broken', 'dist', 'internal');
  const index = join(site, 'pagefind');
  const terms = join(site, 'terms');
  const damages: [string, () => void, RegExp][] = [
    [
      'no index',
      () => rmSync(terms, { recursive: true }),
      /There is no search index in .*"fixlore build"/,
    ],
    ['no full text', () => rmSync(index, { recursive: true }), /is damaged/],
    ['half a manifest', () => writeFileSync(join(terms, 'index.gz'), '{"version":1'), /is damaged/],
    [
      'another version',
      () => writeFileSync(join(terms, 'index.gz'), '{"version":99}'),
      /of another version\. Run "fixlore build"/,
    ],
    ['half a script', () => writeFileSync(join(index, 'pagefind.js'), 'let x ='), /is damaged/],
    ['another script', () => writeFileSync(join(index, 'pagefind.js'), 'export {}'), /is damaged/],
    ['no entry', () => rmSync(join(index, 'pagefind-entry.json')), /is damaged/],
    ['half an entry', () => writeFileSync(join(index, 'pagefind-entry.json'), '{'), /is damaged/],
    ['no words', () => remove('.pf_index'), /is damaged/],
    ['no texts', () => remove('.pf_fragment'), /is damaged/],
    [
      'a folder for a script',
      () => {
        rmSync(join(index, 'pagefind.js'));
        mkdirSync(join(index, 'pagefind.js'));
      },
      /cannot be read/,
    ],
  ];
  const remove = (ending: string) => {
    for (const path of filesBelow(index)) if (path.endsWith(ending)) rmSync(join(index, path));
  };

  it.each(damages)('%s', async (_, damage, sentence) => {
    rmSync(join(suite, 'broken'), { recursive: true, force: true });
    cpSync(root, join(suite, 'broken'), { recursive: true });
    damage();
    const { code, stdout, stderr } = await fixlore(['search', '"white page"'], {
      cwd: join(suite, 'broken'),
    });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^fixlore: .*\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each([
    [[], 'What should be searched?'],
    [['--limit', 'many', 'x'], '--limit takes a whole number'],
    [['--audience', 'all', 'x'], '--audience takes one of internal, public'],
    [['--only', 'product', 'x'], '--only wants FACET=VALUE, not "product".'],
    [['--only', 'product=', 'x'], '--only wants FACET=VALUE, not "product=".'],
    [['--colour', 'x'], "Unknown option '--colour'"],
  ])('%j', async (args, sentence) => {
    const { code, stderr } = await search(...args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});
