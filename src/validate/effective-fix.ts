import type { Incident } from '#model/site.ts';
import { contradiction, type Finding, type Rule } from './rule.ts';

/**
 * From `resolved` on exactly one attempt has the outcome `fixed`, unless `resolution` says how it
 * ended otherwise. Two at any time are one too many: which of them was it?
 */
export const effectiveFix: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    yield* several(incident);
    const isOver = ['resolved', 'archived'].includes(incident.fields.status);
    if (isOver && !incident.fields.imported) yield* none(incident);
  }
};

/** Tells that a resolved incident has neither an effective fix nor a resolution. */
export function* none(incident: Incident): Generator<Finding> {
  const { resolution, attempts = [] } = incident.fields;
  if (resolution || attempts.some(({ outcome }) => outcome === 'fixed')) return;
  yield {
    code: 'no-effective-fix',
    record: incident,
    at: attempts.length > 0 ? ['attempts'] : ['status'],
    part: attempts.length > 0 ? 'key' : 'value',
    message: 'No attempt has the outcome fixed; a resolved incident has exactly one, its fix.',
    hint: 'Mark the attempt that fixed it, or say with `resolution` how it ended: went_away, worked_around, not_reproducible, duplicate or wont_fix.',
  };
}

function* several(incident: Incident): Generator<Finding> {
  const fixed = (incident.fields.attempts ?? []).flatMap(({ outcome }, index) =>
    outcome === 'fixed' ? [index] : [],
  );
  const [first, ...others] = fixed;
  for (const index of others) {
    yield {
      code: 'several-effective-fixes',
      record: incident,
      at: ['attempts', index, 'outcome'],
      severity: contradiction(incident),
      message: 'A second attempt has the outcome fixed; an incident has one effective fix.',
      hint: 'Use `partly` for what helped in part, or write two incidents if there were two problems.',
      related: {
        record: incident,
        at: ['attempts', first ?? 0, 'outcome'],
        message: 'The first one is here.',
      },
    };
  }
}
