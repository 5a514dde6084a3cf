import semver from 'semver';
import * as z from 'zod';
import { allow } from './allow.ts';
import { imported } from './incident.ts';
import { day, duration, flag, id, moment, oneOf, text } from './scalars.ts';

export const articleTypes = [
  'solution',
  'known_issue',
  'how_to',
  'reference',
  'postmortem',
] as const;
export const articleStates = ['draft', 'validated', 'published', 'archived'] as const;
export const audiences = ['public', 'internal'] as const;
export const issueStatuses = ['investigating', 'workaround', 'fixed'] as const;

const versions = z
  .union([text, z.array(text).min(1)])
  .check(({ value, issues }) => {
    if (typeof value === 'string' && semver.validRange(value) === null) {
      issues.push({ code: 'custom', input: value, params: { code: 'wrong-value' } });
    }
  })
  .meta({ expected: 'a semver range such as ">=4.0 <4.4", or a list of plain names' });

const update = z
  .strictObject({
    at: moment.describe('When it was said.'),
    status: oneOf(...issueStatuses)
      .optional()
      .describe('Where the known issue stood from then on, if that changed.'),
    what: text.describe('What is new, in a sentence or two for those who wait.'),
  })
  .describe('News about a known issue.');

const issue = z.strictObject({
  status: oneOf(...issueStatuses).describe('Where the known issue stands.'),
  since: day.optional().describe('Since when it is known.'),
  fixed_in: text.optional().describe('The version that fixes it.'),
  workaround: text
    .optional()
    .describe('What to do until it is fixed, in one sentence. The article has the steps.'),
  updates: z
    .array(update)
    .optional()
    .describe('What has changed since, each once and in order. Each is an entry of the feed.'),
});

export const articleSchema = z.strictObject({
  title: text.describe('The problem or the task, as a customer would say it.'),
  type: oneOf(...articleTypes).describe('What kind of article it is.'),
  audience: oneOf(...audiences).describe('public: everybody may read it once it is published.'),
  state: oneOf(...articleStates).describe('draft, validated, published or archived.'),
  product: id.describe('The id of a product in fixlore.config.yaml.'),
  component: id.optional().describe('The id of a component of that product.'),
  versions: versions.optional().describe('The versions it applies to.'),
  symptoms: z
    .array(text)
    .optional()
    .describe('How customers say it: searched with more weight than the text.'),
  errors: z.array(text).optional().describe('Exact messages and codes, as shown.'),
  who: oneOf('customer', 'admin', 'support').optional().describe('Who can carry the steps out.'),
  sources: z.array(id).optional().describe('The incidents it was made from. Never published.'),
  source_digest: text
    .optional()
    .describe('What the sources said at promotion; written by fixlore. Never published.'),
  issue: issue.optional().describe('For a known issue: where it stands.'),
  owner: text.optional().describe('Who keeps it true. Never published.'),
  reviewed: day.optional().describe('When somebody last checked that it is true.'),
  reviewed_with: text
    .optional()
    .describe('The version with which it was last checked that it is true.'),
  review_every: duration.optional().describe('How long a review holds: 180d.'),
  pinned: flag.optional().describe('true: shown on the home page.'),
  imported: imported.optional().describe('Where an imported article came from. Never published.'),
  allow: allow.optional().describe('What looks like a leak here and is meant to be public.'),
  aliases: z.array(id).optional().describe('Former slugs: they redirect to this article.'),
});

/** An article's front matter after the schema. */
export type ArticleFields = z.output<typeof articleSchema>;
export type Audience = (typeof audiences)[number];
export type ArticleType = (typeof articleTypes)[number];
