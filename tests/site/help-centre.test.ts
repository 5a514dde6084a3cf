import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixlore } from '../fixlore.ts';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';
import { elementsOf } from './pages.ts';

/* What the help centre of the sample records has beside its pages, with an address and without one. */

const suite = suiteFolder();
const known = join(suite, 'known');
const unknown = join(suite, 'unknown');
const site = join(known, 'dist', 'public');
const address = 'https://help.example/claims';

beforeAll(async () => {
  copySample(known, { public: `${address}/` });
  copySample(unknown, {});
  const config = readFileSync(join(known, 'fixlore.config.yaml'), 'utf8');
  const feedback = config.replace(
    /feedback:\n.*\n/,
    'feedback:\n  url: https://in.example/solved\n',
  );
  put(known, 'fixlore.config.yaml', feedback);
  for (const cwd of [known, unknown]) {
    const { code, stderr } = await fixlore(['build', '--audience', 'public'], { cwd });
    expect(code, stderr).toBe(0);
  }
});

const text = (path: string) => readFileSync(join(site, path), 'utf8');
const elements = (path: string) => elementsOf(text(path));
const isThere = (full: string) => {
  expect(full.startsWith(`${address}/`), full).toBe(true);
  const path = full.slice(address.length + 1);
  return existsSync(join(site, path === '' || path.endsWith('/') ? `${path}index.html` : path));
};

describe('with an address', () => {
  it('every address of the sitemap, the feed, the guide and the JSON is one of a file', () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    for (const path of ['sitemap.xml', 'feed.xml']) {
      expect(XMLValidator.validate(text(path))).toBe(true);
    }
    const { urlset } = parser.parse(text('sitemap.xml')) as { urlset: { url: { loc: string }[] } };
    const { feed } = parser.parse(text('feed.xml')) as {
      feed: { entry: { link: { href: string } }[] };
    };
    const { articles } = JSON.parse(text('api/articles.json')) as {
      articles: { url: string; json: string }[];
    };
    const addresses = [
      ...urlset.url.map(({ loc }) => loc),
      ...feed.entry.map(({ link }) => link.href),
      ...[...text('llms.txt').matchAll(/\]\((\S+)\)/g)].map(([, link]) => link!),
      ...articles.flatMap(({ url, json }) => [url, json]),
    ];
    expect(addresses.length).toBeGreaterThan(60);
    expect(addresses.filter((one) => !isThere(one))).toEqual([]);
    expect(text('robots.txt')).toContain(`\nSitemap: ${address}/sitemap.xml\n`);
  });

  it('a former address leads on without a script, and search engines count the new one', () => {
    const found = elements('articles/blank-receipt/index.html');
    const target = '/claims/articles/receipt-page-stays-blank/';
    const refresh = found.find(({ attributes }) => attributes['http-equiv'] === 'refresh');
    expect(refresh?.attributes['content']).toBe(`0; url=${target}`);
    const canonical = found.find(({ attributes }) => attributes['rel'] === 'canonical');
    expect(canonical?.attributes['href']).toBe(`https://help.example${target}`);
    expect(found.some(({ attributes }) => attributes['href'] === target)).toBe(true);
  });

  it('each article has a picture for previews, and JSON-LD that is JSON', () => {
    const pages = filesBelow(join(site, 'articles')).filter((path) => path.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const found = elements(`articles/${path.replace('.md', '/index.html')}`);
      const image = found.find(({ attributes }) => attributes['property'] === 'og:image');
      expect(isThere(image?.attributes['content'] ?? '')).toBe(true);
      const data = found.filter(({ attributes }) => attributes['type'] === 'application/ld+json');
      expect(data.map(({ text }) => (JSON.parse(text) as object) instanceof Object)).toEqual([
        true,
      ]);
    }
  });

  it('may send an answer to where the configuration says, and nowhere else', () => {
    const policies = elements('articles/receipt-page-stays-blank/index.html')
      .filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
      .map(({ attributes }) => attributes['content']);
    expect(policies[0]).toContain("form-action 'self' https://in.example");
    expect(policies[0]).toContain("connect-src 'self' https://in.example;");
    // The header is of all pages: it also names where intakes are sent, which each of their pages does itself.
    expect(text('_headers')).toMatch(/connect-src 'self'[^;]* https:\/\/in\.example[ ;]/);
    expect(text('_headers')).toMatch(/form-action 'self'[^;]* https:\/\/in\.example[ ;]/);
  });
});

it('without an address there is no sitemap and no picture, and links are paths', () => {
  const folder = join(unknown, 'dist', 'public');
  const paths = filesBelow(folder);
  expect(paths.filter((path) => /^(cards|sitemap)/.test(path))).toEqual([]);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(read('llms.txt')).toContain('](/articles/receipt-page-stays-blank.md)');
  expect(read('articles/receipt-page-stays-blank/index.html')).not.toContain('og:');
});

it('an archived article keeps its page, its copy and its data, and is told of nowhere', () => {
  expect(text('articles/fax-cover-sheet/index.html')).toContain('kept for the record');
  expect(text('articles/fax-cover-sheet.md')).toContain('no longer looked after');
  expect(JSON.parse(text('api/articles/fax-cover-sheet.json'))).toMatchObject({
    is_archived: true,
  });
  const told = ['index.html', 'articles/index.html', 'products/claims-portal/index.html'];
  for (const path of [...told, 'llms.txt', 'sitemap.xml', 'feed.xml']) {
    expect(text(path), path).not.toContain('fax-cover-sheet');
  }
});

it('is the same when it is built again from what was kept', async () => {
  const before = treeOf(site);
  expect((await fixlore(['build', '--audience', 'public'], { cwd: known })).code).toBe(0);
  expect(treeOf(site)).toEqual(before);
});
