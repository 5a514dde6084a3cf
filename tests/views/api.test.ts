import Ajv from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledgeBase } from '#io/knowledge-base.ts';
import type { Site } from '#model/site.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { apiData, apiNames, apiSchema, type ApiName } from '#views/internal/api/index.ts';
import { hostile, writeHostile } from '../browser/hostile-knowledge-base.ts';
import { attempt, siteOf } from '../incident-of.ts';
import { now } from '../memory-knowledge-base.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';
import { copySample, writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const repository = join(import.meta.dirname, '..', '..');

/** What others read, that is, after a way through text. */
function file(site: Site, name: ApiName): Record<string, unknown> {
  return JSON.parse(JSON.stringify(apiData(site, name))) as Record<string, unknown>;
}

function items(site: Site, name: ApiName): Record<string, unknown>[] {
  return file(site, name)[name.replaceAll('-', '_')] as Record<string, unknown>[];
}

describe.each(apiNames)('the schema of %s', (name) => {
  it('is committed as it is generated', () => {
    const committed = readFileSync(join(repository, `schemas/api/${name}.schema.json`), 'utf8');
    expect(committed).toBe(`${JSON.stringify(apiSchema(name), null, 2)}\n`);
  });

  it('says of every field what it is, and of which type', () => {
    const all = propertiesIn(apiSchema(name));
    expect(all.length).toBeGreaterThan(4);
    for (const { path, node } of all) {
      expect(node.description, path).toMatch(/\S.*\.$/);
      expect(node.type ?? node.anyOf ?? node.oneOf, path).toBeDefined();
    }
    expect(JSON.stringify(all)).not.toMatch(/"(scalar|expected|advice|shape)":"/);
  });
});

describe.each([
  ['the sample', copySample],
  ['a small knowledge base', writeSmall],
  ['a hostile knowledge base', writeHostile],
])('%s', (_, fill) => {
  let site: Site;
  const root = join(suiteFolder(), 'kb');
  beforeAll(async () => {
    fill(root);
    const source = knowledgeBase(root, { noCache: true });
    site = (await readKnowledgeBase(source, { depth: 'check', now })).site!;
  });

  it.each(apiNames)('keeps to the schema of %s', (name) => {
    expect(complaints(name, file(site, name))).toEqual([]);
  });

  it('tells the version, the day and the schema in each file, whatever the second', () => {
    for (const name of apiNames) {
      const head = { $schema: `${name}.schema.json`, version: 1, as_of: '2026-06-01' };
      expect(file(site, name)).toMatchObject(head);
      expect(file({ ...site, now: now + 999 }, name)).toEqual(file(site, name));
    }
  });
});

it('an empty knowledge base has every list, and nothing in it', () => {
  for (const name of apiNames) {
    expect(items(siteOf([]), name)).toEqual([]);
    expect(complaints(name, file(siteOf([]), name))).toEqual([]);
  }
});

it('a schema refuses what is not in it, what is missing, and another version', () => {
  const good = file(siteOf([['a', {}]]), 'incidents');
  const [incident] = good['incidents'] as Record<string, unknown>[];
  const { title: _, ...untitled } = incident!;
  expect(complaints('incidents', { ...good, version: 2 })).toEqual(['/version const']);
  expect(complaints('incidents', { ...good, incidents: [untitled] })).toEqual([
    '/incidents/0 required',
  ]);
  expect(complaints('incidents', { ...good, incidents: [{ ...incident, body: '' }] })).toEqual([
    '/incidents/0 additionalProperties',
  ]);
});

describe('incidents', () => {
  const fields: WritableFields = {
    status: 'resolved',
    opened: '2026-03-14T09:00:00Z',
    mitigated: '2026-03-14T09:30:00Z',
    resolved: '2026-03-14T11:00:00Z',
    effort: '1h35m',
    attempts: [attempt('no_effect', 'left_in_place'), attempt('fixed', 'no_change')],
    fix: { customer_solvable: true, isolated: false },
    environment: { browser: hostile('Browser') },
  };
  const [given, duplicate] = items(
    siteOf([
      ['a', fields],
      ['b', { ...fields, opened: '2026-03-13T09:00:00Z', duplicate_of: 'a' }],
    ]),
    'incidents',
  );

  it('are told as they were written, under the names of their fields', () => {
    expect(given).toMatchObject({ id: 'a', url: '/incidents/a/', file: 'incidents/a.md' });
    expect(given).toMatchObject({ ...fields, effort: '1h35m' });
    expect(duplicate).toMatchObject({ id: 'b', duplicate_of: 'a' });
    expect(given).not.toHaveProperty('body');
  });

  it('have what is derived from each beside it', () => {
    expect(given).toMatchObject({
      duplicates: ['b'],
      articles: [],
      proof: { kind: 'may_also_need', fix: 1, attempts: [0] },
      confidence: { level: 'medium', reasons: ['may_need_more', 'not_verified'] },
      timeline: [
        { kind: 'opened', at: '2026-03-14T09:00:00Z' },
        { kind: 'mitigated', at: '2026-03-14T09:30:00Z' },
        { kind: 'resolved', at: '2026-03-14T11:00:00Z' },
      ],
      minutes_to_mitigate: 30,
      minutes_to_resolve: 120,
      effort_minutes: 95,
    });
  });
});

describe('lists of what is derived from all', () => {
  const said = ['The upload stops at 99 percent'];
  const fixed = (action: string) => [{ action, outcome: 'fixed', afterwards: 'no_change' }];
  const over = { status: 'resolved', resolved: '2026-05-20', cause: 'A disk', side: 'ours' };
  const site = siteOf(
    [
      [
        '2026-05-01-a',
        {
          ...over,
          symptoms: said,
          errors: ['E-17'],
          component: 'login',
          tickets: ['ZD-1'],
          attempts: [
            attempt('no_effect', 'left_in_place', { at: '2026-05-22' }),
            ...fixed('Raised the limit of the proxy'),
          ],
          fix: { customer_solvable: true },
          unlike: [{ incident: '2026-05-02-b', tell_apart: 'The bar stays blue' }],
          effort: '2h',
          manual_steps: [{ what: 'Copied it', minutes: '4' }, { what: 'Pasted it' }],
          promises: [{ to: 'Dana', what: 'A call', due: '2026-05-10', kept: '2026-05-11' }],
        },
      ],
      [
        '2026-05-02-b',
        {
          ...over,
          symptoms: said,
          errors: ['E-17'],
          component: 'login',
          attempts: fixed('Emptied a full volume'),
          fix: { customer_solvable: false },
        },
      ],
      [
        '2026-05-03-c',
        {
          title: 'Printer is dark',
          symptoms: ['Nothing prints'],
          handoffs: [{ to: 'Vendor', ref: 'V-1', sent: '2026-05-03', due: '2026-05-09' }],
        },
      ],
      ['2026-05-04-d', { ...over, duplicate_of: '2026-05-01-a', tickets: ['ZD-2'] }],
    ],
    [recordOf('article', 'kb/scan.md', articleText({ title: 'Scan a letter', versions: ['9'] }))],
  );
  const a = { incident: '2026-05-01-a', url: '/incidents/2026-05-01-a/' };
  const c = { incident: '2026-05-03-c', url: '/incidents/2026-05-03-c/' };

  const expected: Partial<Record<ApiName, unknown[]>> = {
    articles: [{ id: 'scan', url: '/articles/scan/', versions: ['9'], is_review_due: true }],
    leftovers: [
      {
        incident: '2026-05-01-a',
        url: '/incidents/2026-05-01-a/#attempt-1',
        attempt: 0,
        action: 'Tried no_effect',
        product: 'portal',
        component: 'login',
        since: '2026-05-22',
        age_days: 10,
        can_be_retired: false,
      },
    ],
    promises: [
      {
        ...{ kind: 'promise', ...a, item: 0, what: 'A call', who: 'Dana' },
        ...{ due: '2026-05-10', done: '2026-05-11', standing: 'late' },
      },
      {
        ...{ kind: 'handoff', ...c, item: 0, who: 'Vendor', ref: 'V-1' },
        ...{ due: '2026-05-09', standing: 'overdue' },
      },
    ],
    'black-holes': [
      { kind: 'no_next_promise', ...c, title: 'Printer is dark' },
      {
        ...{ kind: 'handoff', ...c, title: 'Printer is dark', item: 0 },
        ...{ who: 'Vendor', ref: 'V-1', due: '2026-05-09' },
      },
    ],
    'look-alikes': [
      {
        incidents: ['2026-05-01-a', '2026-05-02-b'],
        similarity: 1,
        is_told_apart: true,
        tell_apart: [{ incident: '2026-05-01-a', text: 'The bar stays blue' }],
      },
    ],
    candidates: [{ ...a, title: 'The login page stays white', seen: 2, effort_minutes: 120 }],
    tell: [{ ...a, title: 'The login page stays white', tickets: ['ZD-1', 'ZD-2'] }],
    toil: [{ product: 'portal', steps: 2, minutes: 4, unknown: 1, incidents: ['2026-05-01-a'] }],
  };

  it.each(Object.entries(expected))('%s', (name, wanted) => {
    const found = items(site, name as ApiName);
    expect(found).toHaveLength(wanted.length);
    expect(found).toMatchObject(wanted);
  });

  it('tell says what to send', () => {
    expect(items(site, 'tell')[0]?.['text']).toMatch(/^Hello,\n\n.*\n\nAcme$/s);
  });

  it('related says why, look-alikes included', () => {
    const unsaid = siteOf([
      ['a', { symptoms: said, errors: ['E-17'], component: 'login' }],
      ['b', { title: 'Upload stops', symptoms: said, errors: ['e-17'], component: 'login' }],
      ['c', { title: 'Printer is dark', symptoms: ['Nothing prints'], product: 'other' }],
    ]);
    const found = items(unsaid, 'related');
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found[0]).toMatchObject({
      kind: 'incident',
      url: '/incidents/a/',
      related: [
        { kind: 'incident', id: 'b', url: '/incidents/b/', errors: ['e-17'], component: 'login' },
      ],
    });
    const [first] = found[0]!['related'] as { words: string[]; score: number }[];
    expect(first?.words).toContain('upload');
    expect(String(first?.score)).toMatch(/^[01]\.\d{1,3}$/);
  });

  it('lead to the pages in full where the address of the site is known', () => {
    const address = { public: undefined, internal: 'https://kb.example/in' };
    const known = { ...site, config: { ...site.config, address } };
    expect(items(known, 'tell')[0]).toMatchObject({
      url: 'https://kb.example/in/incidents/2026-05-01-a/',
    });
  });
});

const ajv = new Ajv({ strict: true });

/** What a reader that holds a file against its schema would say. */
function complaints(name: ApiName, data: unknown): string[] {
  const isValid = ajv.getSchema(`urn:fixlore:api:${name}`) ?? ajv.compile(apiSchema(name));
  isValid(data);
  return (isValid.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

interface Node {
  description?: string;
  type?: string;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
}

/** Every property of a schema with its path, however deep. */
function propertiesIn(node: Node, path = ''): { path: string; node: Node }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, child]) => [
    { path: `${path}/${name}`, node: child },
    ...propertiesIn(child, `${path}/${name}`),
  ]);
  const inner = [node.items ?? [], node.anyOf ?? [], node.oneOf ?? []].flat();
  return [...own, ...inner.flatMap((child) => propertiesIn(child, path))];
}
