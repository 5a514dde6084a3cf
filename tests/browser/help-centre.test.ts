import { AxeBuilder } from '@axe-core/playwright';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleText, configText } from '../records.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { useChromium } from './chromium.ts';
import { serveSites } from './served.ts';

/* What a customer does with an article, with a script and without one. */

const root = join(suiteFolder(), 'kb');
const received: URLSearchParams[] = [];
const taker = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    if (request.method === 'POST') received.push(new URLSearchParams(body));
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Noted</title>Noted');
  });
});
beforeAll(() => new Promise<void>((resolve) => taker.listen(0, 'localhost', resolve)));
afterAll(() => taker.close());
beforeEach(() => received.splice(0));

const chromium = useChromium();
const served = serveSites(root, () => {
  const { port } = taker.address() as AddressInfo;
  put(root, 'fixlore.config.yaml', `${configText}feedback:\n  url: http://localhost:${port}/in\n`);
  const body =
    '## Steps\n\n1. Reload it.\n\n## Why it happens\n\nThe store was full.\n\n## More\n\nText.\n';
  put(root, 'kb/white.md', articleText({ aliases: ['blank'] }, body));
});
const path = 'articles/white/';

describe('did this solve it?', () => {
  it('sends "no" with the reason to where the configuration says, and stays on the page', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.public + path);
    await page.locator('.solved summary').press('Enter');
    await page.getByLabel('What did you do').fill('I reloaded & nothing');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('status').getByText('Thank you').waitFor();
    expect(received.map((one) => Object.fromEntries(one))).toEqual([
      {
        article: 'white',
        address: '/articles/white/',
        reason: 'I reloaded & nothing',
        solved: 'no',
      },
    ]);
    expect(await page.locator('.solved button:visible').count()).toBe(0);
    expect(page.url()).toBe(served.public + path);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)('is no barrier, %s', async (colorScheme) => {
    const { page, close } = await chromium.open({ colorScheme });
    await page.goto(served.public + path);
    await page.locator('.solved summary').click();
    await page.locator('.why summary').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  });

  it('says so if it cannot be sent, and can be tried again', async () => {
    const { page, close } = await chromium.open();
    await page.goto(served.public + path);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('status').getByText('could not be sent').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('status').getByText('Thank you').waitFor();
    expect(received.map((one) => one.get('solved'))).toEqual(['yes']);
    await close();
  });

  it('needs no script: the answer opens in a tab of its own', async () => {
    const { page, complaints, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served.public + path);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Yes' }).click();
    await (await opened).getByText('Noted').waitFor();
    expect(received.map((one) => one.get('solved'))).toEqual(['yes']);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('why it happens is folded, opens with the keyboard, and is on paper in any case', async () => {
  const { page, close } = await chromium.open();
  await page.goto(served.public + path);
  const why = page.getByText('The store was full.');
  expect(await why.isVisible()).toBe(false);
  expect(await page.getByText('Text.').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await why.isVisible()).toBe(true);
  expect(await page.locator('.solved').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(await why.isVisible()).toBe(false);
  await page.locator('.why summary').press('Enter');
  expect(await why.isVisible()).toBe(true);
  await close();
});

it('a former address leads to the article under the policy, without a script', async () => {
  const { page, complaints, close } = await chromium.open({ javaScriptEnabled: false });
  await page.goto(`${served.public}articles/blank/`);
  await page.waitForURL(served.public + path);
  expect(complaints).toEqual([]);
  await close();
});

it('a question on the page of a product is asked among its articles', async () => {
  const { page, close } = await chromium.open({ javaScriptEnabled: false });
  await page.goto(`${served.public}products/portal/`);
  await page.getByRole('searchbox').fill('white page');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.waitForURL(/search/);
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, ...searchParams]).toEqual([
    ...['/search/', ['q', 'white page'], ['product', 'Claims portal']],
  ]);
  await close();
});

it('the copy to keep is a file that is saved', async () => {
  const { page, close } = await chromium.open();
  await page.goto(served.public + path);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save it as text' }).click();
  expect((await saving).suggestedFilename()).toBe('white.md');
  await close();
});
