import { productName } from '#model/config.ts';
import type { Article, Site } from '#model/site.ts';
import { articlePath } from '../../addresses.ts';
import { articleStateTags, issueTags } from '../../words.ts';
import { internalHref } from '../frame.ts';
import type { Register, RegisterRow } from './register.ts';

/** Articles about known issues, those that are not fixed first. */
export function knownIssuesRegister(site: Site): Register {
  const issues = site.articles.filter(
    ({ fields }) => fields.type === 'known_issue' && fields.state !== 'archived',
  );
  const isFixed = ({ fields }: Article) => fields.issue?.status === 'fixed';
  return {
    path: 'known-issues/',
    title: 'Known issues',
    lead: 'Problems that are known and written up for those who meet them, with how they stand.',
    empty: 'No known issue is written up.',
    groups: [
      {
        title: 'Not fixed',
        rows: issues.filter((issue) => !isFixed(issue)).map((issue) => rowOf(site, issue)),
      },
      { title: 'Fixed', rows: issues.filter(isFixed).map((issue) => rowOf(site, issue)) },
    ],
  };
}

function rowOf(site: Site, { id, fields }: Article): RegisterRow {
  const { title, symptoms, issue, state, product } = fields;
  return {
    href: internalHref(site, articlePath(id)),
    title,
    text: symptoms?.[0],
    tags: [...(issue ? [issueTags[issue.status]] : []), articleStateTags[state]],
    notes: [productName(site.config, product)],
  };
}
