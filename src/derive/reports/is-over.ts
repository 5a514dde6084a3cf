import type { Incident } from '#model/site.ts';

/** Whether the story of an incident is told to its end, so that what is missing is not known. */
export function isOver({ fields }: Incident): boolean {
  return fields.status === 'resolved' || fields.status === 'archived';
}
