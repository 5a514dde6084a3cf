import { describe, expect, it } from 'vitest';
import { postmortems } from '#importers/postmortems.ts';
import { contextWith, existingOf, fixture, shown, sourceOf, summaryOf, textsOf } from './source.ts';

describe('postmortems', () => {
  it('become incidents', async () => {
    const plan = postmortems.plan(fixture('postmortems'), contextWith({ product: 'portal' }));
    await expect(shown(plan)).toMatchFileSnapshot('../golden/import/postmortems.txt');
  });

  it('are reported in full', async () => {
    const plan = postmortems.plan(fixture('postmortems'), contextWith({ product: 'portal' }));
    const summary = summaryOf('markdown', plan);
    await expect(summary).toMatchFileSnapshot('../golden/import/postmortems-report.txt');
  });

  it('keep every line of their text', () => {
    const source = fixture('postmortems');
    const texts = textsOf(postmortems.plan(source, contextWith()));
    const all = Object.values(texts).join('\n');
    const written = source.files
      .filter(({ path }) => /^\d/.test(path))
      .flatMap(({ read }) => new TextDecoder().decode(read()).split('\n'));
    const lost = written.filter((line) => !all.includes(line.replace(/^# |\]\(.*/g, '')));
    // The day is in `opened`, the comment in `imported.fields`.
    expect(lost).toEqual(['date: 2025-02-01', '<!-- Keep it short. -->']);
  });

  it('are known again, and not mixed up with articles of the same source', () => {
    const plan = postmortems.plan(fixture('postmortems'), contextWith());
    const again = postmortems.plan(
      fixture('postmortems'),
      contextWith({ existing: existingOf(plan) }),
    );
    expect(new Set(again.files.map(({ before }) => before))).toEqual(new Set(['same']));
  });

  it('without any day are refused', () => {
    const plan = postmortems.plan(sourceOf({ 'a.md': '# The disk was full\n' }), contextWith());
    expect([plan.files, plan.report.refused]).toMatchObject([[], [{ file: 'a.md', line: 1 }]]);
  });
});

describe('the times', () => {
  const fieldsOf = (timeline: string, header = '') => {
    const text = `${header}# Full disk\n\n## Timeline\n\n${timeline}\n`;
    const plan = postmortems.plan(sourceOf({ '2026-01-31-disk.md': text }), contextWith());
    const [record = ''] = Object.values(textsOf(plan));
    const value = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(record)?.[1];
    return [value('opened'), value('resolved')];
  };
  const start = 'All times in CET\n\n### 10:00\n\nStart of incident.\n\n';

  it.each([
    ['says nothing', '### 10:00\n\nWe looked.', '2026-01-31', undefined],
    ['says both', `${start}### 11:30\n\nIncident ends.`, '10:00+01:00', '2026-01-31T11:30+01:00'],
    ['names another day', `${start}### 2026-02-01 09:00\n\nAll clear.`, '10:00+01:00', '2026-02-01T09:00+01:00'],
    ['names a zone in figures', '(All times in CET (UTC+3))\n\n### 1:05\n\nOutage begins.', '01:05+03:00', undefined],
    ['uses the clock of twelve hours', '### 12:10 am UTC\n\nOutage begins.\n\n### 1:30pm UTC\n\nOutage over.', '00:10+00:00', '2026-01-31T13:30+00:00'],
    ['is a list', '- 09:00 UTC Outage started\n- 09:20 UTC Outage resolved', '09:00+00:00', '2026-01-31T09:20+00:00'],
    ['passes midnight without saying so', `${start}### 00:30\n\nIncident ends.`, '10:00+01:00', undefined],
    ['is not exact', `${start}### ~11:30\n\nIncident ends.\n\n### 11:40 - 11:50\n\nAll clear.`, '10:00+01:00', undefined],
    ['names days in words', `${start}### Feb 3, 09:00\n\nIncident ends.`, '10:00+01:00', undefined],
    ['only hopes', `${start}### 11:00\n\nWe wait until the incident is resolved.`, '10:00+01:00', undefined],
  ])('of a timeline that %s', (_, timeline, opened, resolved) => {
    const [first, last] = fieldsOf(timeline);
    expect(first?.endsWith(opened)).toBe(true);
    expect(last).toBe(resolved);
  }); // prettier-ignore

  it('come from the front matter first', () => {
    const header = '---\ndate: 2026-01-30T23:30Z\nresolved: 2026-02-02\n---\n';
    expect(fieldsOf(`${start}### 11:00\n\nIncident ends.`, header)).toEqual([
      '2026-01-30T23:30Z',
      '2026-02-02',
    ]);
  });
});
