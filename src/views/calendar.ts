/** A calendar; `src/export/icalendar.ts` writes it down. */
export interface Calendar {
  name: string;
  /** The day on which it was made, in milliseconds since 1970. */
  stamp: number;
  events: CalendarEvent[];
}

export interface CalendarEvent {
  /** The same for as long as the thing stands at its place in its record. */
  id: string;
  summary: string;
  description: string;
  category: string;
  /** In full, if the site's address is known. */
  href?: string;
  /** A day as `2026-03-14`, or an instant in milliseconds since 1970. */
  at: string | number;
}
