import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findability } from '#findability/index.ts';
import { phrasesOf } from '#findability/phrases.ts';
import type { Findings } from '#io/findings-file.ts';
import type { Audience } from '#schema/article.ts';
import { memoryKnowledgeBase } from '../memory-knowledge-base.ts';
import { articleText, resolvedText } from '../records.ts';
import { endIndexerAfterwards } from '../search/built-index.ts';
import { siteOf, writeIndexOf } from '../search/site-index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

endIndexerAfterwards();

/** Three pages say "the tray is stuck" shorter than a fourth, so that it cannot be found by that. */
const files: Record<string, string> = {
  ...Object.fromEntries(
    ['one', 'two', 'three'].map((name) => [
      `kb/tray-${name}.md`,
      articleText({ title: 'The tray is stuck', symptoms: ['the tray is stuck'] }),
    ]),
  ),
  'kb/label-printer.md': articleText({
    title: 'Labels come out crooked after the roll was changed',
    symptoms: ['labels are crooked', 'the tray is stuck'],
    errors: ['E-2207'],
  }),
  'kb/password.md': articleText({
    title: 'Forgotten password',
    symptoms: ['I forgot my password'],
    audience: 'internal',
  }),
};

let folder: string;
let memory: string;

beforeEach(() => {
  folder = temporaryFolder();
  memory = join(folder, '..', 'memory', 'findability.json');
});

/** Builds the index and asks it; what is not found, as "file:line". */
async function missed(
  records: Record<string, string>,
  { audience = 'public', force = false }: { audience?: Audience; force?: boolean } = {},
) {
  const site = await siteOf(memoryKnowledgeBase(records));
  await writeIndexOf(site, audience, folder);
  const told: number[] = [];
  const diagnostics = await findability(site, audience, {
    ...{ siteFolder: folder, memory, force },
    progress: (done) => told.push(done),
  });
  return { diagnostics, places: diagnostics.map(({ file, line }) => `${file}:${line}`), told };
}

const remembered = () => JSON.parse(readFileSync(memory, 'utf8')) as Findings;

/** What is remembered is changed, so that what is asked again can be told from what is not. */
function pretend(change: (missed: Findings['missed']) => void): void {
  const findings = remembered();
  change(findings.missed);
  writeFileSync(memory, JSON.stringify(findings));
}

describe('phrases', () => {
  it('are the symptoms and errors of what the index holds', async () => {
    const site = await siteOf(
      memoryKnowledgeBase({
        ...files,
        'kb/old.md': articleText({ title: 'Old', symptoms: ['old words'], state: 'archived' }),
      }),
    );
    const texts = (audience: Audience) => phrasesOf(site, audience).map(({ text }) => text);
    expect(texts('public')).toHaveLength(6);
    expect(texts('public')).toContain('E-2207');
    expect(texts('internal')).toContain('I forgot my password');
    expect([...texts('public'), ...texts('internal')]).not.toContain('old words');
  });

  it('of an incident may find what was made from it, or what it is a duplicate of', async () => {
    const site = await siteOf(
      memoryKnowledgeBase({
        'incidents/first.md': resolvedText(),
        'incidents/again.md': resolvedText({
          attempts: undefined,
          fix: undefined,
          resolution: 'duplicate',
          duplicate_of: 'first',
        }),
        'kb/made.md': articleText({ sources: ['first'] }),
      }),
    );
    const wanted = phrasesOf(site, 'internal').map(({ wanted }) => [...wanted].sort());
    expect(wanted).toContainEqual(['article made', 'incident first']);
    expect(wanted).toContainEqual(['incident again', 'incident first']);
  });
});

describe('what is not among the first three', () => {
  it('is told at its place, with what came first', async () => {
    const { diagnostics, places, told } = await missed(files);
    expect(places).toEqual(['kb/label-printer.md:9']);
    expect(diagnostics[0]?.code).toBe('unfindable');
    expect(diagnostics[0]?.message).toMatch(
      /^Who searches for “the tray is stuck” .* article tray-\w+ comes first\.$/,
    );
    expect(told[0]).toBe(0);
  });

  it('is told of the index of each audience', async () => {
    expect((await missed(files, { audience: 'internal' })).places).toEqual([
      'kb/label-printer.md:9',
    ]);
  });

  it('is nothing without phrases', async () => {
    expect((await missed({ 'kb/a.md': articleText() })).places).toEqual([]);
    expect(existsSync(memory)).toBe(false);
  });
});

describe('asked again', () => {
  const forget = (missed: Findings['missed']) => {
    for (const name of Object.keys(missed)) delete missed[name];
  };

  it('is nothing where nothing has changed', async () => {
    await missed(files);
    pretend(forget);
    expect((await missed(files)).places).toEqual([]);
  });

  it('is everything if it must be', async () => {
    await missed(files);
    pretend(forget);
    expect((await missed(files, { force: true })).places).toEqual(['kb/label-printer.md:9']);
  });

  it('is what a changed page has the words of, and no more', async () => {
    await missed(files);
    const labels = ['kb/label-printer.md', 'symptoms', 0, 'labels are crooked'].join('\0');
    pretend((all) => {
      forget(all);
      all[labels] = [];
    });
    const body = '## Steps\n\n1. Pull the tray, which is stuck.\n\n   You should see: it moves.\n';
    const changed = articleText(
      { title: 'The tray is stuck', symptoms: ['the tray is stuck'] },
      body,
    );
    const { places } = await missed({ ...files, 'kb/tray-one.md': changed });
    // "labels are crooked" was pretended to be missed and is not asked; the tray was forgotten and is.
    expect(places).toEqual(['kb/label-printer.md:8', 'kb/label-printer.md:9']);
  });

  it('is what was missed because of a page that is gone', async () => {
    await missed(files);
    const { 'kb/tray-one.md': _one, 'kb/tray-two.md': _two, ...rest } = files;
    expect((await missed(rest)).places).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['damaged', () => writeFileSync(memory, '{')],
    ['empty', () => writeFileSync(memory, '')],
    ['no object', () => writeFileSync(memory, 'null')],
    ['something else', () => writeFileSync(memory, '{"key":1}')],
    ['half', () => writeFileSync(memory, JSON.stringify({ ...remembered(), missed: null }))],
    ['gone', () => rmSync(memory)],
    [
      'of other settings',
      () => writeFileSync(memory, JSON.stringify({ ...remembered(), key: '' })),
    ],
  ])('is everything if what is remembered is %s', async (_, damage) => {
    await missed(files);
    pretend(forget);
    damage();
    expect((await missed(files)).places).toEqual(['kb/label-printer.md:9']);
  });
});
