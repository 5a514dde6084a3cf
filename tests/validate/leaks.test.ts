import { describe, expect, it } from 'vitest';
import { called } from '../command-line.ts';
import { checked } from '../memory-knowledge-base.ts';
import { articleText as anyArticle, configText, incidentText, intakeText } from '../records.ts';
import { folderWith } from '../temporary-folder.ts';

const leaky = 'Ask dana@foobar-insurance.com.';
const allow = (parts: Record<string, string>) => ({
  allow: [{ rule: 'leaked-email', because: 'She answers everybody.', ...parts }],
});

/** What is found in an article, as "severity code". */
/** One that needs no steps. */
const articleText: typeof anyArticle = (fields, body) =>
  anyArticle({ type: 'reference', ...fields }, body);

async function found(fields: Parameters<typeof articleText>[0], body = leaky): Promise<string[]> {
  const diagnostics = await checked({ 'kb/a.md': articleText(fields, body) });
  return diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

describe('leaks are looked for in what is for the public', () => {
  it.each<[string, Parameters<typeof articleText>[0], string[]]>([
    ['published', {}, ['error leaked-email']],
    ['archived', { state: 'archived' }, ['error leaked-email']],
    ['not published yet', { state: 'draft' }, ['warning leaked-email']],
    ['imported', { imported: { from: 'markdown', id: 'a' } }, ['warning leaked-email']],
    ['internal', { audience: 'internal' }, []],
  ])('an article that is %s', async (_, fields, expected) => {
    expect(await found(fields)).toEqual(expected);
  });

  it('in every field that is published, in the name of the file, and in intakes', async () => {
    const article = articleText({
      title: leaky,
      symptoms: ['a', 'ask kim@foobar.org'],
      owner: 'lee@foobar.org',
    });
    const intake = intakeText({
      next: [{ what: 'sam@foobar.org writes' }],
      send: { email: 'box@foobar.org' },
    });
    const text = {
      'kb/10-curlew-networks.md': articleText(),
      'kb/a.md': article,
      'kb/intake/portal.md': intake,
    };
    const config = `${configText}internal:\n  words: [Curlew Networks]\n`;
    const diagnostics = await checked({ ...text, 'fixlore.config.yaml': config });
    expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'kb/10-curlew-networks.md:1 leaked-word',
      'kb/a.md:2 leaked-email',
      'kb/a.md:9 leaked-email',
      'kb/intake/portal.md:10 leaked-email',
    ]);
  });

  it('in text files that an article offers', async () => {
    const folder = folderWith({
      'fixlore.config.yaml': configText,
      'kb/a.md': articleText({}, '[the log](a/server.log)'),
      'kb/a/server.log': 'started\nlogin dana@foobar-insurance.com\n',
      'kb/a/other.log': 'kim@foobar-insurance.com\n',
    });
    const { stdout, code } = await called(['check', '--no-cache', '--format', 'json'], {
      cwd: folder,
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; line: number }[] };
    expect(diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual(['kb/a/server.log:2']);
    expect(code).toBe(1);
  });

  it('in the configuration and its style sheet, and in the paths of what is offered', async () => {
    const folder = folderWith({
      'fixlore.config.yaml': `${configText}internal: { words: [Curlew], hosts: [int.acme.example] }
base_url: { public: https://help.int.acme.example }
contact: { url: https://tickets.int.acme.example/new, email: help@int.acme.example }
theme: { css: own.css }
`,
      'own.css': 'a {}\n/* curlew */\n',
      'kb/a.md': articleText({}, '![x](curlew/a.png)'),
      'kb/curlew/b.md': articleText({ title: 'Another' }, '![x](b.png)'),
      'kb/curlew/a.png': '',
      'kb/curlew/b.png': '',
    });
    const { stdout } = await called(['check', '--no-cache', '--format', 'json'], { cwd: folder });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] };
    expect(diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      ...[8, 9, 9].map((line) => `fixlore.config.yaml:${line} leaked-host`),
      'kb/a.md:9 leaked-word',
      'kb/curlew/a.png:1 leaked-word',
      'kb/curlew/b.png:1 leaked-word',
      'own.css:2 leaked-word',
    ]);
  });

  it('of one article alone against its sources', async () => {
    const folder = folderWith({
      'fixlore.config.yaml': configText,
      'kb/a.md': articleText({ sources: ['b'] }, 'Whitfield saw it.'),
      'incidents/b.md': incidentText({ reporter: { name: 'Dana Whitfield' } }),
    });
    const { stdout } = await called(['check', '--no-cache', 'kb/a.md'], { cwd: folder });
    expect(stdout).toContain('leaked-source');
  });
});

describe('`allow` lets pass', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['all that the rule finds', {}, []],
    ['a text, in any case', { text: 'Dana@Foobar-Insurance.com' }, []],
    ['every mailbox of a domain', { text: '@foobar-insurance.com' }, []],
    [
      'nothing else',
      { text: 'kim@foobar-insurance.com' },
      ['info allow-unused', 'error leaked-email'],
    ],
    [
      'nothing of another rule',
      { rule: 'leaked-phone' },
      ['info allow-unused', 'error leaked-email'],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await found(allow(parts))).toEqual(expected);
  });

  it('the same in all files, if the configuration says so, and the contacts it publishes', async () => {
    const config = `${configText}contact:\n  phone: +43 1 884 43 22\nallow:\n  - rule: leaked-email\n    because: Known\n`;
    const body = `${leaky} Call +43 (0)1 8844322.`;
    const files = { 'fixlore.config.yaml': config, 'kb/a.md': articleText({}, body) };
    expect(await checked(files)).toEqual([]);
  });

  it('nothing without a reason', async () => {
    const article = articleText({ allow: [{ rule: 'leaked-email' }] }, leaky);
    const [missing] = await checked({ 'kb/a.md': article });
    expect(missing).toMatchObject({ code: 'missing-field', severity: 'error' });
  });
});

it.each(['pretty', 'json', 'github', 'sarif'])(
  '%s shows no finding, nor its line',
  async (format) => {
    const secret = 'hunter2hunter3';
    const folder = folderWith({
      'fixlore.config.yaml': configText,
      'kb/a.md': articleText(
        { title: `The password is ${secret}` },
        `Password: ${secret} <b>and</b> [nothing](gone.md)\n`,
      ),
    });
    const { stdout } = await called(['check', '--no-cache', '--format', format], { cwd: folder });
    expect(stdout).toContain('leaked-secret');
    expect(stdout).toContain('broken-link');
    expect(stdout).not.toContain(secret.slice(0, 4));
  },
);
