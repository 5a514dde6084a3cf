import type { Incident } from '#model/site.ts';
import type { LeftOut } from './promotion.ts';
import type { Attempt, Story } from './source-story.ts';

/** What of an incident stays where it is when an article is made of it, by field, and why. */
export function leftOut(
  { id, fields, body }: Incident,
  story: Story,
  isPublic: boolean,
): LeftOut[] {
  const { reporter, environment, attempts = [], workaround, evidence } = fields;
  const told = (what: string | false | undefined, why: string): LeftOut[] =>
    what ? [{ incident: id, what, why }] : [];
  return [
    ...told(
      reporter && `reporter (${Object.keys(reporter).join(', ')})`,
      'who asked stays internal',
    ),
    ...leftOfAttempts(attempts, story, isPublic).flatMap(({ what, why }) => told(what, why)),
    ...told(
      environment && `environment (${Object.keys(environment).join(', ')})`,
      'only browser, system and known versions travel',
    ),
    ...told(
      isPublic && workaround?.customer_solvable === false && 'workaround',
      'customers cannot do it alone',
    ),
    ...told(
      evidence && 'evidence',
      'copy what may be shown to beside the article, and link it there',
    ),
    ...told(listedFields(fields), 'internal'),
    ...told(
      body.trim() !== '' && 'the text',
      'read it for what helps to explain, and say it in your words',
    ),
  ];
}

function leftOfAttempts(attempts: readonly Attempt[], story: Story, isPublic: boolean) {
  const gone = new Set(story.didNotHelp);
  const those = (isWanted: (attempt: Attempt) => boolean, field = '') => {
    const numbers = attempts.flatMap((attempt, index) => (isWanted(attempt) ? [index + 1] : []));
    const plural = numbers.length > 1 ? 's' : '';
    return numbers.length > 0 && `attempt${plural} ${numbers.join(', ')}${field}`;
  };
  return [
    {
      what: isPublic && those((attempt) => gone.has(attempt)),
      why: 'they did not help and are not in place',
    },
    {
      what: isPublic && those(({ run }) => run !== undefined, ': run'),
      why: 'commands that staff typed; copy what readers may type',
    },
    {
      what: those(({ by, at }) => by !== undefined || at !== undefined, ': by, at'),
      why: 'who did it and when stays internal',
    },
    {
      what: those(({ because }) => because !== undefined, ': because'),
      why: 'why it was tried; say it where it helps to decide',
    },
  ];
}

const internalFields = [
  'severity',
  'effort',
  'detected_by',
  'reproducible',
  'side',
  'tickets',
  'promises',
  'handoffs',
  'follow_ups',
  'manual_steps',
  'recent_changes',
  'tags',
] as const;

function listedFields(fields: Incident['fields']): string | false {
  const present: string[] = internalFields.filter((field) => fields[field] !== undefined);
  if (fields.seen_again?.some(({ ticket }) => ticket !== undefined))
    present.push('seen_again: ticket');
  return present.length > 0 && present.join(', ');
}
