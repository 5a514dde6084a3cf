import { describe, expect, it } from 'vitest';
import { renderedBody } from '#markdown/rendered-body.ts';
import { buildSite } from '#model/build-site.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { ParsedRecord } from '#parse/record.ts';
import { articlePath, filePath, intakePath } from '#views/addresses.ts';
import { config } from '../incident-of.ts';
import { now } from '../memory-knowledge-base.ts';
import { articleText, incidentText, intakeText, recordOf } from '../records.ts';

const addresses = { article: articlePath, intake: intakePath, file: filePath };

async function projected(records: ParsedRecord[], files: string[] = []) {
  const bodies = new Map();
  for (const record of records) bodies.set(record.file, (await renderedBody(record)).body);
  const site = buildSite({
    config,
    now,
    records,
    bodies,
    files: new Map(files.map((path) => [path, { size: 1 }])),
  });
  return publicSiteOf(site, addresses);
}

const article = (id: string, fields = {}, body = '') =>
  recordOf('article', `kb/${id}.md`, articleText(fields, body));

describe('publicSiteOf', () => {
  it('takes published and archived public articles and intakes, and nothing else', async () => {
    const site = await projected([
      article('a'),
      article('b', { state: 'archived' }),
      article('c', { state: 'draft' }),
      article('d', { state: 'validated' }),
      article('e', { audience: 'internal' }),
      recordOf('intake', 'kb/intake/portal.md', intakeText()),
      recordOf('incident', 'incidents/x.md', incidentText()),
    ]);
    expect(site.articles.map(({ slug, isArchived }) => [slug, isArchived])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(site.intakes).toHaveLength(1);
  });

  it('leaves out what is never published', async () => {
    const site = await projected([
      article('a', {
        sources: ['secret-source'],
        source_digest: 'secret-digest',
        owner: 'secret-owner',
        imported: { from: 'secret-from', id: 'secret-id', fields: { x: 'secret-field' } },
      }),
      recordOf('intake', 'kb/intake/portal.md', intakeText()),
    ]);
    expect(JSON.stringify(site)).not.toContain('secret');
    expect(site.intakes[0]?.ask[0]).not.toHaveProperty('field');
  });

  it('takes the news of a known issue, and with which version it was reviewed', async () => {
    const issue = {
      status: 'workaround',
      since: '2026-05-01',
      workaround: 'Split it.',
      updates: [{ at: '2026-05-02', what: 'News' }],
    };
    const fields = { type: 'known_issue', issue, reviewed: '2026-05-03', reviewed_with: '4.3' };
    const { articles } = await projected([article('a', fields)]);
    expect(articles[0]).toMatchObject({ issue, reviewed: '2026-05-03', reviewedWith: '4.3' });
  });

  it('links to what is public, and keeps the text of other links', async () => {
    const body = [
      '[public](b.md#why) [draft](c.md) [incident](../incidents/x.md) [form](intake/portal.md)',
      '![shown](img/a.png) ![internal](../incidents/shot.png) [own](#here)',
    ].join('\n');
    const site = await projected(
      [
        article('a', {}, body),
        article('b', {}, '## Why\n'),
        article('c', { state: 'draft' }),
        recordOf('intake', 'kb/intake/portal.md', intakeText()),
        recordOf('incident', 'incidents/x.md', incidentText()),
      ],
      ['kb/img/a.png', 'incidents/shot.png'],
    );
    const html = site.articles.find(({ slug }) => slug === 'a')?.html;
    expect(html).toContain('<a href="/articles/b/#h-why">public</a>');
    expect(html).toContain('<a>draft</a> <a>incident</a>');
    expect(html).toContain('<a href="/contact/portal/">form</a>');
    expect(html).toContain('src="/files/kb/img/a.png"');
    expect(html).not.toContain('incidents/');
    expect(site.files).toEqual(['kb/img/a.png']);
  });
});
