import type { IncidentFields } from '#schema/incident.ts';
import { contactsIn, organizationNames } from './reporter-names.ts';
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
    names: all(({ reporter, attempts = [], promises = [], handoffs = [], follow_ups = [] }) => [
      reporter?.name,
      ...[
        ...attempts.map(({ by }) => by),
        ...[...promises, ...handoffs].map(({ to }) => to),
        ...follow_ups.map(({ owner }) => owner),
      ].filter((name) => name && isName.test(name) && !isTeam.test(name)),
    ]).filter((name) => !isOwn.has(name.toLowerCase())),
    organizations: all(({ reporter }) => organizationNames(reporter?.organization)).filter(
      (name) => !isOwn.has(name.toLowerCase()),
    ),
    contacts: all(({ reporter }) => contactsIn(reporter?.contact)),
    tickets: all(({ tickets = [], handoffs = [], seen_again = [] }) => [
      ...tickets,
      ...handoffs.map(({ ref }) => ref),
      ...seen_again.map(({ ticket }) => ticket),
    ]).filter((ticket) => ticket.length >= 4),
  };
}

const isTeam =
  /\b(?:desk|department|development|developers|engineering|level|line|operations|services?|staff|support|team)$/i;

/** Two words with capitals: a person, where initials or a team may stand as well. */
const isName = /^\p{Lu}\p{L}+(?: \p{L}+)* \p{Lu}[\p{L}'-]+$/u;
