import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../site/pages.ts';
import { suiteFolder } from '../suite-folder.ts';
import { useChromium } from './chromium.ts';
import {
  hostile,
  hostileArticle,
  hostileIncident,
  longWord,
  writeHostile,
} from './hostile-knowledge-base.ts';
import { serveSites } from './served.ts';

/* Whatever a record says is shown as the characters that were written, and nothing of it runs. */

const root = join(suiteFolder(), 'kb');
const chromium = useChromium();
const served = serveSites(root, writeHostile);
const sites = ['internal', 'public'] as const;

describe.each(sites)('%s', (audience) => {
  let paths: string[];
  beforeAll(() => {
    paths = [...pagesOf(join(root, 'dist', audience)).keys()].map((path) =>
      path.replace(/index\.html$/, ''),
    );
  });

  it(
    'no page runs anything, asks elsewhere, or is wider than a phone',
    { timeout: 120_000 },
    async () => {
      const { page, complaints, close } = await chromium.open({
        viewport: { width: 320, height: 700 },
      });
      const wide: string[] = [];
      for (const path of paths) {
        await page.goto(served[audience] + path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) wide.push(`${path}: ${String(width)}`);
        expect(await isAttacked(page), path).toBe(false);
      }
      expect(complaints).toEqual([]);
      expect(wide).toEqual([]);
      await close();
    },
  );

  it('no element comes from a record but those that Markdown knows', () => {
    const allowed = new Set([
      ...['html', 'head', 'meta', 'title', 'link', 'body', 'a', 'header', 'nav', 'div', 'main'],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'span', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
      ...['article', 'section', 'aside', 'footer', 'blockquote', 'code', 'pre', 'strong', 'em'],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'time', 'figure', 'figcaption'],
      ...['details', 'summary', 'form', 'label', 'input', 'button', 'noscript', 'small', 'hr'],
      ...['script', 'img', 'br', 'del'],
    ]);
    // Charts are drawn by the site; no record has a picture that is not a file.
    const drawn = new Set(['svg', 'defs', 'pattern', 'rect', 'line', 'circle', 'text']);
    // The questions of an intake are asked by the site.
    const asked = new Set(['textarea', 'fieldset', 'legend']);
    // A drill marks what it quotes and what it cites, and tells the keys of the one who leads.
    const trained = new Set(['q', 'cite', 'kbd']);
    for (const [path, elements] of pagesOf(join(root, 'dist', audience))) {
      for (const { name, attributes, text } of elements) {
        const { src, href, action } = attributes;
        const isDrawn = path === 'reports/index.html' && drawn.has(name);
        const isAsked = path.startsWith('contact/') && asked.has(name);
        const isTrained = path.startsWith('training/') && trained.has(name);
        if (!isDrawn && !isAsked && !isTrained)
          expect(allowed, `${path}: <${name}>`).toContain(name);
        if (name === 'script' && attributes['type'] === 'application/ld+json') {
          expect(JSON.parse(text), path).toHaveProperty('@context', 'https://schema.org');
        } else if (name === 'script') expect(src, path).toMatch(/^\/_astro\//);
        if (name === 'img') expect(src, path).toMatch(/^\/files\//);
        if (action) expect(action, path).toMatch(/^\/search\/$/);
        if (href) expect(href, path).toMatch(/^(\/|#|https:\/\/|mailto:|tel:)/);
      }
    }
  });

  it('search shows what was written, and runs nothing of it', async () => {
    const { page, complaints, close } = await chromium.open();
    const query = audience === 'internal' ? 'hostile onerror' : 'onerror';
    await page.goto(`${served[audience]}search/?q=${encodeURIComponent(query.split(' ').at(-1)!)}`);
    const title = audience === 'internal' ? hostile('Title') : hostile('Articletitle');
    await page.getByRole('link', { name: title, exact: true }).waitFor();
    expect(await page.locator('[data-results]').innerText()).toContain('<img src=x');
    expect(await page.locator('[data-results] img, [data-results] script').count()).toBe(0);
    expect(await page.locator('[data-results] .kind').first().innerText()).toContain(
      hostile('Product').slice(0, 40),
    );
    expect(await isAttacked(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('the search over a page shows what was written, and runs nothing of it', async () => {
    const { page, complaints, close } = await chromium.open({
      viewport: { width: 320, height: 700 },
    });
    await page.goto(`${served[audience]}articles/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('onerror');
    const title = audience === 'internal' ? hostile('Title') : hostile('Articletitle');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByText(title, { exact: true }).first().waitFor();
    expect(await dialog.innerText()).toContain('<img src=x');
    expect(await dialog.locator('img, script').count()).toBe(0);
    await page.getByRole('combobox').fill('Longtitle');
    await dialog.getByText('Longtitle').first().waitFor();
    expect(await dialog.evaluate((one) => one.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await isAttacked(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('what is asked is not taken for HTML either', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(
      `${served[audience]}search/?q=${encodeURIComponent(hostile('Question'))}&kind=${encodeURIComponent(hostile('Facet'))}`,
    );
    await page
      .locator('[data-status]')
      .getByText(/result|Nothing|No sure answer/)
      .waitFor();
    expect(await page.locator('#question').inputValue()).toBe(hostile('Question'));
    expect(await isAttacked(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('nothing is lost', () => {
  /** What a drill is made of. */
  const { title, symptoms, goal, expected, errors, cause, attempts, ...more } = hostileIncident;
  const told = {
    ...{ title, symptoms, goal, expected, errors, cause },
    attempts: attempts.map(({ action, ...how }) =>
      'run' in how ? [action, how.run, how.because] : action,
    ),
    changes: more.recent_changes.map(({ what }) => what),
    evidence: more.evidence.map(({ shows }) => shows),
    environment: more.environment,
    workaround: more.workaround.summary,
    followUps: more.follow_ups.map(({ what }) => what),
    apart: more.unlike.map(({ tell_apart }) => tell_apart),
  };

  it.each([
    ['incident', 'internal', 'incidents/2026-03-14-hostile/', hostileIncident],
    ['article', 'public', 'articles/hostile/', hostileArticle],
    ['article', 'internal', 'articles/hostile/', hostileArticle],
    ['drill', 'internal', 'training/2026-03-14-hostile/', told],
    ['drill', 'internal', 'training/2026-03-14-hostile/group/', told],
  ] as const)('every text of the %s is on its %s page', async (_, audience, path, fields) => {
    const { page, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served[audience] + path);
    const shown = (await page.locator('body').textContent()) ?? '';
    const alternatives = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('alt')));
    const texts = leaves(fields).filter((text) => text.includes('<img') || text.includes(longWord));
    expect(texts.length).toBeGreaterThan(4);
    const all = [shown, ...alternatives].join('\n');
    expect(texts.filter((text) => !all.includes(text)).map((text) => text.slice(0, 20))).toEqual(
      [],
    );
    await close();
  });

  it.each([
    ['internal', 'incidents/2026-03-14-hostile/'],
    ['public', 'articles/hostile/'],
    ['public', 'contact/portal/'],
  ] as const)('%s: %s shows the HTML of the body as text', async (audience, path) => {
    const { page, close } = await chromium.open();
    await page.goto(served[audience] + path);
    const shown = (await page.locator('main').textContent()) ?? '';
    const texts = [
      hostile('Heading').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      '<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>',
      '<style>body { display: none }</style>',
      'const text = "</code></pre><script>attacked=1</script>";',
      'Rawlink',
    ];
    expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
    await close();
  });

  it.each([
    ['internal', 'incidents/2026-03-14-hostile/'],
    ['internal', 'articles/linked/'],
  ] as const)('%s: %s keeps the words of links that are refused', async (audience, path) => {
    const { page, close } = await chromium.open();
    await page.goto(served[audience] + path);
    const links = page.locator('main a[href]');
    const shown = (await page.locator('main').textContent()) ?? '';
    for (const text of [
      'Scriptlink',
      'Datalink',
      'Vblink',
      'Odd case',
      'Entity',
      'Reference link',
    ]) {
      expect(shown).toContain(text);
      expect(await links.getByText(text, { exact: true }).count(), text).toBe(0);
    }
    expect(shown).toContain('user@host.example');
    expect(await links.filter({ hasText: 'Outside picture' }).count()).toBe(1);
    await close();
  });
});

function isAttacked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'attacked' in globalThis);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) ? [] : [name]),
    ...leaves(inner),
  ]);
}
