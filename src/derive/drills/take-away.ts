import type { Incident } from '#model/site.ts';
import type { Fact, FactLabel, Words } from './drill.ts';
import type { KnownFacts } from './known-from.ts';
import { proofWords } from './proof-step.ts';
import { quoted, toldAbout } from './words.ts';

/** What to remember: what it was, why, what is known of the fix, and how to tell it from what looks the same. */
export function takeAway(incident: Incident, { said, asked, later }: KnownFacts): Fact[] {
  const { fields } = incident;
  const { unlike = [], follow_ups = [], seen_again = [] } = fields;
  const shown = new Set(
    [...said, ...asked, ...later.flat()].flatMap(({ words }) =>
      'field' in words ? [words.field] : [],
    ),
  );
  return [
    ...facts('title', quoted(incident, 'title', fields.title)),
    ...facts('cause', fields.cause === 'unknown' ? [] : quoted(incident, 'cause', fields.cause)),
    ...facts('side', fields.side ? [toldAbout(`side_${fields.side}`, incident, 'side')] : []),
    ...facts('proof', proofWords(incident)),
    ...(fields.evidence ?? []).flatMap(({ shows }, at) => {
      const field = `evidence[${at}].shows`;
      return shown.has(field) ? [] : facts('evidence', quoted(incident, field, shows));
    }),
    ...(fields.recent_changes ?? []).flatMap(({ what }, at) => {
      const field = `recent_changes[${at}].what`;
      return shown.has(field) ? [] : facts('change', quoted(incident, field, what));
    }),
    ...unlike.flatMap(({ tell_apart }, at) =>
      facts('tell_apart', quoted(incident, `unlike[${at}].tell_apart`, tell_apart)),
    ),
    ...facts('workaround', quoted(incident, 'workaround.summary', fields.workaround?.summary)),
    ...follow_ups.flatMap(({ what }, at) =>
      facts('follow_up', quoted(incident, `follow_ups[${at}].what`, what)),
    ),
    ...again(incident, seen_again, true),
    ...again(incident, seen_again, false),
  ];
}

function facts(label: FactLabel, words: readonly Words[]): Fact[] {
  return words.map((one) => ({ label, words: one }));
}

function again(
  incident: Incident,
  seen: readonly { fix_worked?: boolean | undefined }[],
  worked: boolean,
): Fact[] {
  const count = seen.filter(({ fix_worked }) => fix_worked === worked).length;
  if (count === 0) return [];
  const template = worked ? 'fix_worked_again' : 'fix_failed_again';
  return facts('seen_again', [toldAbout(template, incident, 'seen_again', count)]);
}
