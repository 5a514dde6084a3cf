import type { Incident } from '#model/site.ts';
import type { LeftOut } from './promotion.ts';
import type { Story } from './source-story.ts';

/** What of an incident stays where it is when an article is made of it, by field, and why. */
export function leftOut(
  { id, fields, body }: Incident,
  story: Story,
  isPublic: boolean,
): LeftOut[] {
  const { reporter, attempts = [], workaround, evidence } = fields;
  const told = (what: string | false | undefined, why: string): LeftOut[] =>
    what ? [{ incident: id, what, why }] : [];
  const gone = new Set(story.didNotHelp);
  const numbersOf = (isWanted: (attempt: (typeof attempts)[number]) => boolean) =>
    attempts.flatMap((attempt, index) => (isWanted(attempt) ? [index + 1] : []));
  const inAttempts = (field: string, numbers: readonly number[]) =>
    numbers.length > 0 && `attempt${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}${field}`;
  return [
    ...told(
      reporter && `reporter (${Object.keys(reporter).join(', ')})`,
      'who asked stays internal',
    ),
    ...told(
      isPublic &&
        inAttempts(
          '',
          numbersOf((attempt) => gone.has(attempt)),
        ),
      'they did not help and are not in place',
    ),
    ...told(
      isPublic &&
        inAttempts(
          ': run',
          numbersOf(({ run }) => run !== undefined),
        ),
      'commands that staff typed; copy what readers may type',
    ),
    ...told(
      inAttempts(
        ': by, at',
        numbersOf(({ by, at }) => by !== undefined || at !== undefined),
      ),
      'who did it and when stays internal',
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

const internalFields = [
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
