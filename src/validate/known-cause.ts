import type { Rule } from './rule.ts';

/** A resolved incident whose cause nobody knows may come back; it is told, not blamed. */
export const knownCause: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    const { status, cause, duplicate_of } = incident.fields;
    const isOver = status === 'resolved' || status === 'archived';
    if (!isOver || duplicate_of || cause?.toLowerCase() !== 'unknown') continue;
    yield {
      code: 'cause-unknown',
      record: incident,
      at: ['cause'],
      message: 'The incident is over, and nobody knows why it happened.',
      hint: 'Nothing to do now. If it is seen again, add to `seen_again` and look at `recent_changes`.',
    };
  }
};
