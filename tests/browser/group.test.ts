import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { useChromium } from './chromium.ts';
import { serveSites } from './served.ts';

/* A drill that somebody leads a group through, and drills on paper. */

const chromium = useChromium();
const served = serveSites(join(suiteFolder(), 'kb'), copySample);
const drill = 'training/2026-05-18-partner-cannot-connect/';
const title = "A partner's nightly transfer stops after a server move";

const shownLines = (page: Page) => page.locator('[data-line]:visible').count();

describe('who leads a group', () => {
  it('reveals line by line with the keys, and comes to the record last', async () => {
    const { page, complaints, close } = await chromium.open({
      viewport: { width: 1920, height: 1080 },
    });
    await page.goto(`${served.internal}${drill}group/`);
    const all = await page.locator('[data-line]').count();
    const place = page.locator('[data-place]');
    await place.getByText(`1 of ${all}`).waitFor();
    expect(await shownLines(page)).toBe(1);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    expect(await shownLines(page)).toBe(3);
    await page.keyboard.press('ArrowLeft');
    await place.getByText(`2 of ${all}`).waitFor();
    expect(await page.getByText(title).first().isVisible()).toBe(false);
    for (let line = 2; line < all + 3; line += 1) await page.keyboard.press('ArrowRight');
    await place.getByText(`${all} of ${all}`).waitFor();
    expect(await page.getByRole('link', { name: title }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /Next/ }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the line that is read, large, whatever came before', async () => {
    const { page, close } = await chromium.open({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${served.internal}${drill}group/`);
    for (let line = 0; line < 20; line += 1) await page.keyboard.press('ArrowRight');
    const now = page.locator('[data-now] .text');
    const box = await now.boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y + box!.height).toBeLessThan(1000);
    const size = await now.evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
    await close();
  });

  it('has notes and a clock, which the keys and the buttons work alike', async () => {
    const { page, close } = await chromium.open();
    await page.clock.install();
    await page.goto(`${served.internal}${drill}group/`);
    await page.clock.pauseAt(Date.now() + 60_000);
    const notes = page.locator('[data-notes]:visible');
    while ((await page.locator('[data-now][data-line=question]').count()) === 0) {
      await page.keyboard.press('ArrowRight');
    }
    expect(await notes.count()).toBe(0);
    await page.keyboard.press('n');
    expect(await notes.count()).toBe(1);
    await page.getByRole('button', { name: /Notes/ }).press('Space');
    expect(await notes.count()).toBe(0);

    const clock = page.getByRole('timer');
    expect(await clock.innerText()).toBe('0:00');
    await page.keyboard.press('t');
    await page.clock.runFor(65_500);
    expect(await clock.innerText()).toBe('1:05');
    await page.getByRole('button', { name: /Stop/ }).click();
    await page.clock.runFor(10_000);
    expect(await clock.innerText()).toBe('1:05');
    await page.getByRole('button', { name: 'From 0' }).click();
    expect(await clock.innerText()).toBe('0:00');
    await close();
  });

  it('has the whole script without a script, and on paper with one', async () => {
    const plain = await chromium.open({ javaScriptEnabled: false });
    await plain.page.goto(`${served.internal}${drill}group/`);
    const all = await plain.page.locator('[data-line]').count();
    expect(all).toBeGreaterThan(20);
    expect(await shownLines(plain.page)).toBe(all);
    expect(await plain.page.locator('[data-notes]:visible').count()).toBeGreaterThan(3);
    expect(await plain.page.locator('[data-stand]').isVisible()).toBe(false);
    await plain.close();

    const { page, close } = await chromium.open();
    await page.goto(`${served.internal}${drill}group/`);
    await page.locator('[data-stand]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await shownLines(page)).toBe(all);
    expect(await page.locator('[data-notes]:visible').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-stand]').isVisible()).toBe(false);
    await close();
  });
});

describe('a drill', () => {
  it('gives nothing away without a script, until it is asked', async () => {
    const { page, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served.internal + drill);
    expect(await page.locator('[data-answer]:visible').count()).toBe(0);
    expect(await page.getByText(title).first().isVisible()).toBe(false);
    await page.locator('[data-choices] summary').first().click();
    expect(await page.locator('[data-answer]:visible').count()).toBe(1);
    await page.getByText('What to take away').first().click();
    expect(await page.getByRole('link', { name: title }).isVisible()).toBe(true);
    await close();
  });

  it('is a sheet on paper: all questions, then all answers', async () => {
    const { page, close } = await chromium.open();
    await page.goto(served.internal + drill);
    await page.emulateMedia({ media: 'print' });
    const questions = page.locator('section[data-step] h2:visible');
    expect(await questions.count()).toBe(await page.locator('section[data-step]').count());
    expect(await page.locator('[data-answer]:visible').count()).toBe(0);
    const sheet = page.locator('.on-paper');
    expect(await sheet.locator('ol > li').count()).toBe(await questions.count());
    const end = await questions.last().boundingBox();
    const start = await sheet.boundingBox();
    expect(start!.y).toBeGreaterThan(end!.y);
    expect(await sheet.innerText()).toContain(title);
    await close();
  });
});
