import { describe, expect, it } from 'vitest';
import { called } from './command-line.ts';
import { configText, incidentText, resolvedText } from './records.ts';
import { folderWith } from './temporary-folder.ts';

/* What a record must survive, from the file on the disk to the exit code. A clear error, nothing lost. */

const open = incidentText();
const withField = (line: string) => open.replace('status: open', `${line}\nstatus: open`);

describe('gets an error at its line, and all of them in one run', () => {
  const cases: Record<string, [text: string | Uint8Array, expected: string]> = {
    'javascript-front-matter': ['---js\nprocess.exit(3)\n---\n', '1: fence-missing'],
    'toml-front-matter': ['+++\ntitle = "x"\n+++\n', '1: fence-missing'],
    'json-front-matter': ['{ "title": "x" }\n', '1: fence-missing'],
    'fence-with-space': [open.replace('---\n', '--- \n'), '1: fence-missing'],
    'fence-with-suffix': [open.replace(/---\n$/, '---foo\n'), '8: fence-unclosed'],
    'fence-in-a-block': [
      open.replace(/---\n$/, 'goal: |\n---\nreporter:\n  name: Dana\n---\n'),
      '9: fence-inside',
    ],
    'unterminated-header': [open.replace(/---\n$/, ''), '1: fence-unclosed'],
    empty: ['', '1: file-empty'],
    'carriage-returns-only': [open.replaceAll('\n', '\r'), '1: file-line-ends'],
    'utf-16': [Buffer.from(`\ufeff${open}`, 'utf16le'), '1: file-encoding'],
    'invalid-utf-8': [Buffer.concat([Buffer.from(open), Buffer.from([0xff])]), '9: file-encoding'],
    'null-byte': [`${open}\n\0`, '10: file-control-character'],
    binary: [Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '1: file-encoding'],
    'duplicate-keys': [withField('status: open'), '4: yaml-duplicate-key'],
    anchors: [withField('goal: &a x'), '3: yaml-feature'],
    tags: [withField('goal: !!python/object x'), '3: yaml-feature'],
    proto: [withField('__proto__: x'), '3: yaml-feature'],
    'thirtieth-of-february': [incidentText({ opened: '2026-02-30' }), '5: impossible-date'],
    'large-header': [withField(`goal: ${'x'.repeat(65_536)}`), '1: header-too-large'],
    'large-body': [`${open}${'x'.repeat(1_048_577)}`, '9: file-too-large'],
    'deep-header': [withField(`goal: ${'['.repeat(5000)}${']'.repeat(5000)}`), '3: yaml-syntax'],
    'deep-body': [`${open}\n${'>'.repeat(5000)} x`, '10: body-too-deep'],
    'javascript-link': [`${open}\n[a](javascript:alert(1))`, '10: unsafe-link'],
    'image-from-outside': [`${open}\n![a](https://a.example/b.png)`, '10: remote-image'],
    'link-out-of-the-root': [`${open}\n[a](../../../etc/passwd)`, '10: unsafe-link'],
  };

  it('of one command, without a stack trace', async () => {
    const files = Object.entries(cases).map(([name, [text]]) => [`incidents/${name}.md`, text]);
    const folder = folderWith({ 'fixlore.config.yaml': configText, ...Object.fromEntries(files) });
    const { code, stdout, stderr } = await called(['check', '--format', 'json'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { records, diagnostics } = JSON.parse(stdout) as Json;
    expect(records).toBe(files.length);
    const found = diagnostics.map(({ file, line, code: rule }) => [
      file,
      `${String(line)}: ${rule}`,
    ]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(cases).map(([name, [, expected]]) => [`incidents/${name}.md`, expected]),
      ),
    );
    expect(found).toHaveLength(files.length);
  });

  it.each(Object.entries(cases))('%s', async (name, [text, expected]) => {
    const [line, rule] = expected.split(': ');
    const folder = folderWith({
      'fixlore.config.yaml': configText,
      [`incidents/${name}.md`]: text,
      'incidents/other.md': open,
    });
    const { code, stdout } = await called(['check'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain(`incidents/${name}.md:${line!}:`);
    expect(stdout).toContain(rule);
    expect(stdout).toMatch(/→ \S/);
    expect(stdout).not.toMatch(/\n\s+at .*\.[jt]s/);
    expect(stdout).toContain('2 records checked: 1 error.');
  });
});

describe('is fine', () => {
  it.each([
    ['a byte order mark and CRLF', `\ufeff${open.replaceAll('\n', '\r\n')}`],
    ['a --- that is indented', withField('goal: |\n  a\n  ---\n  b')],
    ['a --- in the body', `${open}\nOne\n\n---\n\nTwo`],
    ['an ampersand, a star and an exclamation mark in a text', withField('goal: a & b * c !')],
    ['the largest body', `${open}${'x '.repeat(524_288)}`],
    ['nested like a person nests', resolvedText({}, '> - a\n>   - b\n>     1. c')],
  ])('%s', async (_, text) => {
    const folder = folderWith({ 'fixlore.config.yaml': configText, 'incidents/a.md': text });
    expect(await called(['check'], { cwd: folder })).toEqual({
      code: 0,
      stdout: '1 record checked, no problems.\n',
      stderr: '',
    });
  });

  it('raw HTML and <user>@<host>, which are noted and stay visible', async () => {
    const text = incidentText({}, 'Log in as <user>@<host>.');
    const folder = folderWith({ 'fixlore.config.yaml': configText, 'incidents/a.md': text });
    const { code, stdout } = await called(['check'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('HTML is shown as text');
  });
});

interface Json {
  records: number;
  diagnostics: { file: string; line: number; code: string }[];
}
