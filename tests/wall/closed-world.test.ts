import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { knowledgeBase } from '#io/knowledge-base.ts';
import { writtenBase } from '#io/written-base.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { languageOf } from '#search/query/language.ts';
import { publishedFiles } from '#site/proof/published-files.ts';
import { builtAlone } from '#site/proof/whole-builds.ts';
import { cborTexts } from '#wall/cbor-texts.ts';
import { closedWorld, type KnownWorld, type PublishedFiles } from '#wall/closed-world.ts';
import { specimens } from '#wall/specimen.ts';
import { now } from '../memory-knowledge-base.ts';
import { copySample, onePixel } from '../small-knowledge-base.ts';
import { folderIn, suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { honest } from './seeded-leaks.ts';

const suite = suiteFolder();
const article = 'kb/certificates/renew-a-partner-certificate.md';
const picture = 'kb/claims-portal/submit-button/site-settings.png';
/* Pagefind takes them apart, or for one word, and cuts endings off. */
const oddErrors = [
  'XQZHandclaspOccurrence',
  'qv=%5B%7B%22zeal%22%3A%22yeast%22%7D%5D',
  'zap-the-quick-brown-vex-notifications',
  'codes AFX,ALX,DZX,YNY',
];
let published: PublishedFiles;
let known: KnownWorld;

beforeAll(async () => {
  const root = folderIn(suite, 'sample');
  copySample(root);
  const photo = readFileSync(join(root, picture));
  const place = chunk('tEXt', 'Author Whitfield');
  put(root, picture, Buffer.concat([photo.subarray(0, 33), place, photo.subarray(33)]));
  const plain = readFileSync(join(root, article), 'utf8');
  const odd = plain
    .replace(/^title: (.*)/m, 'title: "$1 > 30 days & no more"') // escaped in JSON-LD
    .replace('errors:\n', `errors:\n${oddErrors.map((one) => `  - '${one}'\n`).join('')}`);
  put(root, article, odd);
  const base = writtenBase(root);
  const [empty, made] = specimens(base);
  const built = async (name: string, files: typeof base) =>
    publishedFiles(await builtAlone(join(suite, name), files));
  published = await built('reference', base);
  const templates = [await built('empty', empty), await built('made', made)];
  const reading = await readKnowledgeBase(knowledgeBase(root, { noCache: true }), {
    depth: 'render',
    now,
  });
  const site = honest(reading.site!);
  known = { site, templates, language: await languageOf(site.language) };
}, 300_000);

it('every text of the public site comes from what is public, or from a template', () => {
  const { strangers, texts, files } = closedWorld(published, known);
  expect(strangers).toEqual([]);
  expect(files).toBe(published.size);
  expect(texts).toBeGreaterThan(5000);
});

it('publishes a picture without what a camera wrote into it', () => {
  const [path] = [...published.keys()].filter((one) => one.endsWith(picture));
  const original = readFileSync(join(import.meta.dirname, '..', '..', picture));
  const pixels = (bytes: Uint8Array) =>
    Buffer.from(bytes).subarray(Buffer.from(bytes).indexOf('IDAT'));
  expect(Buffer.from(published.get(path!)!).includes('Whitfield')).toBe(false);
  expect(pixels(published.get(path!)!)).toEqual(pixels(original));
});

function chunk(type: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(`${type}${content}crc!`, 'latin1')]);
}

describe('a word from elsewhere is found', () => {
  const encoder = new TextEncoder();
  const text = (path: string) => new TextDecoder().decode(published.get(path));
  const some = (pattern: RegExp) => [...published.keys()].find((path) => pattern.test(path))!;
  const replaced = (path: string, from: string, to: string): [string, Uint8Array] => {
    expect(text(path)).toContain(from);
    return [path, encoder.encode(text(path).replace(from, to))];
  };
  const page = () => some(/^articles\/.+\/index\.html$/);
  const leaks: Record<string, () => [path: string, content: Uint8Array]> = {
    'in a text': () => replaced(page(), '</main>', 'Whitfield</main>'),
    'in a comment': () => replaced(page(), '</main>', '<!-- Whitfield --></main>'),
    'in an id': () => replaced(page(), '<main', '<main data-from="inc-whitfield"'),
    'in a class': () => replaced(page(), '<main', '<main class="whitfield"'),
    'in a template element': () =>
      replaced(page(), '</main>', '<template>whitfield</template></main>'),
    'behind percent encoding': () => replaced(page(), '<main', '<main title="wh%69tfield"'),
    'in a script': () => replaced(page(), '</main>', '<script>var whitfield</script></main>'),
    'as a number too large for a count': () => replaced(page(), '</main>', '<b>48213</b></main>'),
    'in the name of a file': () => ['articles/whitfield/index.html', encoder.encode('')],
    'in the name of a style sheet': () => ['_astro/whitfield.D_XROmcf.css', encoder.encode('')],
    'in a map of the source': () => [
      '_astro/Page.D_XROmcf.js.map',
      encoder.encode('{"sources":["incidents/whitfield.md"]}'),
    ],
    'in a last change': () => ['sitemap.xml', encoder.encode('<lastmod>2019-02-07</lastmod>')],
    'in the id of an entry': () => ['feed.xml', encoder.encode('<id>urn:whitfield</id>')],
    'in a date of the linked data': () =>
      replaced(
        page(),
        '</head>',
        '<script type="application/ld+json">{"d":"2026-03-02"}</script></head>',
      ),
    'in the copy of an article': () => ['articles/a.md', encoder.encode('Seen by Whitfield')],
    'in the list for language models': () => ['llms.txt', encoder.encode('- whitfield: 1')],
    'in the page for what is gone': () => replaced('404.html', '</main>', 'whitfield</main>'),
    'in the theme': () => ['theme/own.css', encoder.encode('/* whitfield */')],
    'in a date in words': () => replaced(page(), '</main>', '<b>3 March 2026</b></main>'),
    'in a list of redirects': () => ['_redirects', encoder.encode('/whitfield /articles/ 301\n')],
    'in JSON': () => ['api/articles.json', encoder.encode('[{"whitfield": "a"}]')],
    'in a page of the full-text index': () =>
      replaced(some(/\.pf_fragment$/), '"content":"', '"content":"Whitfield '),
    'in a style sheet': () => ['_astro/other.css', encoder.encode('.whitfield {}')],
    'in a picture': () => [
      'cards/a.png',
      Buffer.concat([
        onePixel.subarray(0, 33),
        chunk('tEXt', 'Author Whitfield'),
        onePixel.subarray(33),
      ]),
    ],
    'in a file that cannot be read': () => ['data.bin', Uint8Array.from([0, 255, 1])],
  };

  it.each(Object.entries(leaks))('%s', (_, leak) => {
    const [path, content] = leak();
    const { strangers } = closedWorld(new Map([...published, [path, content]]), known);
    expect(strangers.length).toBeGreaterThan(0);
    expect(new Set(strangers.map(({ file }) => file))).toEqual(new Set([path]));
  });

  it('in the packed words of the full-text index', () => {
    const path = some(/\.pf_index$/);
    const words = cborTexts(published.get(path)!);
    expect(words.length).toBeGreaterThan(100);
    const bytes = Buffer.from(published.get(path)!);
    const [word] = words.filter((one) => one.length === 9);
    bytes.write('whitfield', bytes.indexOf(word!));
    const { strangers } = closedWorld(new Map([...published, [path, bytes]]), known);
    expect(strangers.map((one) => one.word)).toEqual(['whitfield']);
  });

  it('in the terms by which the query layer ranks', () => {
    const templates = known.templates;
    const other: KnownWorld = {
      ...known,
      site: { ...known.site, articles: known.site.articles.slice(1) },
      templates,
    };
    const files = closedWorld(published, other).strangers.map(({ file }) => file);
    expect(files.some((file) => file.startsWith('terms/'))).toBe(true);
  });
});

it('a time with an offset is shown on the day of the zone, and is no word from elsewhere', () => {
  const site = {
    ...known.site,
    articles: known.site.articles.slice(0, 1).map((article) => ({
      ...article,
      issue: {
        status: 'workaround' as const,
        since: '2026-03-14',
        updates: [{ at: '2026-04-01T23:30:00-05:00', what: 'News' }],
      },
    })),
  };
  const page = (text: string) =>
    new Map([['index.html', new TextEncoder().encode(`<p>${text}</p>`)]]);
  const strangers = (text: string) =>
    closedWorld(page(text), { ...known, site }).strangers.map(({ word }) => word);
  expect(strangers('14 March 2026, 2 April 2026, 2026-04-02')).toEqual([]);
  expect(strangers('3 April 2026, 2026-04-03')).toEqual(['3 april 2026', '2026-04-03']);
});

it('unpacks what the index packs', () => {
  expect(cborTexts(Uint8Array.from([0x82, 0x63, 97, 98, 99, 0xa1, 0x61, 100, 0x18, 200]))).toEqual([
    'abc',
    'd',
  ]);
});
