import fc from 'fast-check';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unprintable } from '#diagnostics/printable.ts';
import type { Packet } from '#intake/packet.ts';
import { packetWith } from '../intake/packets.ts';
import { configText, intakeText, recordOf } from '../records.ts';
import { folderWith, put } from '../temporary-folder.ts';
import { filesBelow } from '../tree.ts';
import { runMain } from './run-main.ts';

const ask = [
  { id: 'name', label: 'Who are you?', kind: 'text', field: 'reporter.name' },
  { id: 'seen', label: 'What do you see?', kind: 'long_text', field: 'symptoms' },
  { id: 'again', label: 'What else?', kind: 'text', field: 'symptoms' },
  { id: 'often', label: 'How often?', kind: 'text', field: 'reproducible' },
  { id: 'since', label: 'Since when?', kind: 'date', field: 'opened' },
  { id: 'browser', label: 'Which browser?', kind: 'text', field: 'environment.browser' },
  { id: 'cause', label: 'Why, do you think?', kind: 'text', field: 'cause' },
  { id: 'free', label: 'What has changed?', kind: 'long_text' },
  { id: 'file', label: 'A picture', kind: 'file' },
];

function knowledgeBase(): string {
  return folderWith({
    'fixlore.config.yaml': `${configText}  - id: billing\n    name: Billing\n`,
    'kb/intake/portal.md': intakeText({ ask }),
  });
}

const answersOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([id, text]) => ({ id, question: id, text }));

async function from(root: string, content: string | Packet, ...options: string[]) {
  put(root, 'in.json', typeof content === 'string' ? content : JSON.stringify(content));
  return runMain(['new', 'incident', '--from', 'in.json', ...options], { cwd: root });
}

function onlyIncident(root: string) {
  const [path = '', ...others] = filesBelow(join(root, 'incidents'));
  expect(others).toEqual([]);
  const text = readFileSync(join(root, 'incidents', path), 'utf8');
  return { path, text, ...recordOf('incident', `incidents/${path}`, text) };
}

const isClean = async (root: string) =>
  expect(await runMain(['check', 'incidents', '--max-warnings', '0'], { cwd: root })).toMatchObject(
    { code: 0 },
  );

describe('new incident --from', () => {
  it('puts each answer into its field, and every other into the text', async () => {
    const root = knowledgeBase();
    const texts = {
      name: 'Dana Whitfield',
      seen: 'a white page',
      again: 'it hums',
      often: 'now and then',
      since: '2026-11-20',
      browser: 'Firefox 128',
      cause: 'you broke it',
      free: '<script>alert(1)</script>',
    };
    const checks = [{ check: 'Is it *dim*?', done: true }];
    const { code, stderr } = await from(root, packetWith({ answers: answersOf(texts), checks }));
    expect([code, stderr]).toEqual([0, '']);
    const { fields, text } = onlyIncident(root);
    expect(fields).toEqual({
      title: 'A white page',
      status: 'open',
      product: 'portal',
      opened: '2026-11-20',
      reporter: { name: 'Dana Whitfield' },
      symptoms: ['a white page', 'it hums'],
      environment: { browser: 'Firefox 128' },
    });
    expect(text.split('\n---\n')[1]).toBe(`
## What happened

### How often?

> now and then

### Why, do you think?

> you broke it

### What has changed?

\`\`\`text
<script>alert(1)</script>
\`\`\`

### Checked before

- [x] Is it \\*dim\\*?
`);
    await isClean(root);
  });

  it('takes no path from the name of a file', async () => {
    const root = knowledgeBase();
    const files = ['../../etc/passwd', 'C:\\temp\\a`b.png', '..', '<img src=x>'].map((name) => ({
      ...{ name, size: 12_345 },
    }));
    const answers = [...packetWith().answers, { id: 'file', question: 'A picture', files }];
    expect((await from(root, packetWith({ answers }))).code).toBe(0);
    const { text } = onlyIncident(root);
    expect(text).toContain('- `passwd (12 KB)`\n');
    expect(text).toContain('- `a b.png (12 KB)`\n');
    expect(text).not.toMatch(/etc|temp|\.\./);
    await isClean(root);
  });

  it('reads the body of an issue that a form has made', async () => {
    const root = knowledgeBase();
    const body =
      '### Who are you?\n\nDana\n\n### What do you see?\n\na white page\n\n### A picture\n\n_No response_\n';
    expect((await from(root, body)).code).toBe(0);
    expect(onlyIncident(root).fields).toMatchObject({
      reporter: { name: 'Dana' },
      symptoms: ['a white page'],
    });
    await isClean(root);
  });

  it('keeps a long text whole, below a header that can be read', async () => {
    const root = knowledgeBase();
    const log = `It says ${'🙂 no '.repeat(2000)}`.trim();
    expect((await from(root, packetWith({ answers: answersOf({ seen: log }) }))).code).toBe(0);
    const { fields, text } = onlyIncident(root);
    expect(fields.symptoms[0]?.length).toBeLessThan(210);
    expect(text).toContain(log);
    await isClean(root);
  });

  it('makes a clean draft of whatever is typed', async () => {
    const root = knowledgeBase();
    const odd = fc.constantFrom(
      ...['---', '# a', '> b', '```', '<!-- c -->', '{{d}}', '\u001b[31mred', '\u202eevil', '- e'],
      ...['![x](javascript:alert(1))', '| a |\n|--|', '\n\n\n', '    code', '[^1]: x', '&amp;'],
    );
    const text = fc.oneof(
      odd,
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((parts) => parts.join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (seen, free, question) => {
        rmSync(join(root, 'incidents'), { recursive: true, force: true });
        const answers = [
          ...answersOf({ seen, free }),
          { id: 'nobody-asks', question, text: free, files: [{ name: seen || 'x', size: 1 }] },
        ];
        const { code, stdout, stderr } = await from(root, packetWith({ answers }));
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout.replaceAll('\n', '').match(unprintable)).toBeNull();
        await isClean(root);
      }),
      { numRuns: 60 },
    );
  });

  const refused: [string, string | Packet, string[], number, RegExp][] = [
    ['a megabyte', 'x'.repeat(2 ** 20), [], 1, /^in\.json: The file is too large/],
    [
      'a later version',
      JSON.stringify({ ...packetWith(), version: 2 }),
      [],
      1,
      /reads version 1 only/,
    ],
    ['no answers', packetWith({ answers: [] }), [], 1, /No question is answered/],
    [
      'many wrong types',
      JSON.stringify({ ...packetWith(), answers: Array.from({ length: 30 }, () => ({ id: 1 })) }),
      [],
      1,
      /answers\[1\]\.id: [^]*\n.*50 more like these\.\n/,
    ],
    ['no packet', '{"a": 1}', [], 1, /^in\.json: format: /],
    [
      'another product',
      packetWith({ product: 'billing' }),
      [],
      1,
      /about `billing`; there are intakes for portal/,
    ],
    [
      'not the product that was said',
      packetWith(),
      ['--product', 'billing'],
      1,
      /--product says `billing`/,
    ],
    ['text without a question', 'Hello', [], 1, /No heading in it is a question/],
    ['what the packet says', packetWith(), ['--said', 'x'], 2, /leave that out/],
  ];
  it.each(refused)('refuses: %s', async (...[, content, options, expected, words]) => {
    const root = knowledgeBase();
    const { code, stdout, stderr } = await from(root, content, ...options);
    expect(stderr).toMatch(words);
    expect([code, stdout]).toEqual([expected, '']);
    expect(filesBelow(root).filter((file) => file.startsWith('incidents/'))).toEqual([]);
  });

  it('says that there is no such file, and makes no article', async () => {
    const root = knowledgeBase();
    const missing = await runMain(['new', 'incident', '--from', 'x.json'], { cwd: root });
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('x.json cannot be read'),
    });
    const article = await runMain(['new', 'article', '--from', 'x.json'], { cwd: root });
    expect(article).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--from makes an incident'),
    });
  });
});
