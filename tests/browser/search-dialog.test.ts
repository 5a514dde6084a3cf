import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { useChromium } from './chromium.ts';
import { serveSites } from './served.ts';

/* The search over a page, of a site that lies below a path. */

const chromium = useChromium();
const root = join(suiteFolder(), 'kb');
const served = serveSites(root, (folder) => {
  copySample(folder, {
    public: 'https://x.example/public/help',
    internal: 'https://x.example/kb/',
  });
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const box = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('option');
const active = (page: Page) => dialog(page).locator('[aria-selected="true"]');

async function openOver(page: Page, address: string, words: string): Promise<void> {
  await page.goto(address);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await options(page).first().waitFor();
}

describe('the search over a page', () => {
  it('finds while something is typed, is walked through with arrows, and opens what is chosen', async () => {
    const { page, complaints, close } = await chromium.open();
    await openOver(page, `${served.public}articles/`, 'receipt stays bl');
    // Results of the first words may be there before those of all of them.
    await options(page).first().filter({ hasText: 'The receipt page stays blank' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await active(page).innerText()).toContain('The receipt page stays blank');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(
      await active(page).getAttribute('id'),
    );
    await page.keyboard.press('ArrowUp');
    expect(await active(page).count()).toBe(0);
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await active(page).innerText()).toMatch(/^All \d+ results|^Open as a page/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served.public}articles/receipt-page-stays-blank/`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells what it found, what it corrected, and what it does not know', async () => {
    const { page, complaints, close } = await chromium.open();
    await openOver(page, served.internal, 'recipt ');
    const said = dialog(page).getByRole('status');
    await said.getByText(/Showing results for receipt.*\d+ results/).waitFor();
    await box(page).fill('how to bake sourdough bread');
    await dialog(page)
      .locator('.note')
      .getByText(/Nothing here answers this for sure|Nothing found/)
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('closes with Escape, gives the focus back, and keeps what was typed', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.public}articles/`);
    const link = page.locator('[data-open-search]');
    await link.focus();
    await page.keyboard.press('Enter');
    await box(page).fill('password');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+k');
    expect(await box(page).inputValue()).toBe('password');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await page.mouse.click(5, 5);
    await dialog(page).waitFor({ state: 'hidden' });
    await close();
  });

  it('loads nothing before it is opened', async () => {
    const { page, close } = await chromium.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${served.public}articles/`, { waitUntil: 'networkidle' });
    const before = asked.filter((path) => /searcher|instant|terms\/|pagefind/.test(path));
    expect(before).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('receipt');
    await options(page).first().waitFor();
    expect(asked.some((path) => path.startsWith('/public/help/terms/'))).toBe(true);
    expect(asked.filter((path) => !path.startsWith('/public/help/'))).toEqual([]);
    expect(asked.filter((path) => path.endsWith('pagefind.js'))).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
    const { page, close } = await chromium.open({ colorScheme, reducedMotion: 'reduce' });
    await openOver(page, `${served.public}articles/`, 'recipt blank ');
    await page.keyboard.press('ArrowDown');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join('\n')}`),
    ).toEqual([]);
    await close();
  });

  it.each([390, 320])('fits a phone of %i pixels', async (width) => {
    const { page, close } = await chromium.open({
      viewport: { width, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await page.goto(`${served.public}articles/receipt-page-stays-blank/`);
    await page.locator('[data-open-search]').tap();
    await box(page).fill('the receipt page stays blank after the update of the browser');
    await options(page).first().waitFor();
    const place = await dialog(page).boundingBox();
    expect(place).toEqual({ x: 0, y: 0, width, height: 640 });
    const scrolled = await dialog(page).evaluate((one) => one.scrollWidth);
    expect(scrolled).toBeLessThanOrEqual(width);
    for (const option of await options(page).all()) {
      expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    }
    await options(page).first().tap();
    await page.waitForURL(`${served.public}articles/receipt-page-stays-blank/`);
    await dialog(page).waitFor({ state: 'hidden' });
    await close();
  });

  it('opens its results elsewhere like any link, and stays', async () => {
    const { page, close } = await chromium.open();
    await openOver(page, `${served.public}articles/`, 'receipt blank');
    const opened = new Promise<Page>((resolve) => page.context().once('page', resolve));
    await options(page)
      .first()
      .click({ modifiers: ['Control'] });
    await (
      await opened
    ).waitForURL('**/articles/receipt-page-stays-blank/', { waitUntil: 'commit' });
    expect(await dialog(page).isVisible()).toBe(true);
    await close();
  });
});

describe('recent searches', () => {
  it('are offered on this device until they are forgotten', async () => {
    const { page, complaints, close } = await chromium.open();
    await openOver(page, `${served.public}articles/`, 'blank receipt');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served.public}search/?q=blank+receipt`);
    await page.goto(`${served.public}articles/`);
    await page.keyboard.press('Control+k');
    await options(page).getByText('blank receipt').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await options(page).getByText('The receipt page stays blank').first().waitFor();
    expect(await box(page).inputValue()).toBe('blank receipt');
    await box(page).fill('');
    await dialog(page).getByRole('button', { name: 'Forget recent searches' }).click();
    await options(page).first().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.goto(`${served.public}search/`);
    expect(await page.locator('[data-recent]').isVisible()).toBe(false);
    await page.goto(`${served.public}search/?q=password`);
    await page.goto(`${served.public}search/`);
    await page.locator('[data-recent]').getByRole('link', { name: 'password' }).click();
    await page.waitForURL('**/search/?q=password');
    expect(complaints).toEqual([]);
    await close();
  });

  it('do without a store that is refused', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    });
    await openOver(page, `${served.public}articles/`, 'blank receipt');
    await page.keyboard.press('Enter');
    await page.locator('[data-results] > li').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('whatever is asked', () => {
  const questions: Record<string, string> = {
    'one letter': 'x',
    '10,000 characters': 'blank receipt '.repeat(714),
    'one word of 10,000 characters': 'a'.repeat(10_000),
    'only stop words': 'the of and to',
    punctuation: '?!.,;:-_()[]{}/\\|',
    'a lone quote': '"',
    emoji: '🧾😀👩‍👩‍👧',
    'right to left': 'הקבלה ריקה سلام',
    'a regular expression': '^(a+)+$ [unclosed (\\d{1,99999})',
    HTML: '<img src=x onerror="attacked=1"><b>receipt</b>',
    'a script': '</script><script>attacked=1</script>receipt',
    'a template': '${7*7} {{constructor.constructor("attacked=1")()}}',
    NUL: 'receipt\0blank\u0001',
    'half a character': 'receipt \ud83d',
    'names that objects have': '__proto__ constructor toString hasOwnProperty',
    'a log line':
      '2026-11-21T09:10:00.123Z ERROR [req-8f3a] worker-3 c.h.p.ReceiptService: ORA-00942: table or view does not exist',
  };

  it.each(Object.entries(questions))('%s: nothing breaks and nothing runs', async (_, question) => {
    const { page, complaints, close } = await chromium.open();
    const isAttacked = () => page.evaluate(() => 'attacked' in globalThis);
    for (const site of [served.public, served.internal]) {
      await page.goto(`${site}articles/`);
      await page.keyboard.press('Control+k');
      await box(page).fill(question);
      await dialog(page).locator('.note:visible, [role="option"]').first().waitFor();
      expect(await isAttacked()).toBe(false);
      await box(page).press('Enter');
      await page.waitForURL(/search\/\?q=/);
      await page
        .locator('[data-status]')
        .getByText(/\w/)
        .filter({ hasNotText: 'Searching' })
        .waitFor();
      expect(await page.locator('[data-trouble]').isVisible()).toBe(false);
      expect(await page.locator('main img, main script:not([src])').count()).toBe(0);
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(scrolled).toBeLessThanOrEqual(0);
      expect(await isAttacked()).toBe(false);
      await page.reload();
      await page
        .locator('[data-status]')
        .getByText(/\w/)
        .filter({ hasNotText: 'Searching' })
        .waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('nothing at all leads nowhere', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.public}articles/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('   ');
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${served.public}articles/`);
    await page.goto(`${served.public}search/?q=`);
    expect(await page.locator('[data-found]').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
