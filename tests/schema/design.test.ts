import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { incidentSchema } from '#schema/incident.ts';
import { articleSchema } from '#schema/article.ts';
import { recordOf } from '../records.ts';

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'design', `${name}.md`), 'utf8');

it('reads the examples of the design, every field of them', () => {
  const { fields } = recordOf('incident', 'incidents/a.md', example('incident'));
  const unused = ['resolution', 'duplicate_of'];
  expect(Object.keys(incidentSchema.shape).filter((name) => !(name in fields))).toEqual(unused);
  expect(fields).toMatchObject({
    effort: '95m',
    environment: { browser: 'Firefox 128', version: '4.2' },
    attempts: [{ afterwards: 'left_in_place' }, { outcome: 'fixed' }],
    fix: { isolated: false, customer_solvable: true },
    manual_steps: [{ minutes: 4 }],
    imported: { id: '2025-05-06-ldap-reindex' },
    drill: true,
    aliases: [],
  });

  const article = recordOf('article', 'kb/a.md', example('article')).fields;
  expect(Object.keys(articleSchema.shape).filter((name) => !(name in article))).toEqual([
    'imported',
    'allow',
  ]);
  expect(article).toMatchObject({
    versions: '>=4.0 <4.4',
    issue: { fixed_in: '4.4', updates: [{ status: 'workaround' }] },
    reviewed_with: '4.3',
    pinned: false,
  });
});
