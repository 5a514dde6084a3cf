import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { certificateText, isProven, type Certificate } from '#report/certificate.ts';
import { fixlore } from '../fixlore.ts';
import { incidentText } from '../records.ts';
import { writeSmall } from '../small-knowledge-base.ts';
import { folderIn, suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { treeOf } from '../tree.ts';

const suite = suiteFolder();

describe('fixlore prove', { timeout: 300_000 }, () => {
  it('proves a knowledge base of a user, and changes nothing in it', async () => {
    const root = folderIn(suite, 'proven');
    writeSmall(root);
    const before = treeOf(root);
    const { code, stdout, stderr } = await fixlore(['prove', '--variants', '10', '--json'], {
      cwd: root,
    });
    expect(code, stderr).toBe(0);
    const certificate = JSON.parse(stdout) as Certificate;
    expect(certificate).toMatchObject({
      records: { public: 3, internal: 3 },
      variants: 10,
      builds: { built: 4, tree: expect.stringMatching(/^[0-9a-f]{64}$/) },
      closedWorld: { strangers: [] },
    });
    expect(certificate.builds).not.toHaveProperty('found');
    expect(certificate.closedWorld!.texts).toBeGreaterThan(500);
    if (certificate.separation) {
      const { internal, opened, openedElsewhere } = certificate.separation;
      expect(internal).toEqual([]);
      expect(opened).toBeGreaterThan(100);
      expect(openedElsewhere).toBeGreaterThan(2);
    }
    const after = Object.entries(treeOf(root)).filter(([path]) => !path.startsWith('.fixlore/'));
    expect(Object.fromEntries(after)).toEqual(before);
  });

  it('fails for a build that counts what is internal, and says which file differs', async () => {
    const root = folderIn(suite, 'leaky');
    writeSmall(root);
    const leak = join(suite, 'count-incidents.mjs');
    writeFileSync(leak, countsIncidents);
    const { code, stdout } = await fixlore(['prove', '--variants', '1'], {
      cwd: root,
      env: { NODE_OPTIONS: `--import=${pathToFileURL(leak).href}` },
    });
    expect(stdout).toContain('NOT PROVEN');
    expect(stdout).toMatch(/whole builds +build 2 differs: another path/);
    expect(stdout).toMatch(/differ +robots\.txt\n/);
    expect(code).toBe(1);
  });

  it('asks for records without errors, and for no path', async () => {
    const root = folderIn(suite, 'broken');
    writeSmall(root);
    put(root, 'incidents/broken.md', incidentText({ status: 'closed' }));
    expect(await fixlore(['prove'], { cwd: root })).toMatchObject({ code: 1, stdout: '' });
    mkdirSync(join(root, 'kb'), { recursive: true });
    expect((await fixlore(['prove', 'kb'], { cwd: root })).code).toBe(2);
  });
});

/** A leak at the very end of a build: its robots.txt counts the incidents. */
const countsIncidents = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { writeFileSync, readdirSync } = fs;
fs.writeFileSync = (path, content, ...rest) => {
  const root = process.argv[process.argv.indexOf('-C') + 1];
  const isLeak = String(path).endsWith('robots.txt') && fs.existsSync(root + '/kb');
  const count = isLeak && fs.existsSync(root + '/incidents')
    ? readdirSync(root + '/incidents', { recursive: true }).length : 0;
  return writeFileSync(path, isLeak ? content + '# ' + count + '\\n' : content, ...rest);
};
syncBuiltinESMExports();
`;

describe('a certificate', () => {
  const proven: Certificate = {
    site: 'Help',
    records: { public: 2, internal: 5 },
    variants: 50,
    projection: 'abc',
    builds: { built: 4, tree: 'def' },
    closedWorld: { files: 9, texts: 99, strangers: [] },
    separation: { opened: 100, internal: [], openedElsewhere: 5 },
  };

  it('says what was tried', () => {
    expect(isProven(proven)).toBe(true);
    expect(certificateText(proven))
      .toBe(`Help: Nothing that is not promoted changes the public site.

  records           2 public, 5 internal
  non-interference  50 variants through page models and index documents: one output
  projection        sha256 abc
  whole builds      4 in other folders, zones, languages, at other times: one tree
  public tree       sha256 def
  closed world      99 texts of 9 files: all from public records or templates
  separation        100 files opened by the public renderer: none of incidents/
`);
  });

  it.each<[string, Partial<Certificate>]>([
    [
      'variant 7 differs in: index',
      { interference: { variant: 7, changes: ['x'], differs: ['index'] } },
    ],
    [
      'build 2 differs: elsewhere',
      { builds: { built: 2, tree: 'd', found: { words: 'elsewhere', changes: [], paths: ['a'] } } },
    ],
    [
      '1 words from elsewhere',
      { closedWorld: { files: 1, texts: 1, strangers: [{ file: 'a', where: 'text', word: 'b' }] } },
    ],
    [
      'opened internal files',
      { separation: { opened: 1, internal: ['incidents/a.md'], openedElsewhere: 1 } },
    ],
  ])('is none if %s', (text, parts) => {
    const certificate = { ...proven, ...parts };
    expect(isProven(certificate)).toBe(false);
    expect(certificateText(certificate)).toContain('NOT PROVEN');
    expect(certificateText(certificate)).toContain(text);
  });
});
