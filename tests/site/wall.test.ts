import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { isPublic } from '#model/visibility.ts';
import type { Site } from '#model/site.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { buildSites } from '#site/build.ts';
import { fixlore } from '../fixlore.ts';
import { articleText, resolvedText } from '../records.ts';
import { now } from '../memory-knowledge-base.ts';
import { copySample } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow, textsOf, treeOf } from '../tree.ts';

/* Nothing that was not promoted can change one byte of the public site. Shown on the sample records. */

const suite = suiteFolder();
const sample = join(suite, 'sample');
let site: Site;
let publicTree: Record<string, string>;
/** What only internal records say: no public record, no setting and no template says it, too. */
let secrets: string[];

beforeAll(async () => {
  copySample(sample);
  const reading = await readKnowledgeBase(knowledgeBase(sample, { noCache: true }), {
    depth: 'render',
    now,
  });
  site = reading.site!;
  const empty = copyOfSample('empty');
  for (const name of ['incidents', 'kb']) rmSync(join(empty, name), { recursive: true });
  [publicTree] = await Promise.all([builtPublicly(sample), builtPublicly(empty)]);
  const known = [everyText(textsOf(join(empty, 'dist'))), ...publicSources()].join('\n');
  secrets = internalTexts().filter((text) => !known.includes(text));
});

describe('the public site has the same bytes', () => {
  it('without the folder of the incidents', async () => {
    const root = copyOfSample('without-incidents');
    rmSync(join(root, 'incidents'), { recursive: true });
    // The check reports each source that is gone; what is asked here is what the pages are made from.
    const reading = await readKnowledgeBase(knowledgeBase(root, { noCache: true }), {
      depth: 'render',
      now,
    });
    await buildSites(reading.site!, {
      root,
      outFolder: join(root, 'dist'),
      audiences: ['public'],
      force: true,
      interrupted: new AbortController().signal,
      progress: () => undefined,
    });
    expect(treeOf(join(root, 'dist', 'public'))).toEqual(publicTree);
  });

  it('when every internal record is gone and every internal field', async () => {
    const root = copyOfSample('public-only');
    rmSync(join(root, 'incidents'), { recursive: true });
    for (const article of site.articles) {
      if (isPublic(article)) edit(join(root, article.file), keepOnly(publicFields));
      else rmSync(join(root, article.file));
    }
    edit(join(root, 'fixlore.config.yaml'), keepOnly(publicSettings));
    expect(await builtPublicly(root)).toEqual(publicTree);
  });

  it('when internal records are added and all others say something else', async () => {
    const root = copyOfSample('edited');
    for (const { file } of [...site.incidents, ...site.articles.filter((one) => !isPublic(one))]) {
      edit(join(root, file), (header) => {
        header['title'] = 'Canary in a title';
        if ('symptoms' in header) header['symptoms'] = ['Canary in a quote'];
        if ('severity' in header) header['severity'] = 'critical';
        delete header['tags'];
      });
      const text = readFileSync(join(root, file), 'utf8');
      writeFileSync(join(root, file), `${text}\nCanary in a body.\n`);
    }
    for (const article of site.articles.filter(isPublic)) {
      edit(join(root, article.file), (header) => {
        header['owner'] = 'Canary in a field';
        header['source_digest'] = 'abcdef';
        delete header['review_every'];
      });
    }
    put(root, 'incidents/0000-first.md', resolvedText({ product: 'accounts', title: 'A canary' }));
    const draft = { product: 'accounts', title: 'A canary', state: 'draft' };
    put(root, 'kb/aaa/canary.md', articleText(draft, '[x](../../incidents/0000-first.md)'));
    put(root, 'kb/claims-portal/submit-button/canary.png', 'not shown anywhere');
    edit(join(root, 'fixlore.config.yaml'), (config) => {
      config['internal'] = { words: ['Zanzibar'] };
      config['name'] = { ...(config['name'] as object), internal: 'Canary logbook' };
    });
    expect(await builtPublicly(root)).toEqual(publicTree);
  });

  it('after it was built together with the internal one, whose traces are in no public cache', async () => {
    const root = copyOfSample('together');
    await built(root, ['build']);
    expect(treeOf(join(root, 'dist', 'public'))).toEqual(publicTree);
    const caches = textsOf(join(root, '.fixlore', 'sites'));
    const own = [...caches].filter(([path]) => path.startsWith('public-'));
    expect(own.length).toBeGreaterThan(10);
    const texts = own.map(([, text]) => text).join('\n');
    expect(secrets.filter((text) => texts.includes(text))).toEqual([]);
  });
});

describe('what is internal occurs nowhere in the public site', () => {
  it('neither a field, nor a line of a body, nor a path', async () => {
    expect(secrets.length).toBeGreaterThan(500);
    for (const { fields, id } of site.incidents) {
      const { reporter, tickets = [] } = fields;
      for (const text of [id, reporter?.name, reporter?.contact, ...tickets]) {
        if (text) expect(secrets).toContain(text);
      }
    }
    const output = everyText(textsOf(join(sample, 'dist', 'public')));
    expect(secrets.filter((text) => output.includes(text))).toEqual([]);
  });

  it('no page of a record that was withdrawn stays in the index', async () => {
    const root = copyOfSample('withdrawn');
    const [article] = site.articles.filter(isPublic);
    put(
      root,
      'kb/canary.md',
      articleText({ ...article!.fields, title: 'Zanzibarcanary', aliases: [] }),
    );
    await built(root, ['build', '--audience', 'public']);
    const output = join(root, 'dist', 'public');
    expect(everyText(textsOf(output)).toLowerCase()).toContain('zanzibarcanary');
    rmSync(join(root, 'kb/canary.md'));
    await built(root, ['build', '--audience', 'public']);
    expect(everyText(textsOf(output)).toLowerCase()).not.toContain('zanzibarcanary');
    expect(treeOf(output)).toEqual(publicTree);
  });
});

const publicFields = [
  ...['title', 'type', 'audience', 'state', 'product', 'component', 'versions', 'symptoms'],
  ...['errors', 'who', 'issue', 'reviewed', 'reviewed_with', 'pinned', 'aliases'],
];

const publicSettings = [
  ...['organization', 'name', 'base_url', 'timezone', 'language', 'products', 'contact', 'theme'],
  'feedback',
];

/** Fields of a public article that are never published, as they are written in the samples. */
const internalLines = /^(?:sources:\n(?: {2}- .*\n)+|owner: .*\n|source_digest: .*\n)/gm;

type Header = Record<string, unknown>;

function keepOnly(names: string[]): (header: Header) => void {
  return (header) => {
    for (const name of Object.keys(header)) if (!names.includes(name)) delete header[name];
  };
}

/** Edits the header of a record, or a configuration, and leaves everything else as it is. */
function edit(file: string, change: (header: Header) => void): void {
  const text = readFileSync(file, 'utf8');
  const parts = /^---\n([^]*?\n)---\n([^]*)$/.exec(text);
  const document = parseDocument(parts?.[1] ?? text, { schema: 'failsafe' });
  const header = document.toJS() as Header;
  change(header);
  document.contents = document.createNode(header) as unknown as typeof document.contents;
  const edited = document.toString({ lineWidth: 0 });
  writeFileSync(file, parts ? `---\n${edited}---\n${parts[2] ?? ''}` : edited);
}

function publicSources(): string[] {
  const records = [...site.articles.filter(isPublic), ...site.intakes];
  return [...records.map(({ file }) => file), 'fixlore.config.yaml'].map((file) =>
    readFileSync(join(sample, file), 'utf8').replaceAll(internalLines, ''),
  );
}

/** Every text of internal records that is long enough to mean something, and their names. */
function internalTexts(): string[] {
  const hidden = site.articles.filter((article) => !isPublic(article));
  const records = [...site.incidents, ...hidden];
  const bodies = records.flatMap(({ file }) => {
    const body = readFileSync(join(sample, file), 'utf8').split('\n---\n').slice(1).join('\n');
    return body.split('\n').map((line) => line.trim());
  });
  const evidence = filesBelow(join(sample, 'incidents'));
  const owned = site.articles.flatMap(({ fields }) => [fields.owner, fields.source_digest]);
  const texts = [
    ...records.flatMap(({ id, fields }) => [id, ...leaves(fields)]),
    ...owned.filter((text) => text !== undefined),
    ...bodies,
    ...evidence,
  ];
  return [...new Set(texts)].filter((text) => text.length >= 6);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
}

/** All of a site in one text, as it is and as a reader sees it; file names, too. */
function everyText(texts: Map<string, string>): string {
  const all = [...texts].flat().join('\n');
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const seen = all.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
  return `${all}\n${seen}`;
}

function copyOfSample(name: string): string {
  const root = join(suite, name);
  copySample(root);
  return root;
}

async function builtPublicly(root: string): Promise<Record<string, string>> {
  await built(root, ['build', '--audience', 'public']);
  return treeOf(join(root, 'dist', 'public'));
}

async function built(root: string, args: string[]): Promise<void> {
  const { code, stderr } = await fixlore(args, { cwd: root });
  expect(code, stderr).toBe(0);
}
