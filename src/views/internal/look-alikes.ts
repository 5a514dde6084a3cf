import { incidentsById } from '#model/by-id.ts';
import type { Incident, Site } from '#model/site.ts';
import { notToldApart, quoted } from './incident-words.ts';
import type { Neighbours, RecordLink } from './neighbours.ts';

/** An incident that looks the same and is not. */
export interface LookAlikeView extends RecordLink {
  /** How to tell the two apart, or that nobody has said so. */
  text: string;
  /** Who says so: this record, the other one (whose "here" is there), or nobody yet. */
  told: 'here' | 'there' | 'nowhere';
  /** What fixed the other one. */
  fix?: string;
}

/** Those that are told apart first, as the records say it; then those that nobody told apart yet. */
export function lookAlikesOf(
  site: Site,
  incident: Incident,
  neighbours: Neighbours,
): LookAlikeView[] {
  const view = (id: string, text: string, told: LookAlikeView['told']): LookAlikeView => {
    const action = incidentsById(site)
      .get(id)
      ?.fields.attempts?.find(({ outcome }) => outcome === 'fixed')?.action;
    const fix = action && `What fixed it there: ${quoted(action)}`;
    return { ...neighbours.incident(id), text, told, fix };
  };
  return [
    ...incident.unlike.map(({ incident: id, tell_apart, isToldThere }) =>
      view(id, tell_apart, isToldThere ? 'there' : 'here'),
    ),
    ...neighbours.untoldLookAlikes(incident).map((id) => view(id, notToldApart, 'nowhere')),
  ];
}
