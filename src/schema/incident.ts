import * as z from 'zod';
import {
  amount,
  besidePath,
  day,
  duration,
  flag,
  id,
  moment,
  oneOf,
  text,
  webAddress,
} from './scalars.ts';

export const incidentStatuses = ['open', 'mitigated', 'resolved', 'archived'] as const;
export const severities = ['critical', 'major', 'minor', 'low'] as const;
export const outcomes = ['fixed', 'partly', 'no_effect', 'worse', 'unknown'] as const;
export const aftermaths = ['left_in_place', 'reverted', 'no_change', 'unknown'] as const;
export const sides = ['ours', 'customer', 'vendor', 'network', 'unknown'] as const;
export const resolutions = [
  'went_away',
  'worked_around',
  'not_reproducible',
  'duplicate',
  'wont_fix',
] as const;

const reporter = z.strictObject({
  name: text.optional().describe('Who is asking. Internal: it never leaves the internal site.'),
  organization: text.optional().describe('Where they work.'),
  contact: text.optional().describe('How to reach them, in case the line drops.'),
  channel: oneOf('phone', 'email', 'chat', 'ticket', 'in_person', 'other')
    .optional()
    .describe('How they reached us.'),
});

const evidence = z
  .strictObject({
    kind: oneOf('screenshot', 'log', 'traceroute', 'recording', 'config', 'other').describe(
      'What sort of evidence it is.',
    ),
    file: besidePath
      .optional()
      .describe('The file, as a path beside the record. Either this or `url`.'),
    url: webAddress.optional().describe('Where the evidence is kept. Either this or `file`.'),
    shows: text.describe('What it shows, in words: also the text for those who cannot see it.'),
  })
  .describe('Something that shows what happened.');

const recentChange = z
  .strictObject({
    at: moment.optional().describe('When it changed.'),
    side: oneOf(...sides)
      .optional()
      .describe('On whose side it changed.'),
    what: text.describe('What changed. No change is irrelevant.'),
  })
  .describe('A change shortly before the problem.');

const attempt = z
  .strictObject({
    action: text.describe('What was done, in the past tense: "Rebuilt the index".'),
    because: text.optional().describe('Why it was tried: what made it look promising.'),
    run: text.optional().describe('What was typed, so that it can be read and repeated.'),
    at: moment.optional().describe('When it was done.'),
    by: text.optional().describe('Who did it. Internal.'),
    outcome: oneOf(...outcomes)
      .optional()
      .describe('What came of it. `fixed` marks the effective fix: exactly one attempt has it.'),
    afterwards: oneOf(...aftermaths)
      .optional()
      .describe('Whether the change is still in place: it may be part of what helped.'),
  })
  .describe('One attempted fix. List all of them, in the order in which they were made.');

const fix = z.strictObject({
  isolated: flag
    .optional()
    .describe('true: shown to work without the earlier attempts. Then say how in `isolated_how`.'),
  isolated_how: text.optional().describe('How that was shown. Required when `isolated` is true.'),
  customer_solvable: flag.describe('Whether the customer could have done this alone.'),
  verified_by: oneOf('customer', 'monitoring', 'staff')
    .optional()
    .describe('Who confirmed that it is fixed.'),
  verified: moment.optional().describe('When that was confirmed.'),
});

const workaround = z.strictObject({
  summary: text.describe('What to do until it is fixed.'),
  customer_solvable: flag.optional().describe('Whether the customer can do it alone.'),
  until: day.optional().describe('The last day on which the workaround is meant to be needed.'),
});

const promise = z
  .strictObject({
    to: text.describe('To whom: customer, partner, a name.'),
    what: text.describe('What was promised.'),
    due: moment.describe('By when.'),
    kept: moment.optional().describe('When it was kept. Leave it out while it is not.'),
  })
  .describe('What they were told to expect next, and by when.');

const handoff = z
  .strictObject({
    to: text.describe('Who has it now.'),
    ref: text.optional().describe('Their reference.'),
    sent: moment.describe('When it was handed over.'),
    due: moment.optional().describe('When an answer is expected.'),
    returned: moment.optional().describe('When the answer came. Leave it out while it has not.'),
  })
  .describe('Something handed to somebody else, with a way back.');

const followUp = z
  .strictObject({
    what: text.describe('What must still happen.'),
    owner: text.optional().describe('Who does it and is reminded.'),
    due: day.optional().describe('By when.'),
    done: day.optional().describe('When it was done. Leave it out while it is not.'),
    url: webAddress.optional().describe('Where the work is tracked.'),
  })
  .describe('What must happen later, and who will be reminded.');

const manualStep = z
  .strictObject({
    what: text.describe('What a person did by hand between two systems.'),
    minutes: amount.optional().describe('How many minutes it took.'),
  })
  .describe('Where a person is the interface between two systems.');

const unlike = z
  .strictObject({
    incident: id.describe('The id of the incident that looks the same.'),
    tell_apart: text.describe('How to tell the two apart.'),
  })
  .describe('An incident that looks the same and is not.');

const seenAgain = z
  .strictObject({
    at: moment.describe('When it was seen again.'),
    ticket: text.optional().describe('The ticket of that time. Internal.'),
    version: text.optional().describe('The version in which it was seen.'),
    fix_worked: flag.optional().describe('Whether the same fix worked again.'),
  })
  .describe('The same problem once more.');

/** Where an imported record came from; written by `fixlore import`. */
export const imported = z.strictObject({
  from: text.describe('The importer that wrote the record.'),
  id: text.describe('What the source called it.'),
  digest: text
    .optional()
    .describe('A digest of the source, to see on the next import whether it changed.'),
  fields: z
    .record(z.string(), text)
    .optional()
    .describe('Fields of the source that have no place of their own, as they were written.'),
});

export const incidentSchema = z.strictObject({
  title: text.describe('One line that names the problem as people see it.'),
  status: oneOf(...incidentStatuses).describe(
    'Where it stands. The check gets stricter from open to mitigated to resolved.',
  ),
  product: id.describe('The id of a product in fixlore.config.yaml.'),
  component: id.optional().describe('The id of a component of that product.'),
  severity: oneOf(...severities)
    .optional()
    .describe('How bad it was for those it hit.'),
  opened: moment.describe('When it was first reported or noticed.'),
  mitigated: moment.optional().describe('When the worst was over.'),
  resolved: moment.optional().describe('When it was over.'),
  resolution: oneOf(...resolutions)
    .optional()
    .describe('How it ended when no attempt fixed it.'),
  duplicate_of: id.optional().describe('The incident that this one repeats.'),
  effort: duration
    .optional()
    .describe('Hands-on time, which is not the time the ticket was open: 95m, 2h30m, 3d.'),
  detected_by: oneOf('customer', 'monitoring', 'staff', 'partner')
    .optional()
    .describe('Who noticed it first.'),
  reporter: reporter.optional().describe('Who is asking. Always internal.'),
  goal: text.optional().describe('What they were trying to do.'),
  symptoms: z
    .array(text)
    .min(1)
    .describe('What they said, in their own words. Add to it, never rewrite it.'),
  expected: text.optional().describe('What they expected to see.'),
  errors: z.array(text).optional().describe('Exact messages and codes, as shown.'),
  environment: z
    .record(z.string().regex(/^[\p{L}\p{N} ._-]{1,60}$/u), text)
    .optional()
    .describe('Where it happened: free keys such as browser or version, each with a text.'),
  reproducible: oneOf('always', 'sometimes', 'once', 'never')
    .optional()
    .describe('How often it happens when you try.'),
  evidence: z.array(evidence).optional().describe('Logs, screenshots, traceroutes.'),
  recent_changes: z
    .array(recentChange)
    .optional()
    .describe('What changed before it happened, on any side.'),
  attempts: z
    .array(attempt)
    .optional()
    .describe('Every attempted fix, in order, with its outcome and what was left in place.'),
  fix: fix.optional().describe('About the effective fix: the attempt whose outcome is fixed.'),
  workaround: workaround.optional().describe('What helps until it is fixed.'),
  cause: text.optional().describe('Why it happened, or: unknown.'),
  side: oneOf(...sides)
    .optional()
    .describe('On whose side the cause was.'),
  promises: z.array(promise).optional().describe('What was promised, and whether it was kept.'),
  handoffs: z.array(handoff).optional().describe('What was handed to others, and came back.'),
  follow_ups: z.array(followUp).optional().describe('What must happen later.'),
  manual_steps: z.array(manualStep).optional().describe('Work that a machine should do.'),
  tickets: z.array(text).optional().describe('Tickets of everybody who reported it. Internal.'),
  unlike: z.array(unlike).optional().describe('Incidents that look the same and are not.'),
  seen_again: z.array(seenAgain).optional().describe('Every time it was seen again.'),
  imported: imported.optional().describe('Where an imported record came from.'),
  drill: flag.optional().describe('false keeps the incident out of the training.'),
  aliases: z.array(id).optional().describe('Former ids: they redirect to this record.'),
  tags: z.array(text).optional().describe('Free keywords.'),
});

/** An incident's front matter after the schema: text as written, `true`/`false` and numbers typed. */
export type IncidentFields = z.output<typeof incidentSchema>;
export type IncidentStatus = IncidentFields['status'];
export type Outcome = (typeof outcomes)[number];
export type Aftermath = (typeof aftermaths)[number];
export type Severity = (typeof severities)[number];
export type Side = (typeof sides)[number];
