import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { configText, incidentText } from '../records.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { barriers } from './barriers.ts';
import { useChromium } from './chromium.ts';
import { serveSites } from './served.ts';

/* The pages of the internal site when there is nothing to show, little of it, or more than one page. */

const chromium = useChromium();
const suite = suiteFolder();
const empty = serveSites(join(suite, 'empty'), (root) =>
  put(root, 'fixlore.config.yaml', configText),
);
const sparse = serveSites(join(suite, 'sparse'), (root) => {
  put(root, 'fixlore.config.yaml', configText);
  put(root, 'incidents/bare.md', incidentText({ aliases: ['former'] }));
  for (let n = 0; n < 120; n += 1) {
    const imported = { from: 'cstate', id: `old-${n}` };
    put(root, `incidents/old-${n}.md`, incidentText({ status: 'resolved', imported }));
  }
});

const registers = [
  ...['promises/', 'leftovers/', 'look-alikes/', 'known-issues/'],
  ...['candidates/', 'toil/', 'to-complete/'],
];
const training = ['training/', 'training/coverage/'];
const cases = [
  ...['', 'incidents/', 'articles/', 'reports/', 'search/', ...training, ...registers].map(
    (path) => ({
      ...{ name: 'nothing', served: empty, path },
    }),
  ),
  ...[
    ...['', 'incidents/', 'incidents/page/2/', 'incidents/by/status/resolved/page/2/'],
    ...['incidents/bare/', 'incidents/former/', 'incidents/old-7/', 'to-complete/page/2/'],
    ...['articles/', 'reports/', ...training],
  ].map((path) => ({ name: 'little', served: sparse, path })),
];

describe.each(cases)('with $name in it, /$path', ({ served, path }) => {
  it('has no barrier, wide, dark or on a phone', async () => {
    const { page, complaints, close } = await chromium.open({
      viewport: { width: 1280, height: 700 },
    });
    await stayWhereItMoved(page);
    const answer = await page.goto(served.internal + path);
    expect(answer?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(`/${path}`);
    await page.evaluate(() => document.fonts.ready);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 700 });
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the search of an empty knowledge base finds nothing, and says no more than that', async () => {
  const { page, complaints, close } = await chromium.open();
  await page.goto(`${empty.internal}search/?q=receipt`);
  await page.locator('[data-status]').getByText('Nothing found').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

/** A page that moved is left at once: here it stays. */
async function stayWhereItMoved(page: Page): Promise<void> {
  await page.route('**/incidents/former/', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    expect(text).toContain('http-equiv="refresh"');
    const body = text.replace(/<meta[^>]*http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
}
