import { drillGaps } from '#derive/drills/gaps.ts';
import { isOrAre, numbered } from './attempt-numbers.ts';
import type { Rule } from './rule.ts';

/**
 * What would make a better drill of an incident, told once for the record. Only a missing reason is worth a
 * finding: without it a decision cannot be trained at all. What else is missing is told with it. Imported
 * records have a finding of their own.
 */
export const drillIncomplete: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    const gaps = incident.fields.imported ? undefined : drillGaps(incident);
    const [first] = gaps?.because ?? [];
    if (!gaps || first === undefined) continue;
    const also = [
      gaps.afterwards.length > 0 &&
        `nobody knows whether ${numbered(gaps.afterwards)} ${isOrAre(gaps.afterwards)} still in place`,
      gaps.hasNoEvidence && 'there is no evidence to look at',
    ].filter((one) => one !== false);
    yield {
      code: 'drill-incomplete',
      record: incident,
      at: ['attempts', first, 'action'],
      message: `The drill of this incident cannot ask for ${numbered(gaps.because)}: there is no reason in \`because\`${also.map((one) => `; ${one}`).join('')}.`,
      hint: 'Say in `because` what made it look promising. If nobody remembers, leave it; `drill: false` keeps the incident out of the training.',
    };
  }
};
