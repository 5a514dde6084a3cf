import fc from 'fast-check';
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unprintable } from '#diagnostics/printable.ts';
import { fixlore } from '../fixlore.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { configText, recordOf } from '../records.ts';
import { folderWith, put } from '../temporary-folder.ts';
import { filesBelow } from '../tree.ts';
import { runMain } from './run-main.ts';

const twoProducts = `${configText}  - id: billing
    name: Billing
`;

function knowledgeBase(config = configText): string {
  return folderWith({ 'fixlore.config.yaml': config });
}

const incident = (cwd: string, ...options: string[]) =>
  runMain(['new', 'incident', ...options], { cwd });

/** The only record of a kind, and its path. */
function onlyRecord<Kind extends 'incident' | 'article'>(root: string, kind: Kind) {
  const folder = kind === 'incident' ? 'incidents' : 'kb';
  const [path, ...others] = filesBelow(join(root, folder));
  expect(others).toEqual([]);
  const file = `${folder}/${path ?? ''}`;
  const text = readFileSync(join(root, file), 'utf8');
  return { text, ...recordOf(kind, file, text) };
}

describe('new incident', () => {
  it('writes what is known in the first minute, which passes the check', async () => {
    const root = knowledgeBase();
    const options = ['--said', 'nothing happens when I click print', '--said', 'it is slow, too'];
    const more = [
      '--name',
      'Dana Whitfield',
      '--contact',
      'dana@foobar.example',
      '--channel',
      'phone',
    ];
    const { code, stdout } = await incident(root, ...options, ...more, '--severity', 'minor');
    expect(stdout).toMatch(
      /^Wrote incidents\/2026\/2026-11-20-nothing-happens-when-i-click-print\.md\n/,
    );
    expect(code).toBe(0);
    expect(onlyRecord(root, 'incident').fields).toEqual({
      title: 'Nothing happens when I click print',
      status: 'open',
      product: 'portal',
      severity: 'minor',
      opened: '2026-11-20T09:30:00+00:00',
      reporter: { name: 'Dana Whitfield', contact: 'dana@foobar.example', channel: 'phone' },
      symptoms: ['nothing happens when I click print', 'it is slow, too'],
    });
    expect(await runMain(['check', '--max-warnings', '0'], { cwd: root })).toMatchObject({
      code: 0,
    });
  });

  it('never overwrites: the same words again get another name', async () => {
    const root = knowledgeBase();
    for (let n = 0; n < 3; n += 1) expect((await incident(root, '--said', 'Blank')).code).toBe(0);
    expect(filesBelow(join(root, 'incidents'))).toEqual([
      '2026/2026-11-20-blank-2.md',
      '2026/2026-11-20-blank-3.md',
      '2026/2026-11-20-blank.md',
    ]);
  });

  it('opens in the time zone of the configuration', async () => {
    const root = knowledgeBase(`timezone: Pacific/Kiritimati\n${configText}`);
    await incident(root, '--said', 'Blank');
    const { file, fields } = onlyRecord(root, 'incident');
    expect(fields.opened).toBe('2026-11-20T23:30:00+14:00');
    expect(file).toBe('incidents/2026/2026-11-20-blank.md');
  });

  it('works from a folder below, too', async () => {
    const root = knowledgeBase();
    mkdirSync(join(root, 'kb/deep'), { recursive: true });
    expect((await incident(join(root, 'kb/deep'), '--said', 'Blank')).code).toBe(0);
    expect(onlyRecord(root, 'incident').id).toBe('2026-11-20-blank');
  });
});

describe('new article', () => {
  it('writes a draft with its headings, which passes the check', async () => {
    const root = knowledgeBase();
    for (const type of ['solution', 'known_issue', 'how_to', 'reference', 'postmortem']) {
      const options = ['--title', `The page: ${type}`, '--type', type, '--audience', 'internal'];
      const { code, stderr } = await runMain(['new', 'article', ...options], { cwd: root });
      expect([code, stderr]).toEqual([0, '']);
    }
    expect(filesBelow(join(root, 'kb'))).toHaveLength(5);
    const text = readFileSync(join(root, 'kb/the-page-known-issue.md'), 'utf8');
    const { fields } = recordOf('article', 'kb/the-page-known-issue.md', text);
    expect(fields).toMatchObject({ title: 'The page: known_issue', state: 'draft' });
    expect((await runMain(['check'], { cwd: root })).code).toBe(0);
  });
});

describe('whatever is said reads back the same', () => {
  const odd = [
    ...['no', 'YES', 'null', '~', 'true', '0x1F', '1e3', '.inf', '1_000', '12:30:45', '2026-03-14'],
    ...['- a', '? b', ': c', '#d', 'a #b', 'a: b', 'a:', '|', '>', '%a', '@a', '`a`', '{a', '[a'],
    ...['"', "'", '"a" b', "it's", '---', '...', '!!js/function x', '&a', '*a', '<<', '=', '\\'],
    ...['C:\\temp\\new', 'a\nb', '\n a\n\n b \n', ' a ', 'a\tb', 'é ñ 空白 👩‍👩‍👧', 'x'.repeat(5000)],
    ...['<script>alert(1)</script>', '${a} {{b}} %s', '--force', '-C', 'a\r\nb'],
  ];
  const text = fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc
      .array(fc.constantFrom(...odd), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join(' ')),
  );
  /** What a record may not hold is refused; everything else is kept. */
  const isRefused = (value: string) =>
    value.trim() === '' ||
    /\p{Cs}/u.test(value) ||
    (value.match(unprintable) ?? []).some((one) => !/[\n\t]/.test(one));

  it('in every field of an incident', async () => {
    const root = knowledgeBase();
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(text, { minLength: 1, maxLength: 3 }),
        text,
        async (title, said, name) => {
          rmSync(join(root, 'incidents'), { recursive: true, force: true });
          const options = [
            `--title=${title}`,
            ...said.map((one) => `--said=${one}`),
            `--name=${name}`,
          ];
          const { code, stdout, stderr } = await incident(root, ...options);
          const terminal = `${stdout}${stderr}`.replaceAll('\n', '');
          expect(terminal.match(unprintable)).toBeNull();
          if ([title, ...said, name].some(isRefused)) {
            expect([0, 2]).toContain(code);
            if (code === 2) {
              expect(stderr).toMatch(/^fixlore: ./);
              expect(stderr).not.toContain('bug in fixlore');
              expect(filesBelow(join(root, 'incidents'))).toEqual([]);
              return;
            }
          }
          expect([code, stderr]).toEqual([0, '']);
          const record = onlyRecord(root, 'incident');
          const kept = { title, symptoms: said, reporter: { name } };
          expect(record.fields).toMatchObject(kept);
          const header = record.text.split('\n---\n')[0]?.slice(4) ?? '';
          expect(parse(header)).toMatchObject(kept); // as any YAML reader has it
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in the title of an article', async () => {
    const root = knowledgeBase();
    await fc.assert(
      fc.asyncProperty(text, async (title) => {
        rmSync(join(root, 'kb'), { recursive: true, force: true });
        const { code } = await runMain(['new', 'article', `--title=${title}`], { cwd: root });
        if (isRefused(title) && code === 2) return;
        expect(code).toBe(0);
        expect(onlyRecord(root, 'article').fields.title).toBe(title.trim());
      }),
      { numRuns: 100 },
    );
  });
});

describe('where nobody can be asked', () => {
  it.each<[string[], string]>([
    [[], 'New what?'],
    [['incident'], '--said is needed where nobody can be asked'],
    [['incident', '--said', ' '], '--said takes what they said'],
    [
      ['incident', '--said', 'x'],
      '--product is needed where nobody can be asked: one of portal, billing',
    ],
    [['incident', '--said', 'x', '--product', 'x'], '--product takes one of portal, billing'],
    [
      ['incident', '--said', 'x', '--product', 'portal', '--channel', 'fax'],
      '--channel takes one of',
    ],
    [
      ['incident', '--said', 'x', '--product', 'portal', '--severity', 'x'],
      '--severity takes one of',
    ],
    [['incident', 'extra', '--said', 'x'], 'New what?'],
    [['article'], '--title is needed where nobody can be asked'],
    [['article', '--title', 'x', '--product', 'portal', '--type', 'novel'], '--type takes one of'],
    [['poem'], 'New what?'],
  ])('%j ends with exit code 2 and a sentence', async (args, sentence) => {
    const root = knowledgeBase(twoProducts);
    const { code, stdout, stderr } = await runMain(['new', ...args], { cwd: root });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^fixlore: [^\n]+\n$/);
    expect([code, stdout]).toEqual([2, '']);
    expect(filesBelow(root)).toEqual(['fixlore.config.yaml']);
  });

  it('a folder that is no knowledge base is told', async () => {
    const { code, stderr } = await incident(folderWith({}), '--said', 'x');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('has no usable fixlore.config.yaml'),
    ]);
  });

  it('a folder that cannot be written is told', async () => {
    const root = knowledgeBase();
    chmodSync(root, 0o555);
    await asOrdinaryUser(async () => {
      const { code, stderr } = await incident(root, '--said', 'x');
      expect(stderr).toMatch(/^fixlore: .*permission denied/);
      expect(code).toBe(2);
    });
    const blocked = knowledgeBase();
    put(blocked, 'incidents', 'a file');
    const { code, stderr } = await incident(blocked, '--said', 'x');
    expect(stderr).not.toContain('bug in fixlore');
    expect(code).toBe(2);
  });
});

describe('on a terminal', () => {
  // A terminal of its own comes from util-linux; where that is missing the options above remain.
  const script = '/usr/bin/script';
  it('asks the few things known in the first minute', { timeout: 60_000 }, async () => {
    const root = knowledgeBase(twoProducts);
    const bin = join(import.meta.dirname, '..', '..', 'bin', 'fixlore.mjs');
    // Each answer is typed once its question stands there.
    const typist = `
      const { spawn } = require('node:child_process');
      const child = spawn('${script}', ['-qefc', 'stty cols 100 rows 40; "${process.execPath}" "${bin}" new incident', '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const answers = [['own words', 'it says: no #5\\r'], ['Which product', '\\u001b[B\\r'], ['Who is asking', 'Dana\\r'], ['line drops', '\\r']];
      let screen = '';
      child.stdout.on('data', (data) => {
        screen += data;
        if (answers.length > 0 && screen.includes(answers[0][0])) child.stdin.write(answers.shift()[1]);
      });
      child.on('exit', (code) => { process.exitCode = code; child.stdin.end(); });
    `;
    const command = [process.execPath, '-e', typist];
    const { code } = await fixlore([], { cwd: root, command, env: { TERM: 'xterm' } });
    expect(code).toBe(0);
    expect(onlyRecord(root, 'incident').fields).toMatchObject({
      symptoms: ['it says: no #5'],
      product: 'billing',
      reporter: { name: 'Dana' },
    });
  });
});
