/** A search that found no answer, as it was passed on by whoever made it. */
export interface LoggedSearch {
  query: string;
  /** The name or the id of the product that was chosen. */
  product?: string;
  /** The tag of the language in which was asked: "en". */
  language?: string;
  /** How many pages were shown although they do not answer it. */
  count?: number;
  /** The day: 2026-11-21. */
  date?: string;
}

/** What of a log could not be read, and where. */
export interface LogProblem {
  /** From 1. */
  line: number;
  message: string;
}

export interface SearchLog {
  searches: LoggedSearch[];
  problems: LogProblem[];
}

/**
 * Reads a log of searches: a JSON object in a line, or, as it is copied into mails and issues, a field in a
 * line ("query: …") where each "query" begins another search. Both may stand in one file. What cannot be read is
 * told; of a search with a wrong field the rest is kept. Further fields are passed over.
 */
export function searchLogOf(text: string): SearchLog {
  const log: SearchLog = { searches: [], problems: [] };
  let copied: LoggedSearch | undefined;
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = written.trim();
    if (line === '') continue;
    const tell = (message: string) => log.problems.push({ line: index + 1, message });
    const [, name = '', value = ''] = copiedField.exec(line) ?? [];
    const field = name.toLowerCase();
    if (field === 'query') {
      copied = searchOf({ query: value }, tell);
      if (copied) log.searches.push(copied);
    } else if (field && copied) {
      Object.assign(
        copied,
        fieldsOf({ [field]: field === 'count' ? numberIn(value) : value }, tell),
      );
    } else {
      copied = undefined;
      const search = searchOf(jsonOf(line), tell);
      if (search) log.searches.push(search);
    }
  }
  return log;
}

/** Also quoted, or in a list. */
const copiedField = /^[>*\-\s]*(query|product|language|count|date):\s*(.*)$/i;

type Tell = (message: string) => void;

function numberIn(value: string): unknown {
  return /^\d+$/.test(value) ? Number(value) : value;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function searchOf(value: unknown, tell: Tell): LoggedSearch | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell('This is no search. Expected is a line such as {"query": "blank receipt", "count": 0}.');
    return undefined;
  }
  const { query } = value as Record<string, unknown>;
  if (typeof query !== 'string' || query.trim() === '') {
    tell('The search has no "query": the words that were typed, as text.');
    return undefined;
  }
  return { query: query.trim(), ...fieldsOf(value as Record<string, unknown>, tell) };
}

/** The other fields; empty ones are as good as none. */
function fieldsOf(written: Record<string, unknown>, tell: Tell): Omit<LoggedSearch, 'query'> {
  const found: Record<string, unknown> = {};
  for (const [name, { isRight, expected }] of Object.entries(others)) {
    const value = written[name];
    if (value === undefined || value === null || value === '') continue;
    if (isRight(value)) found[name] = name === 'date' ? String(value).slice(0, 10) : value;
    else tell(`"${name}" is left out: expected is ${expected}.`);
  }
  return found;
}

const isText = (value: unknown) => typeof value === 'string';

const others: Record<string, { isRight: (value: unknown) => boolean; expected: string }> = {
  product: { isRight: isText, expected: 'text' },
  language: { isRight: isText, expected: 'a tag such as "en"' },
  count: {
    isRight: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
    expected: 'a whole number',
  },
  date: {
    isRight: (value) =>
      isText(value) &&
      /^\d{4}-\d\d-\d\d(T|$)/.test(String(value)) &&
      isDay(String(value).slice(0, 10)),
    expected: 'a day such as 2026-11-21',
  },
};

/** The calendar has it. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
