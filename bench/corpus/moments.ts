/** An instant in UTC, as records write it: `2026-03-14T09:10:00Z`. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** The day of an instant in UTC: `2026-03-14`. */
export function dayOf(milliseconds: number): string {
  return instant(milliseconds).slice(0, 10);
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const beginning = Date.UTC(2022, 0, 3, 6, 0);

/** When a record began, oldest first: ten thousand of them take four years. */
export function beganAt(index: number): number {
  return beginning + index * 210 * minute;
}
