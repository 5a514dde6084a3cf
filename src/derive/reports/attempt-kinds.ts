import type { IncidentFields, Outcome } from '#schema/incident.ts';
import { shareOf, type ReportOf, type Row } from './report.ts';

type Attempt = NonNullable<IncidentFields['attempts']>[number];

/** A first word stands for a kind of its own once it begins so many attempts. */
const wordsFrom = 3;

/** Which kinds of attempts help, and which rarely do. By what was done, never by who did it. */
export const attemptKinds: ReportOf = ({ incidents }) => {
  const all = incidents.flatMap(({ fields }) =>
    (fields.attempts ?? []).map((attempt, place) => ({ attempt, place })),
  );
  const kinds = { reason: reasonOf, command: commandOf, place: placeOf };
  const rows = Object.entries(kinds).flatMap(([by, kindOf]) => {
    const found = Map.groupBy(all, kindOf);
    return [...found].map(([kind, own]) => ({ by, kind, ...figures(own) })).sort(inOrder);
  });
  return {
    name: 'attempt-kinds',
    title: 'Which attempts help',
    how: `All attempts of all incidents, sorted four times: by whether a reason was written down, by whether a command was, by their place in the record, and by the first word of what was done, if it begins at least ${wordsFrom} attempts. “Helped” is the share that fixed it or helped in part, of those whose outcome is known. Words that helped least stand first, ties by the larger number, then by the alphabet.`,
    columns: [
      { key: 'by', label: 'Sorted', kind: 'text', names: 'kind' },
      { key: 'kind', label: 'Kind', kind: 'text', names: 'kind' },
      { key: 'attempts', label: 'Attempts', kind: 'count' },
      { key: 'fixed', label: 'Fixed it', kind: 'count' },
      { key: 'partly', label: 'Helped in part', kind: 'count' },
      { key: 'no_effect', label: 'No effect', kind: 'count' },
      { key: 'worse', label: 'Made it worse', kind: 'count' },
      { key: 'unknown', label: 'Not known', kind: 'count' },
      { key: 'helped', label: 'Helped', kind: 'share' },
    ],
    rows: [...rows, ...wordRows(all)],
  };
};

interface Placed {
  attempt: Attempt;
  /** In its record, from 0. */
  place: number;
}

function reasonOf({ attempt }: Placed): string {
  return attempt.because === undefined ? 'no_reason' : 'with_reason';
}

function commandOf({ attempt }: Placed): string {
  return attempt.run === undefined ? 'no_command' : 'with_command';
}

function placeOf({ place }: Placed): string {
  return ['first_attempt', 'second_attempt'][place] ?? 'later_attempt';
}

const order = [
  ...['with_reason', 'no_reason', 'with_command', 'no_command'],
  ...['first_attempt', 'second_attempt', 'later_attempt'],
];

function inOrder(a: { kind: string }, b: { kind: string }): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind);
}

function wordRows(all: readonly Placed[]): Row[] {
  const found = Map.groupBy(all, ({ attempt }) => firstWord(attempt.action));
  return [...found]
    .filter(([word, own]) => word !== '' && own.length >= wordsFrom)
    .map(([kind, own]) => ({ by: 'word', kind, ...figures(own) }))
    .sort(
      (a, b) =>
        (a.helped ?? 2) - (b.helped ?? 2) || b.attempts - a.attempts || (a.kind < b.kind ? -1 : 1),
    );
}

/** In small letters; empty if the text does not begin with a word. */
function firstWord(action: string): string {
  return (/^\p{L}[\p{L}\p{M}]*/u.exec(action)?.[0] ?? '').toLowerCase();
}

function figures(own: readonly Placed[]) {
  const count = (outcome: Outcome) =>
    own.filter(({ attempt }) => (attempt.outcome ?? 'unknown') === outcome).length;
  const [fixed, partly, unknown] = [count('fixed'), count('partly'), count('unknown')];
  return {
    attempts: own.length,
    fixed,
    partly,
    no_effect: count('no_effect'),
    worse: count('worse'),
    unknown,
    helped: shareOf(fixed + partly, own.length - unknown),
  };
}
