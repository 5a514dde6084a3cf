import type { IncidentFields } from '#schema/incident.ts';
import type { SourceFacts } from './source-facts.ts';

/** What incidents know of people. The name that the public site bears itself is no secret. */
export function factsOf(
  incidents: readonly IncidentFields[],
  known: readonly string[],
): SourceFacts {
  const isOwn = new Set(known.map((name) => name.toLowerCase()));
  const all = <Value>(pick: (fields: IncidentFields) => readonly (Value | undefined)[]) => [
    ...new Set(incidents.flatMap(pick).filter((value) => value !== undefined)),
  ];
  return {
    names: all(({ reporter, attempts = [] }) => [
      reporter?.name,
      ...attempts.map(({ by }) => (by && isName.test(by) ? by : undefined)),
    ]),
    organizations: all(({ reporter }) => [reporter?.organization]).filter(
      (name) => !isOwn.has(name.toLowerCase()),
    ),
    contacts: all(({ reporter }) => [reporter?.contact]),
    tickets: all(({ tickets = [], handoffs = [], seen_again = [] }) => [
      ...tickets,
      ...handoffs.map(({ ref }) => ref),
      ...seen_again.map(({ ticket }) => ticket),
    ]).filter((ticket) => ticket.length >= 4),
  };
}

/** Two words with capitals: a person, where initials or a team may stand as well. */
const isName = /^\p{Lu}\p{L}+(?: \p{L}+)* \p{Lu}[\p{L}'-]+$/u;
