import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixlore } from '../fixlore.ts';
import { attempt } from '../incident-of.ts';
import { configText, resolvedText } from '../records.ts';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { barriers } from './barriers.ts';
import { useChromium } from './chromium.ts';
import { preview, serveSites } from './served.ts';

/* A new colleague at the drills of the sample knowledge base. */

const chromium = useChromium();
const suite = suiteFolder();
const served = serveSites(join(suite, 'kb'), copySample);

const hang = 'training/2026-04-14-transfers-hang/';
const step = (page: Page) => page.locator('section[data-step]:not([data-away])');
const counter = (page: Page) => page.locator('.how-far');
const spoken = (page: Page) => page.locator('.drill > [role="status"]');
const focusIsIn = (page: Page, selector: string) =>
  page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);

/** The letters of the choices of the present step, by what they are. */
async function letters(page: Page): Promise<{ right: string; wrong: string }> {
  const kinds = await step(page)
    .locator('[data-choice]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-choice')));
  const isWrong = (kind: string | null) => kind === 'elsewhere' || kind === 'other';
  const letter = (at: number) => String.fromCharCode(97 + at);
  return { right: letter(kinds.indexOf('right')), wrong: letter(kinds.findIndex(isWrong)) };
}

/** Answers the present step and all that follow. */
async function finish(page: Page, kind: 'right' | 'wrong' = 'right'): Promise<void> {
  while (await step(page).count()) {
    const isTold = (await step(page).getAttribute('data-kind')) === 'told';
    if (!isTold) await page.keyboard.press((await letters(page))[kind]);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: 'How it went' }).waitFor();
}

const refuseStorage = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });

const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));

describe('a drill', () => {
  it('is done by keyboard alone', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.internal + hang);
    const count = await page.locator('section[data-step]').count();
    const asked: string[] = [];
    for (let at = 1; at <= count; at += 1) {
      expect(await counter(page).textContent()).toBe(`Step ${at} of ${count}`);
      expect(await step(page).count()).toBe(1);
      asked.push((await step(page).getAttribute('data-step')) ?? '');
      if (at > 1) expect(await focusIsIn(page, 'section[data-step]:not([data-away])')).toBe(true);
      await page.keyboard.press('Enter'); // nothing is answered yet
      expect(await counter(page).textContent()).toBe(`Step ${at} of ${count}`);
      const right = (await letters(page)).right;
      await page.keyboard.press(at % 2 === 0 ? right : String(right.charCodeAt(0) - 96));
      expect(await spoken(page).textContent()).toMatch(/^Yes/);
      expect(await step(page).locator('[data-picked="right"] [data-answer]').isVisible()).toBe(
        true,
      );
      expect(await page.getByRole('button', { name: /^(Next|See how it went)$/ }).isVisible()).toBe(
        true,
      );
      await page.keyboard.press(['Enter', 'Space', 'ArrowRight'][at % 3]!);
    }
    expect(new Set(asked).size).toBe(count);
    expect(await focusIsIn(page, 'h2')).toBe(true);
    await page.getByText(`${count} of ${count} as it really was.`).waitFor();
    await page.getByText('You missed nothing').waitFor();
    await page.keyboard.press('ArrowLeft');
    const cameOfIt = page.locator('.so-far .came-of-it');
    await cameOfIt.first().waitFor(); // who is asked about the proof sees what became of each attempt
    expect(await cameOfIt.allInnerTexts()).toEqual(
      Array.from({ length: count - 2 }, () => expect.stringMatching(/\. (The change|It changed)/)),
    );
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[data-part="take-away"] details').getAttribute('open')).toBe('');
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives a hint, shows the keys, and lets them be turned off', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}training/2026-07-06-old-terms-page/`);
    while (!(await step(page).locator('details[data-clue]').count())) {
      await page.keyboard.press((await letters(page)).right);
      await page.keyboard.press('Enter');
    }
    const hint = step(page).locator('details[data-clue] p');
    expect(await hint.isVisible()).toBe(false);
    await page.keyboard.press('h');
    expect(await hint.isVisible()).toBe(true);
    expect(await spoken(page).textContent()).toBe((await hint.textContent())?.trim());

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('back to look').waitFor();
    const before = await counter(page).textContent();
    await page.keyboard.press('a');
    await keys.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    expect(await step(page).getAttribute('data-answered')).toBeNull();
    await page.reload();
    await page.keyboard.press('a');
    expect(await counter(page).textContent()).toBe(before);
    expect(await step(page).getAttribute('data-answered')).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes on after a reload where one was, and what is answered cannot be changed', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.internal + hang);
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    await page.keyboard.press((await letters(page)).wrong);
    const own = await step(page)
      .locator('[data-choice]:has(.mark):not([data-picked="right"])')
      .innerText();
    expect(own).toContain('Your choice');
    await page.reload();
    expect(await counter(page).textContent()).toMatch(/^Step 2 of/);
    expect(
      await step(page).locator('[data-choice]:has(.mark):not([data-picked="right"])').innerText(),
    ).toBe(own);
    await page.keyboard.press((await letters(page)).right);
    await page.reload();
    await page.getByText('Your choice', { exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    expect(await counter(page).textContent()).toMatch(/^Step 1 of/);
    expect(await step(page).getByRole('button').count()).toBe(0);
    await page.getByText('Your choice · What says most').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await counter(page).textContent()).toMatch(/^Step 3 of/);
    await page.getByText('What is known so far').click();
    await page.locator('.so-far').getByText('Done so far').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the wrong turns beside the real ones, with what they cost, and starts again', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}training/2026-09-22-portal-outage/`);
    const right = (await letters(page)).right;
    await page.keyboard.press(right);
    await page.keyboard.press('Enter');
    const later = step(page).getByRole('button', { name: 'Doubled the number of database' });
    await later.click();
    expect(await spoken(page).textContent()).toBe(
      'Not yet: they did that, too, but later. They did this: Restarted the portal on app-05 and app-06',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    await finish(page, 'right');
    const rows = page.locator('.paths li');
    const text = async (at: number) =>
      (await rows.nth(at).innerText()).replaceAll(/\s*\n\s*/g, '|');
    expect(await text(0)).toBe('You|The same|They|What has changed lately, on any side?');
    expect(await text(1)).toBe(
      'You|Doubled the number of database connections that the pooler hands out|They did it later: 1 h 30 min until the next attempt|They|Restarted the portal on app-05 and app-06|15 min until the next attempt',
    );
    await page.getByText('10 of 11 as it really was, one that they did, too, but later.').waitFor();
    await page
      .getByText('It took them 8 attempts and 3 h 45 min to come to what fixed it.')
      .waitFor();

    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await counter(page).textContent()).toBe('Step 1 of 11');
    expect(await step(page).getAttribute('data-answered')).toBeNull();
    await page.keyboard.press(right);
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Forget these answers and start again?' }).click();
    expect(await step(page).getAttribute('data-answered')).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps notes, and leads to the next drill that is not done', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}training/`);
    const hrefs = await page
      .locator('[data-drills] .title')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    await page.goto(new URL(hrefs[1]!, served.internal).href);
    await finish(page);
    await page.getByLabel('Your notes').fill('Ask for the log <first>.');
    const next = page.getByRole('link', { name: /^Next drill:/ });
    expect(await next.getAttribute('href')).toBe(hrefs[2]);
    await page.reload();
    expect(await page.getByLabel('Your notes').inputValue()).toBe('Ask for the log <first>.');
    await page.goto(`${served.internal}training/`);
    await page.getByText('Your notes (1)').click();
    await page.getByText('Ask for the log <first>.').waitFor();
    await page.getByText('1 of 18 drills done.').waitFor();
    await page
      .getByText(/^Done, \d of \d right$/)
      .first()
      .waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.indexOf('Your training')).toBeLessThan(headings.indexOf('Your first week'));
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('what was missed', () => {
  it('comes back when it is due, and alone', async () => {
    const { page, complaints, close } = await chromium.open();
    const on = (day: string) => page.clock.setFixedTime(new Date(`${day}T10:00:00`));
    await on('2026-03-09');
    for (const path of [hang, 'training/2026-09-22-portal-outage/']) {
      await page.goto(served.internal + path);
      await page.keyboard.press((await letters(page)).wrong);
      await page.keyboard.press('Enter');
      await finish(page);
      await page.getByText('What you missed comes back: one question tomorrow.').waitFor();
    }
    await page.goto(`${served.internal}training/`);
    await page.getByText('what you missed comes back tomorrow').waitFor();
    await page.goto(`${served.internal}${hang}?due`);
    await page.getByText('Nothing of this drill has come back yet.').waitFor();

    await on('2026-03-10');
    await page.goto(`${served.internal}training/`);
    const due = page.getByRole('region', { name: 'Your training' }).locator('.due a');
    expect(await due.count()).toBe(2);
    await due.first().click();
    expect(new URL(page.url()).search).toBe('?due');
    expect(await counter(page).textContent()).toBe('One question that has come back');
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    await page.getByText('It was right this time.').waitFor();
    await page.getByText('comes back: one question in 3 days').waitFor();
    const next = page.getByRole('link', { name: /^Next to repeat: “nothing loads/ });
    expect(await next.getAttribute('href')).toBe('/training/2026-09-22-portal-outage/?due');
    expect(await page.locator('[data-part="take-away"]').isVisible()).toBe(false);

    await on('2026-03-13');
    await page.goto(`${served.internal}${hang}?due`);
    await page.keyboard.press((await letters(page)).wrong);
    await page.keyboard.press('Enter');
    await page.getByText('0 of 1 right this time.').waitFor();
    await page.getByText('comes back: one question tomorrow').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is asked with what was known before it', async () => {
    const { page, close } = await chromium.open();
    await page.clock.setFixedTime(new Date('2026-03-09T10:00:00'));
    await page.goto(served.internal + hang);
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    const done = await page.locator('.so-far ol li').allTextContents();
    await finish(page, 'wrong');
    await page.clock.setFixedTime(new Date('2026-03-12T10:00:00'));
    await page.goto(`${served.internal}${hang}?due`);
    expect(await counter(page).textContent()).toMatch(/^Question 1 of \d that have come back$/);
    expect(await page.locator('.so-far ol li').first().isVisible()).toBe(true);
    expect(await page.locator('.so-far ol li').allTextContents()).toEqual(done);
    await close();
  });
});

describe('the list of drills', () => {
  it('is narrowed down, and says so in its address', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}training/`);
    const rows = page.locator('[data-drills] > li:visible');
    expect(await rows.count()).toBe(18);
    await page.getByLabel('Difficulty').selectOption('hard');
    expect(await rows.count()).toBe(4);
    expect(await page.getByRole('heading', { name: 'Easy' }).isVisible()).toBe(false);
    await page.getByRole('combobox', { name: 'Product' }).selectOption('Claims portal');
    await page.getByText('2 of 18 drills').waitFor();
    await page.getByLabel('Length').selectOption({ label: 'long, 7 or more' });
    expect(await rows.locator('.title').allInnerTexts()).toEqual([
      '“nothing loads, forty people are sitting here drinking coffee”',
    ]);
    await page.reload();
    expect(await rows.count()).toBe(1);
    await rows.locator('.title').click();
    await finish(page);
    await page.goto(`${served.internal}training/?level=hard&todo=1`);
    expect(await rows.count()).toBe(3);
    await page.goto(`${served.internal}training/?level=hard`);
    await page.getByText('Done, 11 of 11 right').waitFor();
    await page.goto(`${served.internal}training/?level=impossible&product=%3Cb%3E`);
    expect(await rows.count()).toBe(18);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['no-preference', 'reduce'] as const)(
    'has a wheel that stops at one of those that are left (motion: %s)',
    async (reducedMotion) => {
      const { page, complaints, close } = await chromium.open({ reducedMotion });
      await page.goto(`${served.internal}training/?level=hard`);
      const left = await page.locator('[data-drills] > li:visible .title').allInnerTexts();
      const spin = page.getByRole('button', { name: 'Spin the wheel' });
      const seen: string[] = [];
      for (let time = 0; time < 2; time += 1) {
        await spin.click();
        const link = page.locator('.stopped a');
        await link.waitFor();
        expect(await spin.evaluate((one) => one === document.activeElement)).toBe(true);
        seen.push((await link.textContent()) ?? '');
        expect(new URL(page.url()).pathname).toBe('/training/');
      }
      expect(left).toEqual(expect.arrayContaining(seen));
      expect(seen[0]).not.toBe(seen[1]);
      await page.locator('.stopped a').click();
      await page.getByText(/^Step 1 of/).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('keeps its form where nothing is left', async () => {
    const { page, close } = await chromium.open();
    await page.goto(`${served.internal}training/?level=easy&length=long`);
    await page.getByText('None of 18 drills is all of that').waitFor();
    expect(await page.getByRole('button', { name: 'Spin the wheel' }).isDisabled()).toBe(true);
    await page.getByLabel('Length').selectOption('');
    expect(await page.locator('[data-drills] > li:visible').count()).toBeGreaterThan(3);
    await close();
  });
});

describe('progress', () => {
  it('goes as a file to another device, is put together there, and is forgotten', async () => {
    const first = await chromium.open();
    await first.page.goto(served.internal + hang);
    await finish(first.page);
    await first.page.getByLabel('Your notes').fill('Compression first');
    await first.page.goto(`${served.internal}training/`);
    await first.page.getByText('Take it along, or forget it').click();
    const saving = first.page.waitForEvent('download');
    await first.page.getByRole('link', { name: 'Save progress and notes' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('fixlore-training.json');
    const file = join(suite, 'progress.json');
    writeFileSync(file, readFileSync(await saved.path()));
    expect(first.complaints).toEqual([]);
    await first.close();

    const { page, complaints, close } = await chromium.open();
    await page.goto(`${served.internal}training/`);
    await page.getByText('Take it along, or forget it').click();
    const choose = page.getByLabel('Take them from a file');
    await choose.setInputFiles(join(suite, 'kb', 'fixlore.config.yaml'));
    await page.getByText('That is no file of progress: it cannot be read as JSON.').waitFor();
    await choose.setInputFiles(file);
    await page.getByText(/^Taken: \d answers and one note of one drill\.$/).waitFor();
    await page.getByText('1 of 18 drills done.').waitFor();
    await choose.setInputFiles(file);
    await page.getByText('Nothing in it is newer than what is here.').waitFor();
    await page.goto(served.internal + hang);
    expect(await page.getByLabel('Your notes').inputValue()).toBe('Compression first');

    await page.goto(`${served.internal}training/`);
    await page.getByText('Take it along, or forget it').click();
    await page.getByRole('button', { name: 'Forget everything' }).click();
    expect(Object.keys(await kept(page))).toHaveLength(1);
    await page.getByRole('button', { name: 'Forget all answers and notes?' }).click();
    await page.getByText('Nothing of your training is left on this device.').waitFor();
    expect(await kept(page)).toEqual({});
    await page.getByText('No drill is done yet.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('that is damaged loses what is damaged alone', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.internal + hang);
    await page.keyboard.press((await letters(page)).right);
    await page.keyboard.press('Enter');
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        const progress = JSON.parse(localStorage.getItem(key) ?? '');
        const damaged = {
          ...progress,
          notes: 7,
          done: 'soon',
          answers: { ...progress.answers, x: [] },
        };
        localStorage.setItem(key, JSON.stringify(damaged));
        localStorage.setItem(`${key}-other`, '{"version":1,"answers":');
      }
    });
    await page.reload();
    expect(await counter(page).textContent()).toMatch(/^Step 2 of/);
    await page.goto(`${served.internal}training/`);
    await page.getByText(/^Begun, 1 of \d answered$/).waitFor();
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, '[[[');
    });
    await page.goto(served.internal + hang);
    expect(await counter(page).textContent()).toMatch(/^Step 1 of/);
    await finish(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it('lasts as long as the page where the browser keeps nothing, and the page says so once', async () => {
    const { page, complaints, close } = await chromium.open();
    await refuseStorage(page);
    await page.goto(served.internal + hang);
    await page.getByText('Your browser keeps nothing for this page').waitFor();
    await finish(page, 'wrong');
    expect(await page.getByText('Your browser keeps nothing for this page').count()).toBe(1);
    await page.getByText('What you missed comes back').waitFor();
    await page.getByLabel('Your notes').fill('x');
    await page.goto(`${served.internal}training/`);
    await page.getByText('No drill is done yet.').waitFor();
    await page.getByText('Take it along, or forget it').click();
    await page.getByText('Your browser keeps nothing here').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

it('on paper a drill is whole, wherever it was left', async () => {
  const { page, close } = await chromium.open();
  await page.goto(served.internal + hang);
  await page.keyboard.press((await letters(page)).wrong);
  await page.keyboard.press('Enter');
  await page.emulateMedia({ media: 'print' });
  const steps = page.locator('section[data-step]');
  expect(await page.locator('section[data-step]:visible').count()).toBe(await steps.count());
  expect(await steps.locator('[data-words]:visible').count()).toBe(
    await steps.locator('[data-words]').count(),
  );
  expect(await steps.locator(':is(.mark, [data-answer], button):visible').count()).toBe(0);
  expect(await page.locator('[data-part="opening"]').isVisible()).toBe(true);
  expect(await page.locator(':is(.turn, .top, .so-far):visible').count()).toBe(0);
  await close();
});

it('without a script the answers are folded', async () => {
  const { page, complaints, close } = await chromium.open({ javaScriptEnabled: false });
  await page.goto(served.internal + hang);
  const answers = page.locator('[data-answer]');
  expect(await answers.count()).toBeGreaterThan(10);
  expect(await answers.locator('visible=true').count()).toBe(0);
  expect(await page.getByText('The whole record:').isVisible()).toBe(false);
  await page.getByText('What happened?').first().click();
  expect(await answers.locator('visible=true').count()).toBe(1);
  expect(await page.locator('.turn, .top').count()).toBe(0);
  await page.goto(`${served.internal}training/`);
  expect(await page.locator('[data-drills] > li:visible').count()).toBe(18);
  expect(await page.locator('[data-narrow]').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

it.each(['light', 'dark'] as const)(
  'a drill is no barrier at any point, %s',
  async (colorScheme) => {
    const { page, complaints, close } = await chromium.open({ colorScheme });
    await page.goto(served.internal + hang);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press((await letters(page)).wrong);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('What is known so far').click();
    await page.keyboard.press('?');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await finish(page);
    await page.getByRole('link', { name: /^Next drill:/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${served.internal}training/?level=hard`);
    await page.getByText('Take it along, or forget it').click();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);

it('a drill can be done with a thumb', async () => {
  const { page, complaints, close } = await chromium.open({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const fits = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const low = await page
      .locator('main :is(button, select, .choice, summary, input[type="file"]):visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
      );
    expect(low).toEqual([]);
  };
  await page.goto(served.internal + hang);
  while (await step(page).count()) {
    await fits();
    await step(page).getByRole('button').last().tap();
    await fits();
    await page.getByRole('button', { name: /^(Next|See how it went)$/ }).tap();
  }
  await page.getByRole('link', { name: /^Next drill:/ }).waitFor();
  await fits();
  await page.goto(`${served.internal}training/`);
  await page.getByText('Take it along, or forget it').tap();
  await fits();
  expect(complaints).toEqual([]);
  await close();
});

describe('a record that is edited between two visits', () => {
  const root = join(suite, 'edited');
  const one = 'incidents/2026/2026-03-14-white-page.md';
  const small = { internal: '' };
  const attempts = [
    attempt('no_effect', 'no_change', { action: 'Cleared the cache', because: 'It looked stale' }),
    attempt('no_effect', 'reverted', { action: 'Restarted the server', because: 'It was slow' }),
    attempt('unknown', 'no_change', { action: 'Waited for a while' }),
    attempt('fixed', 'left_in_place', { action: 'Made room on the disk', because: 'It was full' }),
  ];
  const write = (some: typeof attempts) =>
    put(root, one, resolvedText({ title: 'The page stays white', attempts: some }));
  const build = async () => {
    const { code, stderr } = await fixlore(['build'], { cwd: root });
    expect(code, stderr).toBe(0);
  };
  const others = ['Rolled back the release', 'Raised the limit', 'Turned off the filter'].map(
    (action, at) =>
      [
        `incidents/2026/2026-02-0${at + 1}-other.md`.replace('other', `other-${at + 1}`),
        resolvedText({
          title: `Another white page, ${at + 1}`,
          attempts: [attempt('fixed', 'no_change', { action })],
        }),
      ] as const,
  );

  beforeAll(async () => {
    put(root, 'fixlore.config.yaml', configText);
    for (const [path, text] of others) put(root, path, text);
    write(attempts);
    await build();
    Object.assign(small, await preview(root));
  });

  it('keeps what was answered where the step is still there', async () => {
    const { page, complaints, close } = await chromium.open();
    const address = `${small.internal}training/2026-03-14-white-page/`;
    await page.goto(address);
    const steps = () =>
      page
        .locator('section[data-step]')
        .evaluateAll((all) => all.map((section) => section.getAttribute('data-step') ?? ''));
    const before = await steps();
    expect(await page.locator('section[data-kind="told"]').count()).toBe(1);
    await finish(page);
    const allRight = `${before.length - 1} of ${before.length - 1} as it really was.`;
    await page.getByText(allRight).waitFor();
    expect(await page.locator('.paths li').nth(2).innerText()).toContain('Told, not asked');

    const [first, second, waited, last] = attempts;
    const asked = attempt('no_effect', 'no_change', {
      action: 'Asked the network people',
      because: 'They had changed the router',
    });
    write([first!, asked, waited!, last!]);
    await build();
    await page.goto(address);
    const after = await steps();
    expect(after.filter((id) => before.includes(id))).toHaveLength(before.length - 1);
    expect(await step(page).getAttribute('data-step')).toBe(
      after.find((id) => !before.includes(id)),
    );
    await page.goto(`${small.internal}training/`);
    await page
      .getByText(`Done before, ${after.length - 2} of ${after.length - 1} answered`)
      .first()
      .waitFor();

    write([first!, second!, waited!, last!]);
    await build();
    await page.goto(address);
    await page.getByText(allRight).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('more drills than a page holds', () => {
  const root = join(suite, 'many');
  const small = serveSites(root, () => {
    put(root, 'fixlore.config.yaml', configText);
    const does = ['Cleaned', 'Replaced', 'Emptied', 'Heated', 'Tightened', 'Oiled', 'Turned'];
    const parts = ['fuse', 'valve', 'pump', 'belt', 'gauge', 'piston', 'nozzle', 'spring', 'cable'];
    for (let number = 101; number <= 205; number += 1) {
      const attempts = [0, 1].map((at) =>
        attempt(at === 0 ? 'no_effect' : 'fixed', 'no_change', {
          action: `${does[(number + at) % does.length]} the ${parts[(number + at) % parts.length]}`,
          because: 'It was worn',
        }),
      );
      const fields = { symptoms: [`engine ${number} rattles`], attempts };
      put(root, `incidents/2026/2026-01-01-engine-${number}.md`, resolvedText(fields));
    }
  });

  it('are narrowed, spun and counted on all pages', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(`${small.internal}training/2026-01-01-engine-205/`);
    await finish(page, 'right');
    await page.goto(`${small.internal}training/`);
    await page.getByText('1 of 105 drills done.').waitFor();
    const rows = page.locator('[data-listing] li[data-drill]:visible');
    expect(await rows.count()).toBe(100);
    expect(await page.locator('.pager').isVisible()).toBe(true);
    await page.getByLabel('Not done yet').check();
    await page.getByText('104 of 105 drills').waitFor();
    expect(await rows.count()).toBe(100);
    expect(await page.locator('.pager').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Spin the wheel' }).click();
    await page.locator('.stopped a').waitFor();
    await page.getByLabel('Not done yet').uncheck();
    await page.locator('.pager a[href$="/page/2/"]').first().click();
    await page
      .getByText(/^Done, \d of \d right$/)
      .first()
      .waitFor();
    expect(await rows.count()).toBe(5);
    expect(complaints).toEqual([]);
    await close();
  });
});
