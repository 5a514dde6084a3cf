import { cpSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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

  it('asks from the box of the home page', async () => {
    const { page, close } = await chromium.open();
    await page.goto(served[audience]);
    await page.locator('#question').focus();
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
    const kind =
      audience === 'internal'
        ? 'kind=Incident'
        : 'product=Claims+portal&product=File+transfer&product=Accounts+and+sign-in&product=Certificates+and+partner+access';
    await page.goto(`${served[audience]}search/?${kind}`);
    await status(page)
      .getByText(/results/)
      .waitFor();
    const total = Number.parseInt(await status(page).innerText(), 10);
    expect(total).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await results(page).nth(10).waitFor();
    const shown = Math.min(total, 20);
    expect(await results(page).count()).toBe(shown);
    expect(await status(page).innerText()).toBe(`${shown} of ${total} results`);
    const eleventh = results(page).nth(10).locator('h2 a');
    expect(await eleventh.evaluate((link) => link === document.activeElement)).toBe(true);
    // Who comes back finds as many as were there.
    await eleventh.press('Enter');
    await page.waitForURL(/\/(articles|incidents)\/[^/]+\/$/);
    await page.goBack();
    await results(page).nth(10).waitFor();
    expect(await results(page).count()).toBe(shown);
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

describe('what is asked', () => {
  it('is corrected aloud, and can be meant as it was typed', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.public}search/?q=recipt`);
    const corrected = page.locator('[data-corrected]');
    await corrected.getByText('Showing results for receipt').waitFor();
    expect(await results(page).first().locator('h2').innerText()).toMatch(/receipt/i);
    await corrected.getByRole('link', { name: 'Search instead for recipt' }).click();
    await page.waitForURL('**/search/?q=recipt&exact=1');
    await status(page).getByText('Nothing found').waitFor();
    expect(await corrected.isVisible()).toBe(false);
    await page.goBack();
    await corrected.getByText('Showing results for receipt').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is answered while it is typed, and goes into the address once it is meant', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.public}search/`);
    await page.locator('#question').pressSequentially('recei');
    await status(page)
      .getByText(/result/)
      .waitFor();
    expect(page.url()).toBe(`${served.public}search/`);
    await page.locator('#question').press('Enter');
    await page.waitForURL('**/search/?q=recei');
    await page.locator('#question').fill('');
    await page.locator('#question').press('Enter');
    await page.waitForURL(`${served.public}search/`);
    expect(await page.locator('[data-found]').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('in quotes must stand in the answer as it is written', async () => {
    const { page, complaints, close } = await chromium.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${served.public}search/?q=click+print`);
    await status(page)
      .getByText(/results/)
      .waitFor();
    expect(asked.filter((url) => url.endsWith('pagefind.js'))).toEqual([]);
    await page.goto(`${served.public}search/?q=${encodeURIComponent('"when I click print"')}`);
    await status(page).getByText('One result').waitFor();
    expect(await results(page).first().locator('h2').innerText()).toBe(
      'The receipt page stays blank',
    );
    await page.goto(`${served.public}search/?q=${encodeURIComponent('"print I click"')}`);
    await page
      .getByText('No page says “print I click” word by word. Showing results for its words.')
      .waitFor();
    expect(await results(page).first().locator('h2').innerText()).toBe(
      'The receipt page stays blank',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads to sections, and marks what was found', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.public}search/?q=blocked+pop-up`);
    await results(page).first().locator('mark').first().waitFor();
    const section = page.locator('.parts a').first();
    const name = await section.innerText();
    await section.click();
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${id}"]`).innerText()).toBe(name);
    await close();
  });

  it('is not narrowed down by what mailings add to addresses', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.public}search/?q=receipt&utm_source=mail&constructor=x`);
    await status(page)
      .getByText(/results/)
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be widened again where a facet leaves nothing', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.public}search/?q=receipt&product=Nowhere`);
    await status(page).getByText('Nothing found').waitFor();
    expect(await page.locator('[data-facets] input:checked').count()).toBe(1);
    await page.getByRole('button', { name: 'Search everything' }).click();
    await page.waitForURL('**/search/?q=receipt');
    await status(page)
      .getByText(/results/)
      .waitFor();
    await close();
  });
});

describe('no answer', () => {
  const unanswered = (page: Page) => page.locator('[data-unanswered]');
  const sourdough = 'search/?q=how+do+I+bake+sourdough+bread';

  it('is said, with the nearest and the way to ask', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.public + sourdough);
    await unanswered(page).getByText('comes nearest').waitFor();
    expect(await status(page).innerText()).toMatch(/^No sure answer\. \d+ pages come near\.$/);
    expect(await unanswered(page).locator('.ways a:visible').count()).toBeGreaterThan(3);
    await page.goto(`${served.public}${sourdough}&product=Claims+portal`);
    await unanswered(page).waitFor();
    const ways = unanswered(page).locator('.ways a:visible');
    expect(await ways.count()).toBe(2);
    await ways.first().click();
    await page.waitForURL('**/contact/claims-portal/');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is passed on only by who chooses to, and nothing but what is shown', async () => {
    const { page, complaints, close } = await chromium.open({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') asked.push(request.url());
    });
    await page.goto(`${served.public}${sourdough}+dana@foobar.example&product=Claims+portal`);
    await unanswered(page).getByText('Help us to write the answer').click();
    const shown = (await page.locator('[data-tell-text]').textContent()) ?? '';
    expect(shown).toMatch(
      /^query: how do I bake sourdough bread \[address\]\nproduct: Claims portal\ncount: \d+\ndate: \d{4}-\d\d-\d\d\n$/,
    );
    await unanswered(page).getByRole('button', { name: 'Copy it' }).click();
    await unanswered(page).getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    const mail = unanswered(page).getByRole('link', { name: 'Send it by e-mail' });
    expect(await mail.getAttribute('href')).toMatch(
      /^mailto:help-feedback@harborclaims\.example\?subject=No%20answer/,
    );
    expect(await unanswered(page).getByRole('button', { name: 'Send it' }).count()).toBe(0);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what takes searches without an answer', () => {
  const asking = async (page: Page, url: string) => {
    await page.goto(`${served.public}search/`);
    await page.locator('[data-tell]').evaluate((tell: HTMLElement, to) => {
      tell.dataset['url'] = new URL(to, location.href).href;
    }, url);
    await page.locator('#question').fill('how do I bake sourdough bread');
    await page.locator('#question').press('Enter');
    await page.getByText('Help us to write the answer').click();
  };

  it('is sent to only if it belongs to the site, and told what came of it', async () => {
    const { page, complaints, close } = await chromium.open();
    const sent: unknown[] = [];
    await page.route('**/feedback', (route) => {
      sent.push(route.request().postDataJSON());
      return route.fulfill({ status: sent.length === 1 ? 500 : 204 });
    });
    await asking(page, '/feedback');
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('It could not be sent').waitFor();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Sent. Thank you').waitFor();
    expect(sent[1]).toEqual({
      query: 'how do I bake sourdough bread',
      count: expect.any(Number),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await page.getByRole('button', { name: 'Send it' }).count()).toBe(0);
    expect(complaints.filter((one) => !one.includes('500'))).toEqual([]);
    await close();
  });

  it('elsewhere is only led to', async () => {
    const { page, complaints, close } = await chromium.open();
    await asking(page, 'https://git.example/kb/issues/new');
    const link = page.getByRole('link', { name: 'Open it as an issue' });
    expect(await link.getAttribute('href')).toContain('title=No+answer+found');
    expect(await page.getByRole('button', { name: 'Send it' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an index that is not whole', () => {
  const folder = join(suite, 'damaged');
  const site = join(folder, 'dist', 'public');
  const terms = join(site, 'terms');
  const texts = join(site, 'pagefind');
  let address: string;
  const named = () => filesBelow(terms).filter((path) => !path.endsWith('index.gz'));
  const fragments = () => filesBelow(texts).filter((path) => path.endsWith('.pf_fragment'));

  beforeAll(async () => {
    cpSync(root, folder, { recursive: true });
    ({ public: address } = await preview(folder));
  });

  const damages: Record<string, [damage: () => void, question?: string]> = {
    'is missing': [() => rmSync(terms, { recursive: true })],
    'has no list of its files': [() => rmSync(join(terms, 'index.gz'))],
    'has half a list of its files': [() => truncateSync(join(terms, 'index.gz'), 300)],
    'is something else': [() => writeFileSync(join(terms, 'index.gz'), '<!doctype html>')],
    'is of another version': [() => writeFileSync(join(terms, 'index.gz'), '{"version":0}')],
    'lacks its words': [() => named().forEach((path) => rmSync(join(terms, path)))],
    'has half its words': [() => named().forEach((path) => truncateSync(join(terms, path), 30))],
    'lacks its texts': [() => fragments().forEach((path) => rmSync(join(texts, path)))],
    'has half its texts': [
      () => fragments().forEach((path) => truncateSync(join(texts, path), 20)),
    ],
    'finds no phrases': [() => rmSync(join(texts, 'pagefind.js')), '"click print"'],
    'lacks the words of phrases': [
      () =>
        filesBelow(texts)
          .filter((path) => path.endsWith('.pf_index'))
          .forEach((path) => rmSync(join(texts, path))),
      '"click print"',
    ],
  };

  it.each(Object.entries(damages))(
    'because it %s is told, with what to do',
    async (_, [damage, question = 'receipt']) => {
      for (const name of ['terms', 'pagefind']) {
        rmSync(join(site, name), { recursive: true, force: true });
        cpSync(join(root, 'dist', 'public', name), join(site, name), { recursive: true });
      }
      damage();
      const { page, complaints, close } = await chromium.open();
      await page.goto(`${address}search/?q=${encodeURIComponent(question)}`);
      await page.getByText('Reload the page; if that changes nothing').waitFor();
      expect(await results(page).count()).toBe(0);
      expect(await page.getByRole('navigation', { name: 'Browse' }).isVisible()).toBe(true);
      expect(complaints.filter((one) => one.startsWith('uncaught'))).toEqual([]);
      // What was mended in the meantime is found without leaving the page.
      for (const name of ['terms', 'pagefind']) {
        cpSync(join(root, 'dist', 'public', name), join(site, name), { recursive: true });
      }
      await page.getByRole('button', { name: 'Try again' }).click();
      await results(page).first().waitFor();
      expect(await page.locator('[data-trouble]').isVisible()).toBe(false);
      await close();
    },
  );

  it('is told from a site that cannot be reached', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.public}search/`);
    await page.locator('[data-recent-clear]').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.locator('#question').fill('receipt');
    await page.locator('#question').press('Enter');
    await page.getByText('Check your connection and try again').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await results(page).first().waitFor();
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
