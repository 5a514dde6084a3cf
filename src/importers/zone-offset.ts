/** Abbreviations that mean one offset wherever they are used; IST, BST or CST do not. */
const offsets: Readonly<Record<string, string>> = {
  UTC: '+00:00',
  GMT: '+00:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * The offset that a text on times names, such as "CET", "UTC+1 (Zurich time)" or "PST (UTC-7)": the
 * one in figures counts more than an abbreviation, which is taken at its word. Empty if there is none.
 */
export function zoneOffset(text: string): string {
  const [, sign = '', hours = '', minutes = '00'] =
    /\b(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?/i.exec(text) ?? [];
  if (hours) return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  const [name = ''] = /\b(UTC|GMT|CES?T|E[SD]T|M[SD]T|P[SD]T)\b/.exec(text) ?? [];
  return offsets[name] ?? '';
}
