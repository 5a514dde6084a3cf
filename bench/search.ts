import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { listen, staticServer } from '#io/static-server.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { findChromium } from '../scripts/browser.mjs';
import { writeKnowledgeBase } from './corpus/write.ts';
import { benchOptions, inTemporaryFolder, program } from './measure/command-line.ts';
import { kilobytes, milliseconds, table, type Row } from './measure/figures.ts';
import { measured } from './measure/process-tree.ts';

const help = `Measures the search of a built site in a real browser: what a first search fetches, and how long one takes.

  node bench/search.ts [N…] [--seed S]

N: how many records, default 1000 10000. The questions are symptoms of records, as they are written and with a
typing error; the server is on this machine and compresses nothing that is not compressed already.
`;

/** Contexts without a cache, and questions to one that has asked before. */
const firstSearches = 12;
const furtherSearches = 100;

const options = benchOptions(help);
const rows: Row[] = [];
for (const count of options?.counts ?? []) rows.push(await measure(count, options!.seed));
if (rows.length > 0) console.log(table('search in the browser', rows));

async function measure(count: number, seed: number): Promise<Row> {
  return inTemporaryFolder(async (root) => {
    writeKnowledgeBase(root, count, seed);
    await measured([process.execPath, program, 'build', '--audience', 'internal', '-C', root]);
    const folder = join(root, 'dist', 'internal');
    const questions = await questionsOf(root);
    const server = staticServer({ folder, base: '/' });
    const address = `http://localhost:${await listen(server, 4400)}/search/`;
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ['--no-sandbox'],
    });
    try {
      const first = await firstOf(browser, address, questions.slice(0, firstSearches));
      const further = await furtherOf(browser, address, questions.slice(firstSearches));
      return {
        name: `${count} records`,
        figures: {
          'page before': kilobytes(first.map(({ before }) => before)),
          'first search': kilobytes(first.map(({ fetched }) => fetched)),
          'its time': milliseconds(first.map(({ time }) => time)),
          'further search': milliseconds(further),
          p95: milliseconds([
            further.toSorted((a, b) => a - b)[Math.floor(further.length * 0.95)]!,
          ]),
          'term index': kilobytes([sizeOf(join(folder, 'terms'))]),
        },
      };
    } finally {
      await browser.close();
      server.close();
    }
  });
}

async function questionsOf(root: string): Promise<string[]> {
  const { site } = await readKnowledgeBase(knowledgeBase(root, {}), { depth: 'check', now: 0 });
  const symptoms = site!.incidents.flatMap(({ fields }) => fields.symptoms);
  const step = Math.max(1, Math.floor(symptoms.length / (firstSearches + furtherSearches)));
  return symptoms
    .filter((_, position) => position % step === 0)
    .map((text, position) => (position % 2 === 0 ? text : mistyped(text)));
}

/** Two letters of the longest word swapped. */
function mistyped(text: string): string {
  const longest = text.split(/\W+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = longest.length >> 1;
  const swapped =
    longest.slice(0, middle - 1) +
    longest.charAt(middle) +
    longest.charAt(middle - 1) +
    longest.slice(middle + 1);
  return text.replace(longest, swapped);
}

async function firstOf(browser: Browser, address: string, questions: readonly string[]) {
  const found = [];
  for (const question of questions) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let bytes = 0;
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(address, { waitUntil: 'networkidle' });
    const before = bytes;
    bytes = 0;
    const time = await ask(page, question);
    await page.waitForLoadState('networkidle');
    found.push({ before, fetched: bytes, time });
    await context.close();
  }
  return found;
}

async function furtherOf(browser: Browser, address: string, questions: readonly string[]) {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await ask(page, questions[0]!);
  const times = [];
  for (const question of questions.slice(1)) times.push(await ask(page, question));
  return times;
}

/** From the key that sends a question until its results stand on the page. Milliseconds. */
function ask(page: Page, question: string): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        const input = document.querySelector<HTMLInputElement>('form[data-site] input')!;
        const results = document.querySelector('[data-results]')!;
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(results, { childList: true });
        input.value = words;
        input.form!.requestSubmit();
      }),
    question,
  );
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
