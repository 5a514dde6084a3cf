import type { Incident } from '#model/site.ts';
import type { IncidentStatus } from '#schema/incident.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * The check gets stricter as the incident goes on, so that a record can be started in a minute while
 * the customer is still on the phone. Imported records are held to what every record needs; what
 * else they lack is told by `imported-incomplete`.
 */
export const requiredByStatus: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    if (!incident.fields.imported) yield* gapsOf(incident);
  }
};

/** What the status of an incident asks for and the record does not have. */
export function* gapsOf(incident: Incident): Generator<Finding> {
  const level = levels[incident.fields.status];
  if (level >= levels.mitigated) yield* mitigationGaps(incident);
  if (level >= levels.resolved) yield* resolutionGaps(incident);
}

const levels: Record<IncidentStatus, number> = { open: 0, mitigated: 1, resolved: 2, archived: 2 };

function* mitigationGaps(incident: Incident): Generator<Finding> {
  const { mitigated, resolution, workaround, attempts = [] } = incident.fields;
  if (resolution) return; // it went away, or nobody did anything: there was no mitigation
  if (!mitigated) yield missing(incident, 'mitigated', 'Add when the worst was over.');
  const hasHelped = attempts.some(({ outcome }) => outcome && outcome !== 'no_effect');
  if (!workaround && !hasHelped) {
    yield {
      code: 'mitigation-missing',
      record: incident,
      at: ['status'],
      message:
        'Nothing says what mitigated the problem; expected a `workaround`, or an attempt whose outcome is not no_effect.',
      hint: 'Add what helped, or say with `resolution` how it ended without.',
    };
  }
}

function* resolutionGaps(incident: Incident): Generator<Finding> {
  const { resolved, side, cause, attempts = [], fix } = incident.fields;
  if (!resolved) yield missing(incident, 'resolved', 'Add when it was over.');
  if (!side) yield missing(incident, 'side', 'Say on whose side the cause was, or: unknown.');
  if (!cause) yield missing(incident, 'cause', 'Say why it happened, or: unknown.');
  if (!fix && attempts.some(({ outcome }) => outcome === 'fixed')) {
    yield missing(incident, 'fix', 'Say at least whether it is `customer_solvable`.');
  }
  for (const [index, { outcome, afterwards }] of attempts.entries()) {
    const lacks = [!outcome && '`outcome`', !afterwards && '`afterwards`'].filter(Boolean);
    if (lacks.length === 0) continue;
    yield {
      code: 'attempt-incomplete',
      record: incident,
      at: ['attempts', index],
      message: `Attempt ${index + 1} has no ${lacks.join(' and no ')}; a resolved incident says for every attempt what came of it and whether it is still in place.`,
      hint: 'Add it; `unknown` is an answer, too.',
    };
  }
}

function missing(incident: Incident, field: string, hint: string): Finding {
  return {
    code: 'missing-field',
    record: incident,
    at: ['status'],
    message: `The field \`${field}\` is missing; an incident that is ${incident.fields.status} has it.`,
    hint,
  };
}
