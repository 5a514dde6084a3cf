import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { filesBelow } from '../tree.ts';
import { useChromium } from './chromium.ts';
import { preview, serveSites } from './served.ts';

/* Finding things with the keyboard alone, by address, without a script, and with a broken index. */

const suite = suiteFolder();
const root = join(suite, 'kb');
const chromium = useChromium();
const served = serveSites(root, copySample);
const sites = ['public', 'internal'] as const;

const status = (page: Page) => page.locator('[data-status]');
const chips = (page: Page) => page.locator('[data-chosen]');
const results = (page: Page) => page.locator('[data-results] > li');

describe.each(sites)('the %s site with the keyboard', (audience) => {
  it('skips to the content', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served[audience]}articles/receipt-page-stays-blank/`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() =>
      document.querySelector('main')?.contains(document.activeElement),
    );
    expect(isInside).toBe(true);
    await close();
  });

  it('opens search with Ctrl+K, finds with Enter, and opens a result', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served[audience]}articles/`);
    await page.keyboard.press('Control+k');
    await page.waitForURL(`${served[audience]}search/`);
    await page.locator('#question:focus').waitFor();
    await page.keyboard.type('receipt blank');
    await page.keyboard.press('Enter');
    await status(page)
      .getByText(/result/)
      .waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('receipt blank');
    await tabTo(page, '[data-results] a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(articles|incidents)\/[^/]+\/$/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('asks from the home page, where Ctrl+K goes to the box', async () => {
    const { page, close } = await chromium.open();
    await page.goto(served[audience]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('password');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served[audience]}search/?q=password`);
    await status(page)
      .getByText(/result/)
      .waitFor();
    await close();
  });

  it('narrows down by facets that the address keeps', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served[audience]}search/?q=receipt`);
    await status(page)
      .getByText(/result/)
      .waitFor();
    const all = await status(page).innerText();
    const counts = await page.locator('[data-facets] label').allInnerTexts();
    const numbers = counts.map((text) => Number(/\d+$/.exec(text.trim())?.[0]));
    const fewest = page.locator('[data-facets] input').nth(numbers.indexOf(Math.min(...numbers)));
    await tabTo(page, `[id="${await fewest.getAttribute('id')}"]`);
    await page.keyboard.press('Space');
    await page.waitForURL(/&/);
    const narrowed = page.url();
    await page.waitForFunction(
      (before) => document.querySelector('[data-status]')?.textContent !== before,
      all,
    );
    const few = await status(page).innerText();
    expect(Number.parseInt(few, 10) || 1).toBeLessThan(Number.parseInt(all, 10));
    // The box keeps the focus, so that the next one can be reached.
    expect(await page.locator('[data-facets] input:focus').isChecked()).toBe(true);
    await page.goBack();
    await status(page).getByText(all, { exact: true }).waitFor();
    expect(await page.locator('[data-facets] input:checked').count()).toBe(0);
    await page.goForward();
    await status(page).getByText(few, { exact: true }).waitFor();
    await page.reload();
    await status(page).getByText(few, { exact: true }).waitFor();
    expect(page.url()).toBe(narrowed);
    expect(await page.locator('[data-facets] input:checked').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so when nothing is found, and shows more when there is more', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served[audience]}search/?q=qqqqqqqqqq`);
    await status(page).getByText('Nothing found').waitFor();
    expect(await results(page).count()).toBe(0);
    await page.goto(`${served[audience]}search/?q=the`);
    await status(page)
      .getByText(/results/)
      .waitFor();
    const total = Number.parseInt(await status(page).innerText(), 10);
    expect(total).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await results(page).nth(10).waitFor();
    expect(await results(page).count()).toBe(Math.min(total, 20));
    await close();
  });
});

describe('the list of incidents', () => {
  it('combines facets, which survive back, forward, reload and being shared', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}incidents/`);
    const all = await status(page).innerText();
    const choose = async (facet: string, value: string) => {
      const link = page.locator(`[data-facet="${facet}"] [data-value="${value}"]`);
      await link.focus();
      await page.keyboard.press('Enter');
    };
    await choose('status', 'resolved');
    await page.waitForURL('**/incidents/?status=resolved');
    await choose('side', 'customer');
    await page.waitForURL('**/incidents/?status=resolved&side=customer');
    await chips(page).getByText('On the customer’s side').waitFor();
    const both = await status(page).innerText();
    const rows = () => page.locator('[data-list] li').count();
    const count = await rows();
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(Number.parseInt(all, 10));
    expect(await page.locator('[aria-current="true"][data-value]').count()).toBe(2);
    // The keyboard stays where it was, and the number beside a value is the number of rows.
    const side = page.locator('[data-facet="side"] [data-value="customer"]');
    expect(await side.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(both).toBe(`${count} of ${Number.parseInt(all, 10)} incidents`);
    expect(await side.locator('xpath=../span').innerText()).toBe(String(count));

    const shared = await chromium.open();
    await shared.page.goto(page.url());
    await status(shared.page).getByText(both, { exact: true }).waitFor();
    await shared.close();

    await page.goBack();
    await page.waitForFunction(
      (n) => document.querySelectorAll('[data-list] li').length > n,
      count,
    );
    expect(await page.locator('[aria-current="true"][data-value]').count()).toBe(1);
    await page.goForward();
    await status(page).getByText(both, { exact: true }).waitFor();
    await page.reload();
    await status(page).getByText(both, { exact: true }).waitFor();
    expect(await rows()).toBe(count);
    await choose('side', 'customer');
    await choose('status', 'resolved');
    await page.waitForURL('**/incidents/');
    await status(page).getByText(all, { exact: true }).waitFor();
    expect(await page.locator('[data-list] li').count()).toBe(Number.parseInt(all, 10));
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds by proof, adds to the list of one value, and takes a value out again', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}incidents/by/proof/may_also_need/`);
    const all = Number.parseInt(await status(page).innerText(), 10);
    const link = page.locator('[data-facet="product"] [data-value="claims-portal"]');
    await page.waitForFunction(
      (some) => Number(document.querySelector('[data-facet="product"] span')?.textContent) <= some,
      all,
    );
    const few = Number(await link.locator('xpath=../span').innerText());
    await link.click();
    await page.waitForURL('**/incidents/?proof=may_also_need&product=claims-portal');
    await status(page).getByText(`${few} of `).waitFor();
    expect(await page.locator('[data-list] li').count()).toBe(few);
    await chips(page).getByText('Claims portal').click();
    await status(page).getByText(`${all} of `).waitFor();
    expect(page.url()).toBe(`${served.internal}incidents/?proof=may_also_need`);
    expect(await status(page).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so where nothing is all of that, and is not led astray by other parameters', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.internal}incidents/?status=open&proof=proven_alone`);
    await status(page).getByText('None of').waitFor();
    expect(await page.locator('[data-list] li').count()).toBe(0);
    await page.goto(`${served.internal}incidents/?from=mail&page=x`);
    expect(await page.locator('[data-list] li').count()).toBeGreaterThan(10);
    await close();
  });

  it('narrows down without a script, by links to pages', async () => {
    const { page, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(`${served.internal}incidents/`);
    await page.locator('[data-facet="status"] [data-value="open"]').click();
    expect(new URL(page.url()).pathname).toBe('/incidents/by/status/open/');
    const tags = await page.locator('[data-list] .tag:first-child').allInnerTexts();
    expect(tags.length).toBeGreaterThan(0);
    expect(new Set(tags.map((tag) => tag.trim()))).toEqual(new Set(['Open']));
    await page.getByRole('link', { name: 'Open, remove' }).click();
    expect(new URL(page.url()).pathname).toBe('/incidents/');
    await close();
  });
});

describe('without a script', () => {
  it.each(sites)('the %s search page says so and leads on', async (audience) => {
    const { page, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served[audience]);
    await page.locator('#question').fill('receipt');
    await page.locator('#question').press('Enter');
    expect(page.url()).toBe(`${served[audience]}search/?q=receipt`);
    expect(await page.locator('main').innerText()).toContain('Search needs JavaScript');
    expect(await page.locator('.found').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'Browse' }).getByRole('link').first().click();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await close();
  });
});

describe('an index that is not whole', () => {
  const folder = join(suite, 'damaged');
  const index = join(folder, 'dist', 'public', 'pagefind');
  let address: string;
  const all = (ending: string) => filesBelow(index).filter((path) => path.endsWith(ending));

  beforeAll(async () => {
    cpSync(root, folder, { recursive: true });
    ({ public: address } = await preview(folder));
  });

  const damages: Record<string, () => void> = {
    'is missing': () => rmSync(index, { recursive: true }),
    'has no script': () => rmSync(join(index, 'pagefind.js')),
    'has half a script': () => truncateSync(join(index, 'pagefind.js'), 5000),
    'has no entry': () => rmSync(join(index, 'pagefind-entry.json')),
    'has a broken engine': () => {
      for (const path of readdirSync(index).filter((name) => name.startsWith('wasm'))) {
        writeFileSync(join(index, path), 'nothing of the sort');
      }
    },
    'has no list of words': () => all('.pf_meta').forEach((path) => rmSync(join(index, path))),
    'lacks its words': () => all('.pf_index').forEach((path) => rmSync(join(index, path))),
    'lacks its texts': () => all('.pf_fragment').forEach((path) => rmSync(join(index, path))),
    'has half its texts': () =>
      all('.pf_fragment').forEach((path) => truncateSync(join(index, path), 20)),
  };

  it.each(Object.entries(damages))('because it %s is told, with what to do', async (_, damage) => {
    rmSync(index, { recursive: true, force: true });
    cpSync(join(root, 'dist', 'public', 'pagefind'), index, { recursive: true });
    damage();
    const { page, close } = await chromium.open();
    await page.goto(`${address}search/?q=receipt`);
    await status(page).getByText('Reload the page, or browse below').waitFor();
    expect(await results(page).count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Browse' }).isVisible()).toBe(true);
    await close();
  });
});

/** Presses Tab until something is reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}
