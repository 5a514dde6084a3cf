import { describe, expect, it } from 'vitest';
import { cstate } from '#importers/cstate.ts';
import type { ImportContext } from '#importers/importer.ts';
import { contextWith, existingOf, fixture, shown, sourceOf, summaryOf, textsOf } from './source.ts';

describe('a cState site', () => {
  it('becomes incidents', async () => {
    const plan = cstate.plan(fixture('cstate'), contextWith());
    await expect(shown(plan)).toMatchFileSnapshot('../golden/import/cstate.txt');
  });

  it('is reported in full', async () => {
    const plan = cstate.plan(fixture('cstate'), contextWith());
    const summary = summaryOf('cstate', plan);
    await expect(summary).toMatchFileSnapshot('../golden/import/cstate-report.txt');
  });

  it('is found from the folder of its issues, too, under the same ids', () => {
    const text = issue('title: White page\ndate: 2025-01-14');
    const whole = cstate.plan(sourceOf({ 'content/issues/a.md': text }), contextWith());
    const folder = cstate.plan(sourceOf({ 'a.md': text }), contextWith());
    expect(textsOf(folder)).toEqual(textsOf(whole));
  });

  it('has issues in folders of their own', () => {
    const files = { 'content/issues/2025/white-page/index.md': issue(dated) };
    const plan = cstate.plan(sourceOf(files), contextWith());
    expect(Object.keys(textsOf(plan))).toEqual(['incidents/2025/2025-white-page.md']);
  });
});

describe('dates', () => {
  const moments = (header: string, zone?: string) => {
    const text = textOf(issue(`title: White page\n${header}`), zone);
    return [...text.matchAll(/^(?:opened|resolved|status): (.*)$/gm)].map(([, value]) => value);
  };

  it('are kept as written, with the punctuation of records', () => {
    expect(moments('date: 2025-01-14 7:50:00 +0100\nresolved: false')).toEqual([
      'open',
      '2025-01-14T07:50:00+01:00',
    ]);
  });

  it('get the offset of the zone that is asked for', () => {
    const header = 'date: 2025-07-14 07:50:00\nresolvedWhen: 2025-01-14T08:00:00Z\nresolved: true';
    expect(moments(header, 'Europe/Vienna')).toEqual([
      'resolved',
      '2025-07-14T07:50:00+02:00',
      '2025-01-14T08:00:00Z',
    ]);
  });

  it('come from the file name where there is no other', () => {
    const plan = cstate.plan(
      sourceOf({ '2025-01-14-a.md': issue('title: White page') }),
      contextWith(),
    );
    expect(textsOf(plan)['incidents/2025/2025-01-14-a.md']).toContain('opened: 2025-01-14\n');
    expect(plan.report.notCarried[0]).toEqual({
      file: '2025-01-14-a.md',
      line: 1,
      what: 'date',
      why: 'unreadable or missing: the file name has the day',
    });
  });

  it('stay among the fields of the source where they cannot be read', () => {
    const text = textOf(issue('title: A\ndate: 2025-01-14\nresolved: true\nresolvedWhen: 32 May'));
    expect(text).toContain('    resolvedWhen: 32 May\n');
    expect(text).not.toContain('\nresolved:');
  });
});

describe('messages', () => {
  it.each(['[Initial message]\n', '[Initial message] -->\n', '[Initial message] --> '])(
    'below %j are the words of the symptom',
    (marker) => {
      const text = textOf(
        issue(
          dated,
          `[Final message] -->\nAll is well.\n\n${marker}Uploads wait until the move is done.\n`,
        ),
      );
      expect(text).toContain('symptoms:\n  - Uploads wait until the move is done.\n');
      expect(text).toContain('## Final message\n\nAll is well.');
      expect(text).not.toContain('-->');
    },
  );
});

describe('systems', () => {
  const products = [
    { id: 'portal', name: 'The Portal', components: [{ id: 'login', name: 'Sign-in' }] },
  ];

  it('are found by id, name, or as a component', () => {
    const belonging = (system: string) =>
      textOf(issue(`${dated}\naffected: [${system}]`), undefined, products).match(
        /^(product|component): .*$/gm,
      );
    expect(belonging('the portal')).toEqual(['product: portal']);
    expect(belonging('portal')).toEqual(['product: portal']);
    expect(belonging('Sign-in')).toEqual(['product: portal', 'component: login']);
  });

  it('keep their own spelling where the product has another', () => {
    const text = textOf(issue(`${dated}\naffected: [portal, Mail]`), undefined, products);
    expect(text).toContain('    affected: portal, Mail\n');
  });
});

describe('a second import', () => {
  const files = {
    '2025-01-14-white-page.md': issue(dated),
    '2025-01-14-White Page.md': issue(dated, 'Another page is white.\n'),
  };
  const first = cstate.plan(sourceOf(files), contextWith());

  it('finds its records again wherever they are', () => {
    const moved = existingOf(first).map((record) => ({
      ...record,
      file: record.file.replace('incidents/2025/', 'incidents/portal/moved-'),
    }));
    const second = cstate.plan(sourceOf(files), contextWith({ existing: moved }));
    expect(second.files.map(({ path, before }) => [path, before])).toEqual([
      ['incidents/portal/moved-2025-01-14-white-page.md', 'same'],
      ['incidents/portal/moved-2025-01-14-white-page-2.md', 'same'],
    ]);
  });

  it('sees that a source has changed, and gives new files ids that are free', () => {
    const more = {
      ...files,
      '2025-01-14-white-page.md': issue(dated, 'The page was grey.\n'),
      '2025-01-14-WHITE-page.md': issue(dated),
    };
    const second = cstate.plan(sourceOf(more), contextWith({ existing: existingOf(first) }));
    expect(second.files.map(({ path, before }) => [path, before])).toEqual([
      ['incidents/2025/2025-01-14-white-page-3.md', 'never'],
      ['incidents/2025/2025-01-14-white-page.md', 'same'],
      ['incidents/2025/2025-01-14-white-page-2.md', 'changed'],
    ]);
  });
});

it('tells what cannot be read, and imports the rest', () => {
  const files = {
    'a-toml.md': '+++\ntitle = "A"\n+++\n',
    'b-broken.md': '---\ntitle: White page\ndate: "2025\n---\nText\n',
    'c-twice.md': '---\ntitle: A\ntitle: B\ndate: 2025-01-14\n---\n',
    'd-open.md': '---\ntitle: White page\n',
    'e-empty.md': '',
    'f-latin1.md': Uint8Array.from([...Buffer.from('---\ntitle: Caf'), 0xe9, 0x0a]),
    'g-binary.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'h-no-date.md': issue('title: White page'),
    'i-no-fields.md': '---\njust text\n---\n',
    'j-deep.md': issue(dated, `one\n${'>'.repeat(200)} deep\n`),
    'z-good.md': issue(dated),
  };
  const plan = cstate.plan(sourceOf(files), contextWith());
  expect(Object.keys(textsOf(plan))).toEqual(['incidents/2025/z-good.md']);
  expect(plan.report.refused.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'a-toml.md:1',
    'b-broken.md:3',
    'c-twice.md:3',
    'd-open.md:1',
    'e-empty.md:1',
    'f-latin1.md:2',
    'g-binary.md:1',
    'h-no-date.md:1',
    'i-no-fields.md:2',
    'j-deep.md:6',
  ]);
});

const dated = 'title: White page\ndate: 2025-01-14 07:50:00';

function issue(header: string, body = 'The page is white.\n'): string {
  return `---\n${header}\n---\n${body}`;
}

function textOf(text: string, zone?: string, products: ImportContext['products'] = []): string {
  const plan = cstate.plan(sourceOf({ 'white-page.md': text }), contextWith({ zone, products }));
  return Object.values(textsOf(plan))[0] ?? '';
}
