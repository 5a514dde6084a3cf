import type { Incident } from '#model/site.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import { contradiction, type Finding, type Rule } from './rule.ts';

/** Fields of an incident that cannot both be true, or need each other. */
export const consistentFields: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    yield* isolation(incident);
    yield* resolution(incident);
    yield* evidenceSource(incident);
  }
};

function* isolation(incident: Incident): Generator<Finding> {
  const { fix } = incident.fields;
  if (!fix?.isolated || fix.isolated_how) return;
  yield {
    code: 'isolated-how-missing',
    record: incident,
    at: ['fix', 'isolated'],
    severity: incident.fields.imported ? 'info' : 'error',
    message: 'The fix is called isolated, but `isolated_how` does not say how that was shown.',
    hint: 'Say how it was shown to work without the earlier attempts, or write `isolated: false`.',
  };
}

function* resolution(incident: Incident): Generator<Finding> {
  const {
    resolution: ending,
    duplicate_of,
    attempts = [],
    status,
    resolved,
    fix,
  } = incident.fields;
  const hasFix = attempts.some(({ outcome }) => outcome === 'fixed');
  if (ending && hasFix) {
    yield conflict(incident, ['resolution'], {
      message: 'An attempt has the outcome fixed, so the incident did not end otherwise.',
      hint: 'Keep the outcome fixed or `resolution`, whichever is true.',
    });
  }
  if (ending === 'duplicate' && !duplicate_of) {
    yield conflict(incident, ['resolution'], {
      message: 'A duplicate names the incident it repeats in `duplicate_of`.',
      hint: 'Add "duplicate_of:" with the id of that incident.',
    });
  }
  if (duplicate_of && ending !== 'duplicate') {
    yield conflict(incident, ['duplicate_of'], {
      message: '`duplicate_of` stands without `resolution: duplicate`.',
      hint: 'Add "resolution: duplicate", or leave `duplicate_of` out.',
    });
  }
  if (resolved && (status === 'open' || status === 'mitigated')) {
    yield conflict(incident, ['resolved'], {
      message: `The incident has a time of resolution, but its status is ${status}.`,
      hint: 'Write "status: resolved", or leave `resolved` out.',
    });
  }
  if (fix && !hasFix) {
    yield conflict(incident, ['fix'], {
      message: '`fix` is about the attempt whose outcome is fixed, and there is none.',
      hint: 'Give that attempt "outcome: fixed", or leave `fix` out.',
    });
  }
}

function* evidenceSource(incident: Incident): Generator<Finding> {
  for (const [index, { file, url }] of (incident.fields.evidence ?? []).entries()) {
    if (Boolean(file) !== Boolean(url)) continue;
    yield conflict(incident, ['evidence', index], {
      message: `Evidence ${index + 1} has ${file ? 'both `file` and `url`' : 'neither `file` nor `url`'}; expected one of the two.`,
      hint: 'Use `file` for a file beside the record, `url` for something kept elsewhere.',
    });
  }
}

function conflict(
  record: Incident,
  at: FieldPath,
  text: { message: string; hint: string },
): Finding {
  const severity = contradiction(record);
  const part = typeof at.at(-1) === 'number' ? 'value' : 'key';
  return { code: 'field-conflict', record, at, part, severity, ...text };
}
