import type { Cell, Column } from '#derive/reports/report.ts';
import { productName } from '#model/config.ts';
import type { Site } from '#model/site.ts';
import type { Side } from '#schema/incident.ts';
import { durationText } from '../time-text.ts';
import { sideWords } from '../words.ts';

/** What is written where nothing is known. */
export const unknownText = '–';

/** Makes the cells of reports readable: names for ids, hours for minutes, per cent for parts of one. */
export function cellTexts(site: Site): (column: Column, cell: Cell) => string {
  const titles = {
    incident: new Map(site.incidents.map(({ id, fields }) => [id, fields.title] as const)),
    article: new Map(site.articles.map(({ id, fields }) => [id, fields.title] as const)),
  };
  const nameOf = (names: Column['names'], id: string): string => {
    switch (names) {
      case 'product':
        return productName(site.config, id);
      case 'incident':
      case 'article':
        return titles[names].get(id) ?? id;
      case 'month':
        return monthText(id, site.config.language);
      case 'side':
        return sideWords[id as Side];
      case 'commitment':
        return commitmentWords[id] ?? id;
      case 'kind':
        return kindWords[id] ?? `“${id}”`;
      case undefined:
        return id;
    }
  };
  return ({ kind, names }, cell) => {
    if (cell === undefined) return names === 'product' ? 'All products' : unknownText;
    if (typeof cell === 'string') return nameOf(names, cell);
    if (kind === 'minutes') return durationText(Math.round(cell));
    return kind === 'share' ? shareText(cell) : String(cell);
  };
}

/** "33 %". Nothing but none is 0 %, and nothing but all of them is 100 %. */
export function shareText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1 %';
  if (percent === 100 && share < 1) return 'over 99 %';
  return `${percent} %`;
}

/** "Mar 2026" for "2026-03". */
export function monthText(month: string, language: string): string {
  return monthParts(month, language).join(' ');
}

/** The month and the year. */
export function monthParts(month: string, language: string): [string, string] {
  const locale = language === 'en' ? 'en-GB' : language;
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
  return [name.format(Date.parse(`${month}-01T00:00Z`)), month.slice(0, 4)];
}

const commitmentWords: Record<string, string> = {
  promise: 'Promises',
  handoff: 'Hand-offs',
  follow_up: 'Follow-ups',
};

const kindWords: Record<string, string> = {
  reason: 'By reason',
  with_reason: 'With a reason',
  no_reason: 'Without a reason',
  command: 'By command',
  with_command: 'With a command',
  no_command: 'Without a command',
  place: 'By place in the record',
  first_attempt: 'First attempt',
  second_attempt: 'Second attempt',
  later_attempt: 'Third or later',
  word: 'By first word',
};
