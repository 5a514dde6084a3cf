import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { headerRules, headersFor } from '#io/headers-file.ts';
import { fixlore } from '../fixlore.ts';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { pagesOf, type PageElement } from './pages.ts';

/* Every page of both sites, built from the sample records under two addresses. */

const suite = suiteFolder();
const atRoot = join(suite, 'at-root');
const below = join(suite, 'below-a-path');
const audiences = ['public', 'internal'] as const;
const cases = audiences.flatMap((audience) => [
  { audience, folder: join(atRoot, 'dist', audience), base: '/', where: 'at the root' },
  { audience, folder: join(below, 'dist', audience), base: `/${audience}/help/`, where: 'below' },
]);

beforeAll(async () => {
  copySample(atRoot);
  copySample(below, {
    public: 'https://x.example/public/help',
    internal: 'https://x.example/internal/help/',
  });
  const ends = await Promise.all([atRoot, below].map((cwd) => fixlore(['build'], { cwd })));
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
});

/** Where two intakes of the sample send. The headers are the same for all pages. */
const packetsTo = ' https://support.harborclaims.example';

describe.each(cases)('the $audience site, $where', ({ audience, folder, base }) => {
  let pages: Map<string, PageElement[]>;
  let everything: { page: string; element: PageElement }[];

  beforeAll(() => {
    pages = pagesOf(folder);
    everything = [...pages].flatMap(([page, elements]) =>
      elements.map((element) => ({ page, element })),
    );
  });

  it('has the kinds of pages that the other tests are about', () => {
    expect(pages.size).toBeGreaterThan(audience === 'public' ? 25 : 80);
  });

  it('carries the policy in each page, the same as in the headers; who takes packets is allowed where they are made', () => {
    const rules = headerRules(readFileSync(join(folder, '_headers'), 'utf8'));
    const header = headersFor(rules, '/articles/').get('Content-Security-Policy') ?? '';
    expect(header).toMatch(/^default-src 'none'; .*; frame-ancestors 'none'$/);
    expect(header).not.toContain('unsafe-inline');
    for (const [page, elements] of pages) {
      const policies = elements.filter(
        ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
      );
      const contents = policies.map(({ attributes }) => attributes['content']);
      const all = header.replace("; frame-ancestors 'none'", '');
      const isSender = /^contact\/(?:accounts|file-transfer)\//.test(page);
      expect(contents, page).toEqual([isSender ? all : all.replaceAll(packetsTo, '')]);
      const place = elements.indexOf(policies[0]!);
      const early = elements.slice(0, place).map(({ name }) => name);
      expect(early, `${page}: nothing is loaded before it`).toEqual(['html', 'head', 'meta']);
    }
  });

  it('has nothing inline that runs or styles', () => {
    const inline = everything.filter(
      ({ element: { name, attributes, text } }) =>
        name === 'style' ||
        'style' in attributes ||
        Object.keys(attributes).some((attribute) => attribute.startsWith('on')) ||
        (name === 'script' && !isData(attributes) && (!attributes['src'] || text.trim() !== '')) ||
        Object.values(attributes).some((value) => /^\s*(javascript|data|vbscript):/i.test(value)),
    );
    expect(inline).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loaded = everything.flatMap(({ page, element: { name, attributes } }) => {
      const { src, srcset, href, poster, data, action, rel = '' } = attributes;
      const isLoaded = name === 'link' && !/canonical|alternate/.test(rel);
      return [src, srcset, poster, data, action, isLoaded ? href : undefined].flatMap((address) =>
        address === undefined ? [] : [{ page, name, address }],
      );
    });
    expect(loaded.length).toBeGreaterThan(pages.size * 2);
    expect(loaded.filter(({ address }) => !address.startsWith(base))).toEqual([]);
    expect(loaded.filter(({ address }) => address.startsWith('//'))).toEqual([]);
  });

  it('uses no element that could carry another page or plug-in', () => {
    const names = new Set(everything.map(({ element: { name } }) => name));
    for (const name of ['iframe', 'object', 'embed', 'base', 'frame', 'applet']) {
      expect(names).not.toContain(name);
    }
  });

  it('leads to a file, and to a place in it, with every link', () => {
    const broken = everything.flatMap(({ page, element: { name, attributes } }) => {
      const isRefresh = name === 'meta' && attributes['http-equiv'] === 'refresh';
      const refresh = isRefresh ? attributes['content']?.split('url=')[1] : undefined;
      return [attributes['href'], attributes['src'], attributes['action'], refresh]
        .filter((href) => href !== undefined)
        .flatMap((href) => {
          const why = whyBroken({ folder, base, pages }, page, href);
          return why ? [`${page}: <${name}> ${href}: ${why}`] : [];
        });
    });
    expect(broken).toEqual([]);
  });

  it('names each id once, and no label without its field', () => {
    const wrong = [...pages].flatMap(([page, elements]) => {
      const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const missing = elements.flatMap(({ attributes }) =>
        [attributes['for'], attributes['aria-labelledby'], attributes['aria-controls']].filter(
          (id) => id !== undefined && !ids.includes(id),
        ),
      );
      return [...twice, ...missing].map((id) => `${page}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  it(audience === 'internal' ? 'asks not to be indexed' : 'may be indexed', () => {
    const isInternal = audience === 'internal';
    const headers = readFileSync(join(folder, '_headers'), 'utf8');
    expect(headers.includes('X-Robots-Tag: noindex, nofollow')).toBe(isInternal);
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8').includes('Disallow: /\n')).toBe(
      isInternal,
    );
    for (const [page, elements] of pages) {
      const robots = elements.filter(({ attributes }) => attributes['name'] === 'robots');
      expect(robots.length, page).toBe(isInternal ? 1 : 0);
      for (const { attributes } of robots) expect(attributes['content']).toContain('noindex');
    }
  });
});

/** A block that no browser runs. */
function isData({ type }: Record<string, string>): boolean {
  return type === 'application/ld+json';
}

interface LinkedSite {
  folder: string;
  base: string;
  pages: Map<string, PageElement[]>;
}

/** Why a link of a page leads nowhere; undefined if it does lead somewhere, or to the open web. */
function whyBroken(
  { folder, base, pages }: LinkedSite,
  page: string,
  href: string,
): string | undefined {
  const site = 'https://site.invalid';
  const from = `${site}${base}${page.replace(/index\.html$/, '')}`;
  if (!URL.canParse(href, from)) return 'not an address';
  const { origin, protocol, pathname, hash } = new URL(href, from);
  if (protocol === 'mailto:' || protocol === 'tel:') return undefined;
  if (origin !== site) return /^https?:$/.test(protocol) ? undefined : 'an odd scheme';
  if (!pathname.startsWith(base)) return 'outside of the base';
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(folder, file)) || !statSync(join(folder, file)).isFile()) return 'no file';
  if (hash === '' || !file.endsWith('.html')) return undefined;
  const id = decodeURIComponent(hash.slice(1));
  return pages.get(file)?.some(({ attributes }) => attributes['id'] === id)
    ? undefined
    : 'no place';
}
