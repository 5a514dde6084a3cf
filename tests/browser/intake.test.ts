import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packetSchema, type Packet } from '#intake/packet.ts';
import { fixlore } from '../fixlore.ts';
import { articleText, configText, intakeText } from '../records.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow } from '../tree.ts';
import { barriers } from './barriers.ts';
import { useChromium } from './chromium.ts';
import { preview, serveSites } from './served.ts';

/* From a customer who is stuck to the article that the next one finds. */

const root = join(suiteFolder(), 'kb');
const received: string[] = [];
const taker = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    received.push(body);
    response.end();
  });
});
beforeAll(() => new Promise<void>((resolve) => taker.listen(0, 'localhost', resolve)));
afterAll(() => taker.close());
beforeEach(() => received.splice(0));

const chromium = useChromium();
const sentence = 'the stamp on my parcel label comes out upside down';
const served = serveSites(root, () => {
  const { port } = taker.address() as AddressInfo;
  put(root, 'fixlore.config.yaml', configText);
  put(
    root,
    'kb/dim.md',
    articleText(
      { title: 'The preview is dim', symptoms: ['my preview is too dim to read'] },
      '## Steps\n\n1. Turn it up.\n\n   You should see: light.\n',
    ),
  );
  put(
    root,
    'kb/intake/portal.md',
    intakeText({
      before: [{ check: 'Is the preview dim?', why: 'That is known.', article: 'dim' }],
      ask: [
        { id: 'name', label: 'Who are you?', kind: 'text', required: true, field: 'reporter.name' },
        {
          id: 'seen',
          label: 'What do you see?',
          kind: 'long_text',
          required: true,
          field: 'symptoms',
        },
        {
          id: 'often',
          label: 'How often?',
          kind: 'choice',
          options: ['always', 'once'],
          field: 'reproducible',
        },
        { id: 'changed', label: 'What has changed?', kind: 'long_text' },
        {
          id: 'trace',
          label: 'The way to us',
          kind: 'command',
          command: 'traceroute host.example',
        },
        { id: 'picture', label: 'A picture', kind: 'file' },
      ],
      next: [{ what: 'A person answers', within: 'today' }],
      send: { email: 'help@acme.example', url: `http://localhost:${port}/in` },
    }),
  );
});
const path = 'contact/portal/';
const secret = 'password: hunter2!x';

async function filledIn(page: Page): Promise<void> {
  await page.goto(served.public + path);
  await page.getByRole('checkbox', { name: 'Is the preview dim?' }).check();
  await page.getByLabel('Who are you?').fill('Dana Whitfield');
  await page.getByLabel('What do you see?').fill(sentence);
  await page.getByLabel('always').check();
  await page.getByLabel('What has changed?').fill(`A new printer.\n${secret}`);
}

const readBack = (page: Page) => page.getByRole('button', { name: 'Read it back' }).click();

async function savedPacket(page: Page): Promise<Packet> {
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save it as a packet' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('portal-packet.json');
  return packetSchema.parse(JSON.parse(readFileSync(await saved.path(), 'utf8')));
}

describe('the intake', () => {
  it('suggests what may answer the problem while it is described', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.goto(served.public + path);
    await page.getByLabel('What do you see?').pressSequentially('my preview is too dim to read');
    await page.getByText('This may already answer it').waitFor();
    const suggested = page.locator('[data-suggested]').getByRole('link');
    expect(await suggested.first().getAttribute('href')).toBe('/articles/dim/');
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what is typed on the device until it is forgotten', async () => {
    const { page, complaints, close } = await chromium.open();
    await filledIn(page);
    await page.reload();
    expect(await page.getByLabel('What do you see?').inputValue()).toBe(sentence);
    expect(await page.getByLabel('always').isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Is the preview dim?' }).isChecked()).toBe(
      true,
    );
    await page.getByRole('button', { name: 'Forget what I typed' }).click();
    await page.reload();
    expect(await page.getByLabel('What do you see?').inputValue()).toBe('');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('works where the browser keeps nothing, and says so', async () => {
    const { page, complaints, close } = await chromium.open();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await filledIn(page);
    await page.getByText('Your browser keeps nothing').waitFor();
    await readBack(page);
    expect((await savedPacket(page)).answers).toHaveLength(4);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads to what is missing, by keyboard alone', async () => {
    const { page, close } = await chromium.open();
    await page.goto(served.public + path);
    await page.getByRole('button', { name: 'Read it back' }).press('Enter');
    const name = page.getByLabel('Who are you?');
    expect(await name.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('Dana');
    await page.keyboard.press('Tab');
    await page.keyboard.type(sentence);
    await page.getByRole('button', { name: 'Read it back' }).press('Enter');
    const heading = page.getByRole('heading', { name: 'Is this right?' });
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    await close();
  });

  it('leaves secrets out unless the customer wants them in', async () => {
    const { page, close } = await chromium.open();
    await filledIn(page);
    await readBack(page);
    const without = await savedPacket(page);
    expect(JSON.stringify(without)).not.toContain('hunter2');
    expect(without).toMatchObject({ left_out: 1, checks: [{ done: true }] });
    expect(await page.locator('[data-read-back]').textContent()).not.toContain('hunter2!x');
    await page.getByRole('checkbox', { name: 'Leave out a password' }).uncheck();
    expect(JSON.stringify(await savedPacket(page))).toContain(secret);
    await close();
  });

  it('sends nothing until it is told to, and then what was read back', async () => {
    const { page, complaints, close } = await chromium.open();
    const requests: string[] = [];
    await filledIn(page);
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await readBack(page);
    expect(requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(received).toEqual([]);
    await page.getByRole('button', { name: /^Send it to localhost/ }).click();
    await page.getByText('Sent. Save a copy').waitFor();
    const [sent = ''] = received;
    expect(packetSchema.parse(JSON.parse(sent)).answers[1]?.text).toBe(sentence);
    expect(sent).not.toContain('hunter2');
    expect(complaints).toEqual([]);
    await close();
  });

  it('writes a mail that only has to be sent, and can be changed before', async () => {
    const { page, close } = await chromium.open();
    await filledIn(page);
    await readBack(page);
    const mail = page.getByRole('link', { name: 'Write to help@acme.example' });
    expect(decodeURIComponent((await mail.getAttribute('href')) ?? '')).toContain(
      `### What do you see?\r\n\r\n${sentence}`,
    );
    await page.getByRole('button', { name: 'Change something' }).click();
    await page.getByLabel('Who are you?').fill('Kim');
    await readBack(page);
    expect((await savedPacket(page)).answers[0]?.text).toBe('Kim');
    await close();
  });

  it.each(['light', 'dark'] as const)('is no barrier in any step, %s', async (colorScheme) => {
    const { page, close } = await chromium.open({ colorScheme });
    await page.goto(served.public + path);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('What do you see?').pressSequentially('my preview is too dim to read');
    await page.getByText('This may already answer it').waitFor();
    await readBack(page); // something is missing
    expect(await barriers(page)).toEqual([]);
    await filledIn(page);
    await readBack(page);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  });

  it('is a checklist for the printer without a script', async () => {
    const { page, complaints, close } = await chromium.open({ javaScriptEnabled: false });
    await page.goto(served.public + path);
    await page.locator('noscript p', { hasText: 'this is a checklist' }).waitFor();
    expect(await page.getByRole('link', { name: 'help@acme.example' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Read it back' }).isVisible()).toBe(false);
    expect(await page.getByText('traceroute host.example').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('the whole loop: a packet becomes an incident, an article, and an answer', async () => {
  const { page, close } = await chromium.open();
  await filledIn(page);
  await readBack(page);
  const packet = await savedPacket(page);
  const folder = join(root, 'sent');
  mkdirSync(folder);
  writeFileSync(join(folder, 'packet.json'), JSON.stringify(packet));

  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await fixlore(args, { cwd: root });
    expect(code, stdout + stderr).toBe(0);
    return stdout;
  };
  await run('new', 'incident', '--from', 'sent/packet.json');
  const [incident = ''] = filesBelow(join(root, 'incidents'));
  const file = join(root, 'incidents', incident);
  const draft = readFileSync(file, 'utf8');
  expect(draft).toContain('Dana Whitfield');
  const day = /opened: (\S+)/.exec(draft)?.[1] ?? '';
  const resolution = `mitigated: ${day}
resolved: ${day}
side: customer
cause: The label was fed the wrong way round
attempts:
  - action: Turned the roll of labels round
    outcome: fixed
    afterwards: left_in_place
fix:
  customer_solvable: true
  verified_by: customer
`;
  writeFileSync(
    file,
    draft.replace('status: open', 'status: resolved').replace(/\n---\n/, `\n${resolution}---\n`),
  );
  const id = incident.split('/').at(-1)!.replace(/\.md$/, '');
  await run('promote', id, '--to', 'stamp');
  const [article = ''] = filesBelow(join(root, 'kb')).filter((one) => one.endsWith('stamp.md'));
  const drafted = readFileSync(join(root, 'kb', article), 'utf8');
  expect(drafted).toContain(sentence);
  expect(drafted).not.toMatch(/Dana|hunter2/);
  const header = drafted.split('\n---\n')[0]!.replace('state: draft', 'state: published');
  const body = `## Steps

1. Turn the roll of labels round.

   You should see: the stamp stands upright.

## Check that it worked

Print one label.

## If it did not help

Write to us.
`;
  writeFileSync(join(root, 'kb', article), `${header}\n---\n\n${body}`);
  await run('build', '--audience', 'public');

  const rebuilt = await preview(root);
  await page.goto(`${rebuilt.public}search/?q=${encodeURIComponent(`why does ${sentence}?`)}`);
  const first = page.locator('.results a.title').first();
  await first.waitFor();
  expect(await first.getAttribute('href')).toBe('/articles/stamp/');
  await first.click();
  await page.getByText('Turn the roll of labels round.').waitFor();
  expect(await page.content()).not.toContain('Dana');
  await close();
});
