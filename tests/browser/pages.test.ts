import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { barriers } from './barriers.ts';
import { useChromium, type OpenPage } from './chromium.ts';
import { serveSites } from './served.ts';

/* Every kind of page of both sites, as readers of all sorts get it. */

const chromium = useChromium();
const served = serveSites(join(suiteFolder(), 'kb'), copySample);

const kinds: Record<'public' | 'internal', Record<string, string>> = {
  public: {
    home: '',
    product: 'products/claims-portal/',
    'known issues': 'known-issues/',
    articles: 'articles/',
    article: 'articles/receipt-page-stays-blank/',
    'article with a picture': 'articles/cannot-connect-after-moving-servers/',
    'known issue': 'articles/uploads-stop-at-99-percent/',
    'archived article': 'articles/fax-cover-sheet/',
    contact: 'contact/',
    intake: 'contact/file-transfer/',
    search: 'search/',
    results: 'search/?q=receipt',
    'no results': 'search/?q=qqqqqqqq',
    'no answer': 'search/?q=how+to+bake+sourdough+bread&product=Claims+portal',
    'corrected results': 'search/?q=recipt+blnk',
    'not found': 'nowhere/',
  },
  internal: {
    today: '',
    incidents: 'incidents/',
    'incidents of one kind': 'incidents/by/status/open/',
    'incidents by proof': 'incidents/by/proof/may_also_need/',
    'narrowed incidents': 'incidents/?status=resolved&side=ours',
    outage: 'incidents/2026-09-22-portal-outage/',
    'open incident': 'incidents/2026-11-17-export-empty/',
    'incident with pictures': 'incidents/2026-04-30-password-reset-wave/',
    'long logs': 'incidents/2026-05-18-partner-cannot-connect/',
    promises: 'promises/',
    leftovers: 'leftovers/',
    'look-alikes': 'look-alikes/',
    'known issues': 'known-issues/',
    candidates: 'candidates/',
    'work by hand': 'toil/',
    'to complete': 'to-complete/',
    training: 'training/',
    'training of a product': 'training/by/product/claims-portal/',
    drill: 'training/2026-05-18-partner-cannot-connect/',
    'long drill': 'training/2026-09-22-portal-outage/',
    'drill for a group': 'training/2026-05-18-partner-cannot-connect/group/',
    'coverage of the training': 'training/coverage/',
    reports: 'reports/',
    articles: 'articles/',
    article: 'articles/receipt-page-stays-blank/',
    runbook: 'articles/database-connections-used-up/',
    search: 'search/',
    results: 'search/?q=receipt',
    'no answer': 'search/?q=how+to+bake+sourdough+bread',
    'not found': 'nowhere/',
  },
};
const cases = Object.entries(kinds).flatMap(([audience, pages]) =>
  Object.entries(pages).map(([kind, path]) => ({ audience, kind, path })),
) as { audience: 'public' | 'internal'; kind: string; path: string }[];

describe.each(cases)('$audience: $kind', ({ audience, path }) => {
  // The browser itself reports the status of a page that is not there.
  const isExpected = (complaint: string) => path === 'nowhere/' && complaint.includes('404');
  let open: OpenPage;

  beforeAll(async () => {
    open = await chromium.open({ viewport: { width: 1280, height: 800 } });
    await open.page.goto(served[audience] + path);
    await settled(open.page);
  });
  afterAll(() => open.close());

  it.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
    await open.page.emulateMedia({ colorScheme });
    await open.page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await barriers(open.page)).toEqual([]);
  });

  it('has no barrier on a phone', async () => {
    await open.page.setViewportSize({ width: 390, height: 700 });
    expect(await barriers(open.page)).toEqual([]);
  });

  it.each([390, 320])('fits a screen of %i pixels', async (width) => {
    await open.page.setViewportSize({ width, height: 700 });
    const scrolled = await open.page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
  });

  it('prints without the bar', async () => {
    expect(await open.page.locator('header.bar').isVisible()).toBe(true);
    await open.page.emulateMedia({ media: 'print' });
    expect(await open.page.locator('header.bar').isVisible()).toBe(false);
    expect(await open.page.locator('a.skip').isVisible()).toBe(false);
    expect(await open.page.locator('h1').isVisible()).toBe(true);
  });

  it('breaks no rule of its policy, and asks for nothing elsewhere', () => {
    expect(open.complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
  });

  it('says the same without a script', async () => {
    const { page, complaints, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served[audience] + path);
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe(await open.page.locator('h1').innerText());
    expect(await page.locator('main').innerText()).not.toBe('');
    expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
    await close();
  });
});

describe('a picture among the evidence', () => {
  const path = 'incidents/2026-04-30-password-reset-wave/';
  const isFocused = (element: Element) => element === document.activeElement;

  it('opens large with the keyboard, is followed by the next, and gives the focus back', async () => {
    const { page, complaints, close } = await chromium.open({
      viewport: { width: 390, height: 700 },
    });
    await page.goto(served.internal + path);
    const link = page.locator('.gallery a').first();
    await link.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    const picture = dialog.getByRole('img');
    await picture.waitFor();
    const first = await picture.getAttribute('src');
    expect(first).toBe(await link.evaluate((one: HTMLAnchorElement) => one.href));
    expect(await dialog.innerText()).toContain('1 of 2');
    await page.keyboard.press('ArrowRight');
    expect(await dialog.innerText()).toContain('2 of 2');
    expect(await picture.getAttribute('src')).not.toBe(first);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await link.evaluate(isFocused)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is a link to its file without a script', async () => {
    const { page, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served.internal + path);
    await page.locator('.gallery a').first().click();
    expect(page.url()).toMatch(/\/files\/incidents\/2026\/reset-wave\/.*\.png$/);
    await close();
  });
});

/** Waits for the letters, and for what a script puts into the page. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (!page.url().includes('?')) return;
  await page.locator('[aria-busy]').waitFor({ state: 'detached' });
  await page
    .locator('[data-status]')
    .getByText(/\d|One|Nothing|No /)
    .waitFor();
}
