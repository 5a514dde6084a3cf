import { Temporal } from 'temporal-polyfill';
import { idMaxLength } from '#schema/scalars.ts';
import { recordText, type Writable } from './record-text.ts';

/** What is known of an incident in its first minute. */
export interface FirstWords {
  title?: string;
  product: string;
  component?: string;
  severity?: string;
  symptoms: string[];
  reporter?: { name?: string; organization?: string; contact?: string; channel?: string };
  /** When it began, if that is known better than by the clock. */
  opened?: string;
  /** Further fields of the incident. */
  more?: Record<string, Writable>;
  /** What follows the heading "What happened". */
  body?: string;
}

export interface NewRecord {
  /** The path in the knowledge base. */
  path: string;
  text: string;
}

/** The record of an incident that begins now. `now` in milliseconds; `isTaken` knows the ids there are. */
export function newIncident(
  words: FirstWords,
  clock: { now: number; timezone: string },
  isTaken: (id: string) => boolean,
): NewRecord {
  const moment = Temporal.Instant.fromEpochMilliseconds(clock.now)
    .toZonedDateTimeISO(clock.timezone)
    .round('minute');
  const opened = moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  const title = words.title ?? titleOf(words.symptoms[0] ?? '');
  const day = moment.toPlainDate().toString();
  const id = freeId(`${day}-${slugOf(title) || 'incident'}`, isTaken);
  const fields = {
    title,
    status: 'open',
    product: words.product,
    component: words.component,
    severity: words.severity,
    opened: words.opened ?? opened,
    reporter: words.reporter,
    symptoms: words.symptoms,
    ...words.more,
  };
  return {
    path: `incidents/${day.slice(0, 4)}/${id}.md`,
    text: recordText(fields, `## What happened\n\n${words.body ?? ''}`),
  };
}

/** The draft of an article, with the headings that every article has. */
export function newArticle(
  words: { title: string; product: string; type: string; audience: string },
  isTaken: (id: string) => boolean,
): NewRecord {
  const { title, product, type, audience } = words;
  const id = freeId(slugOf(title) || 'article', isTaken);
  const fields = { title, type, audience, state: 'draft', product, symptoms: [title] };
  return {
    path: `kb/${id}.md`,
    text: recordText(
      type === 'known_issue' ? { ...fields, issue: { status: 'investigating' } } : fields,
      articleBody,
    ),
  };
}

const articleBody = `## Steps

1. Say what to do first.

   You should see: what tells them that it worked.

## Check that it worked

Say how they know.

## If it did not help

Say what to do instead, and what to send to support.

## Why it happens

For those who want to know.
`;

/** Lower-case letters, digits and hyphens, cut at a word. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[ßæøłđþœ]/g, (letter) => twoLetters[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (slug.length <= maxSlug) return slug;
  return slug
    .slice(0, maxSlug + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, maxSlug);
}

/** Letters that normalisation does not take apart. */
const twoLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  œ: 'oe',
};

const maxSlug = 50;

function titleOf(symptom: string): string {
  const line = symptom.split('\n')[0]?.trim() ?? '';
  const short = line.length <= 80 ? line : `${line.slice(0, 79).replace(/\s+\S*$/, '')}…`;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  const id = wanted.slice(0, idMaxLength - 4).replace(/-+$/, '');
  if (!isTaken(id)) return id;
  for (let number = 2; ; number += 1) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`;
}
