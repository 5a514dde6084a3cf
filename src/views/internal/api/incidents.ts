import * as z from 'zod';
import { confidence } from '#derive/confidence.ts';
import { durations } from '#derive/durations.ts';
import { proof } from '#derive/proof.ts';
import { timeline } from '#derive/timeline.ts';
import { incidentSchema } from '#schema/incident.ts';
import { id, moment } from '#schema/scalars.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { count, incidentId, minutes, url } from './fields.ts';
import { apiList } from './list.ts';

const fixPosition = count.describe('The position of the effective fix in `attempts`, from 0.');

const proofShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no_fix').describe('No attempt is the effective fix.') }),
  z.strictObject({
    kind: z.literal('proven_alone').describe('The fix is known to work alone.'),
    fix: fixPosition,
    because: z
      .enum(['isolated', 'nothing_left', 'first_attempt'])
      .describe('Somebody showed it, no earlier attempt was left in place, or there was none.'),
  }),
  z.strictObject({
    kind: z.literal('may_also_need').describe('Earlier attempts may be needed as well.'),
    fix: fixPosition,
    attempts: z.array(count).describe('Which: their positions in `attempts`, from 0.'),
  }),
]);

const confidenceShape = z.strictObject({
  level: z.enum(['high', 'medium', 'low']).describe('How far the fix can be trusted next time.'),
  reasons: z
    .array(
      z.enum([
        'failed_again',
        'worked_again',
        'proven_alone',
        'may_need_more',
        'verified_outside',
        'verified_by_staff',
        'not_verified',
      ]),
    )
    .describe('Why.'),
});

const timelineShape = z.array(
  z.strictObject({
    kind: z
      .enum([
        'change',
        'opened',
        'attempt',
        'mitigated',
        'resolved',
        'promise_due',
        'promise_kept',
        'handed_off',
        'handed_back',
        'verified',
        'seen_again',
      ])
      .describe('What happened.'),
    at: moment.describe('When, as written.'),
    item: count.optional().describe('Its position in the list of the record, from 0.'),
  }),
);

export const incidentsList = apiList({
  description: 'All incidents as they were written, without their bodies, the latest first.',
  item: z.strictObject({
    id: incidentId,
    url,
    file: z.string().describe('Where it is written, from the root of the knowledge base.'),
    ...incidentSchema.shape,
    articles: z.array(id).describe('The ids of the articles made from it.'),
    duplicates: z
      .array(id)
      .describe('The ids of the incidents that call themselves its duplicates.'),
    proof: proofShape.describe('Whether the effective fix is known to work alone.'),
    confidence: confidenceShape.optional().describe('Missing without an effective fix.'),
    timeline: timelineShape.describe('All that has a time, in the order of time.'),
    minutes_to_mitigate: minutes.describe('From opened to mitigated, where both are instants.'),
    minutes_to_resolve: minutes.describe('From opened to resolved, where both are instants.'),
    effort_minutes: minutes.describe('The hands-on time in minutes.'),
  }),
  items: (site) =>
    site.incidents.map((incident) => {
      const { id, file, fields, articles, duplicates } = incident;
      const took = durations(incident, site.config.timezone);
      return {
        id,
        url: fullHref(site, incidentPath(id)),
        file,
        ...fields,
        articles,
        duplicates,
        proof: proof(incident),
        confidence: confidence(incident),
        timeline: timeline(incident, site.config.timezone),
        minutes_to_mitigate: took.toMitigate,
        minutes_to_resolve: took.toResolve,
        effort_minutes: took.effort,
      };
    }),
});
