import { incidentsById } from '#model/by-id.ts';
import type { Incident, Site } from '#model/site.ts';

/** Whom to tell that it is fixed: the tickets of everybody who reported it. */
export interface Tell {
  incident: string;
  /** Each once: of the incident, of every time it was seen again, of its duplicates. */
  tickets: string[];
}

/**
 * Whom to tell once an incident is over; undefined while it is open or mitigated, for a duplicate
 * (its original tells everybody), and where no ticket is known.
 *
 * Duplicates of duplicates count, however long the chain; a chain that runs in a circle ends where it
 * began.
 */
export function tell(site: Site, incident: Incident): Tell | undefined {
  const { status, duplicate_of } = incident.fields;
  if (status === 'open' || status === 'mitigated' || duplicate_of) return undefined;
  const byId = incidentsById(site);
  const seen = new Set<string>();
  const tickets = new Set<string>();
  const collect = (one: Incident | undefined) => {
    if (!one || seen.has(one.id)) return;
    seen.add(one.id);
    for (const ticket of ticketsOf(one)) tickets.add(ticket);
    for (const duplicate of one.duplicates) collect(byId.get(duplicate));
  };
  collect(incident);
  return tickets.size > 0 ? { incident: incident.id, tickets: [...tickets] } : undefined;
}

function ticketsOf({ fields }: Incident): string[] {
  return [
    ...(fields.tickets ?? []),
    ...(fields.seen_again ?? []).flatMap(({ ticket }) => ticket ?? []),
  ];
}
