import { momentOf } from '#model/moment.ts';
import type { Incident } from '#model/site.ts';
import { terms } from '../terms.ts';
import type { Decisions } from './decisions.ts';
import type { Fact, FactLabel } from './drill.ts';
import { quoted, toldAbout } from './words.ts';

/** The facts of an incident by when they were known. */
export interface KnownFacts {
  /** What the customer said: the first sentence of the drill. */
  said: Fact[];
  /** What the first questions bring out. */
  asked: Fact[];
  /** What became known only with a later decision: one list for each of them. */
  later: Fact[][];
}

/**
 * When what a record tells was known, so that nothing of later stands in front of a decision.
 *
 * Symptoms are what was said at first; goal, expectation, errors, and changes that are not dated after the
 * opening, were known once somebody asked. Evidence and environment carry no time. Each of them belongs to
 * the part of the record with which it shares most words: to what was known at first, to one of the attempts
 * (its action, reason and command), or to the cause and the proof. What belongs to a later attempt is shown
 * when that attempt is the next to be made, because it is what they were looking at then; what belongs to
 * the cause or to the proof is not shown before the end. A text that speaks of the attempts is of the end,
 * and one that names a time of the clock after the opening is known from the first attempt after that time.
 */
export function knownFacts(decisions: Decisions, zone: string): KnownFacts {
  const { incident, attempts } = decisions;
  const { fields } = incident;
  const stage = stages(decisions, zone);
  const asked: Fact[] = [
    ...facts('goal', incident, 'goal', fields.goal),
    ...facts('expected', incident, 'expected', fields.expected),
    ...(fields.errors ?? []).flatMap((text, at) => facts('error', incident, `errors[${at}]`, text)),
    ...reproducibility(incident),
    ...changes(incident, zone),
  ];
  const later: Fact[][] = attempts.map(() => []);
  for (const { fact, text } of undated(incident)) {
    const at = stage(text);
    if (at === 'first') asked.push(fact);
    else if (at !== 'end') later[at]?.push(fact);
  }
  return {
    said: fields.symptoms.flatMap((text, at) => facts('said', incident, `symptoms[${at}]`, text)),
    asked,
    later,
  };
}

function facts(
  label: FactLabel,
  incident: Incident,
  field: string,
  text: string | undefined,
): Fact[] {
  return quoted(incident, field, text).map((words) => ({ label, words }));
}

function reproducibility(incident: Incident): Fact[] {
  const { reproducible } = incident.fields;
  if (reproducible === undefined) return [];
  const words = toldAbout(`reproducible_${reproducible}`, incident, 'reproducible');
  return [{ label: 'reproducible', words }];
}

function changes(incident: Incident, zone: string): Fact[] {
  const { recent_changes = [], opened } = incident.fields;
  const opening = momentOf(opened, zone);
  return recent_changes.flatMap(({ at, what }, index) => {
    const isLater = at !== undefined && momentOf(at, zone).start > opening.end;
    return isLater ? [] : facts('change', incident, `recent_changes[${index}].what`, what);
  });
}

/** Evidence and environment, with the text by which they are placed. */
function undated(incident: Incident): { fact: Fact; text: string }[] {
  const { environment = {}, evidence = [] } = incident.fields;
  return [
    ...Object.entries(environment).flatMap(([key, text]) =>
      text.trim() === ''
        ? []
        : [
            {
              fact: {
                label: 'environment' as const,
                words: { incident: incident.id, field: `environment.${key}`, text, key },
              },
              text: `${key} ${text}`,
            },
          ],
    ),
    ...evidence.flatMap(({ shows }, index) =>
      facts('evidence', incident, `evidence[${index}].shows`, shows).map((fact) => ({
        fact,
        text: shows,
      })),
    ),
  ];
}

/** Says of a text where it belongs: a decision by its number from 0; the first one counts as known. */
function stages(
  { incident, attempts }: Decisions,
  zone: string,
): (text: string) => number | 'first' | 'end' {
  const { fields } = incident;
  const first = new Set(
    terms(
      [
        ...fields.symptoms,
        ...(fields.errors ?? []),
        ...(fields.recent_changes ?? []).map(({ what }) => what),
        fields.goal ?? '',
        fields.expected ?? '',
      ].join(' '),
    ),
  );
  const parts = attempts.map((index) => {
    const { action = '', because = '', run = '' } = fields.attempts?.[index] ?? {};
    return new Set(terms(`${action} ${because} ${run}`));
  });
  const end = new Set(terms(`${fields.cause ?? ''} ${fields.fix?.isolated_how ?? ''}`));
  const byClock = clockStages({ incident, attempts }, zone);
  return (text) => {
    const clock = byClock(text);
    if (clock !== undefined) return clock;
    const words = terms(text);
    const shared = (others: ReadonlySet<string>) => words.filter((word) => others.has(word)).length;
    const counts = parts.map(shared);
    const most = Math.max(...counts);
    const atEnd = shared(end);
    if (atEnd > shared(first) && atEnd > most && atEnd > 1) return 'end';
    if (most <= shared(first)) return 'first';
    const at = counts.indexOf(most);
    return at === 0 ? 'first' : at;
  };
}

/** Where a text belongs by what it says of time itself; undefined if it says nothing that is after the opening. */
function clockStages(
  { incident: { fields }, attempts }: Pick<Decisions, 'incident' | 'attempts'>,
  zone: string,
): (text: string) => number | 'end' | undefined {
  const [, day, offset = ''] = /^(.{10})T.*?(Z|[+-]\d\d:\d\d)?$/.exec(fields.opened) ?? [];
  const opening = momentOf(fields.opened, zone);
  return (text) => {
    if (/\battempts?\b/i.test(text)) return 'end';
    const times = text.match(/(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:])/g) ?? [];
    if (day === undefined || times.length === 0) return undefined;
    const latest = Math.max(
      ...times.map((time) => momentOf(`${day}T${time}:00${offset}`, zone).start),
    );
    if (latest <= opening.end) return undefined;
    const next = attempts.findIndex((index) => {
      const at = fields.attempts?.[index]?.at;
      return at !== undefined && momentOf(at, zone).start > latest;
    });
    return next === -1 ? 'end' : next;
  };
}
