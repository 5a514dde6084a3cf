import { expect, it } from 'vitest';
import { selfHelp } from '#derive/reports/self-help.ts';
import { siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { articleText, recordOf, type WritableFields } from '../../records.ts';
import { over } from './over.ts';

const article = (id: string, fields: WritableFields) =>
  recordOf('article', `kb/${id}.md`, articleText(fields));
const fix = (customer_solvable: boolean) => over({ fix: { customer_solvable } });

it('what customers can solve alone is held against what is known, and against articles', () => {
  const site = siteOf(
    [
      ['a', fix(true)],
      ['b', fix(true)],
      ['c', fix(true)],
      ['d', fix(false)],
      ['unsaid', over()],
      ['open', { fix: { customer_solvable: true } }],
    ],
    [
      article('open', { sources: ['a', 'd'] }),
      article('draft', { sources: ['a', 'b'], state: 'draft' }),
    ],
  );
  expect(selfHelp(site, now).rows).toEqual([
    {
      ...{ product: 'portal', solvable: 3, not_solvable: 1, unknown: 1, share: 0.75 },
      ...{ with_article: 2, with_public_article: 1 },
      ...{ share_with_article: 0.6667, share_with_public_article: 0.3333 },
    },
  ]);
});

it('there is no share of nothing', () => {
  expect(selfHelp(siteOf([['a', over()]]), now).rows).toEqual([
    {
      ...{ product: 'portal', solvable: 0, not_solvable: 0, unknown: 1, share: undefined },
      ...{ with_article: 0, with_public_article: 0 },
      ...{ share_with_article: undefined, share_with_public_article: undefined },
    },
  ]);
});
