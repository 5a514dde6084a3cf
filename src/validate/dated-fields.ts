import type { Incident } from '#model/site.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';

/** A date or an instant of an incident as it was written, and where. */
export interface DatedField {
  path: FieldPath;
  written: string;
}

/** Every instant or day of an incident that may carry a time, in the order of the fields. */
export function datedFields({ fields }: Incident): DatedField[] {
  return [
    ...one(['opened'], fields.opened),
    ...one(['mitigated'], fields.mitigated),
    ...one(['resolved'], fields.resolved),
    ...(fields.recent_changes ?? []).flatMap(({ at }, n) => one(['recent_changes', n, 'at'], at)),
    ...(fields.attempts ?? []).flatMap(({ at }, n) => one(['attempts', n, 'at'], at)),
    ...one(['fix', 'verified'], fields.fix?.verified),
    ...(fields.promises ?? []).flatMap(({ due, kept }, n) => [
      ...one(['promises', n, 'due'], due),
      ...one(['promises', n, 'kept'], kept),
    ]),
    ...(fields.handoffs ?? []).flatMap(({ sent, due, returned }, n) => [
      ...one(['handoffs', n, 'sent'], sent),
      ...one(['handoffs', n, 'due'], due),
      ...one(['handoffs', n, 'returned'], returned),
    ]),
    ...(fields.seen_again ?? []).flatMap(({ at }, n) => one(['seen_again', n, 'at'], at)),
  ];
}

function one(path: FieldPath, written: string | undefined): DatedField[] {
  return written === undefined ? [] : [{ path, written }];
}
