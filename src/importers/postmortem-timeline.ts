import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { momentText } from './moment-text.ts';
import { zoneOffset } from './zone-offset.ts';

/** What a timeline says in so many words about the beginning and the end, as records write it. */
export interface TimelineEnds {
  opened?: string;
  resolved?: string;
}

/**
 * Reads when an incident began and ended: the first entry of the timeline that calls itself its start,
 * and the first one from there on that calls itself its end. Nothing is guessed: an entry without an
 * exact time, or whose day is not clear, gives none. `day` is that of the incident.
 */
export function timelineEnds(tree: Root, day: string, zone: string | undefined): TimelineEnds {
  const entries = entriesOf(tree, day, zone);
  const first = entries.findIndex(({ text }) => says(text, begins));
  const last = entries.find(({ text }, index) => index >= first && says(text, ends));
  const opened = entries[first]?.at;
  return { ...(opened && { opened }), ...(last?.at && { resolved: last.at }) };
}

const begins =
  /\b(start|beginning) of (the )?(incident|outage)\b|\b(incident|outage|problem) (starts?|started|begins?|began)\b/i;
const ends =
  /\bend of (the )?(incident|outage)\b|\b(incident|outage) (ends?|ended|((is|was) )?(over|resolved))\b|\ball[- ]clear\b/i;
const doubts = /\b(not|until|till|before|once|when|after|if|will|would|should|think|hope)\b/i;

/** Whether a sentence says it without an "if" or a "not". */
function says(text: string, what: RegExp): boolean {
  return text.split(/(?<=[.!?])\s+/).some((part) => what.test(part) && !doubts.test(part));
}

interface Entry {
  at: string | undefined;
  text: string;
}

/** The entries of the section "Timeline": headings or items of lists that start with a time. */
function entriesOf({ children }: Root, day: string, zone: string | undefined): Entry[] {
  const head = children.findIndex(
    (node) => node.type === 'heading' && /^timeline\b/i.test(toString(node).trim()),
  );
  const heading = children[head];
  if (heading?.type !== 'heading') return [];
  const clock = new EntryClock(day, zone);
  const entries: Entry[] = [];
  for (const node of children.slice(head + 1)) {
    const text = toString(node).trim();
    const isHeading = node.type === 'heading';
    if (isHeading && node.depth <= heading.depth && !startsWithTime(text)) break;
    if (isHeading && startsWithTime(text)) entries.push({ at: clock.read(text), text });
    else if (node.type === 'list' && hasTimes(node)) {
      for (const item of node.children) {
        const own = toString(item).trim();
        entries.push({ at: startsWithTime(own) ? clock.read(own) : undefined, text: own });
      }
    } else if (entries.length > 0) entries.at(-1)!.text += ` . ${text}`;
    else clock.offset = zoneOffset(/times? (?:are )?in (.*)/i.exec(text)?.[1] ?? '');
  }
  return entries;
}

function hasTimes(node: RootContent): boolean {
  return (
    node.type === 'list' && node.children.some((item) => startsWithTime(toString(item).trim()))
  );
}

/** A day or a time of day, or what a template puts around one. */
function startsWithTime(text: string): boolean {
  return /^\W*(\d{4}-\d{2}-\d{2}|(ca\.? |around )?\d{1,2}[:.][\dX]{2}|\d{1,2}\.? [A-Z][a-z]+\b|[A-Z][a-z]{2,8}\.? \d)/.test(
    text,
  );
}

const entryTime =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T,]? ?|$))?(?:(\d{1,2}):(\d{2})(:\d{2})?(?: ?([ap])\.?m?\.?(?=$|\W))?(?! ?(?:-|–|to) ?\d)(?!\S*\?))?(.*)/i;

/** Follows the day through a timeline, whose entries name it only where it changes. */
class EntryClock {
  offset = '';
  readonly #zone: string | undefined;
  /** Undefined once it is not clear any more. */
  #day: string | undefined;
  #minutes = -1;

  constructor(day: string, zone: string | undefined) {
    this.#day = day;
    this.#zone = zone;
  }

  /** The moment that an entry starts with; undefined where it is not exact or not clear. */
  read(text: string): string | undefined {
    const [, date, hours, minutes = '', seconds = '', half, rest = ''] = entryTime.exec(text) ?? [];
    if (date) [this.#day, this.#minutes] = [date, -1];
    else if (hours === undefined && /^\W*([A-Za-z]|\d{1,2}\.? [A-Z])/.test(text))
      this.#day = undefined;
    if (hours === undefined) return undefined;
    const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
    const at = hour * 60 + Number(minutes);
    if (at < this.#minutes) this.#day = undefined;
    this.#minutes = at;
    if (this.#day === undefined) return undefined;
    const clock = `${String(hour).padStart(2, '0')}:${minutes}${seconds}`;
    const offset = zoneOffset(/^ ?\(?(\w+(?:[+-]\d[\d:]*)?)/.exec(rest)?.[1] ?? '') || this.offset;
    return momentText(`${this.#day}T${clock}${offset}`, this.#zone);
  }
}
