import { contactsIn, organizationNames } from '#leaks/reporter-names.ts';
import type { Config } from '#model/config.ts';
import type { Incident } from '#model/site.ts';
import type { Audience } from '#schema/article.ts';

/** What in a text is for nobody outside. */
export type FactKind =
  'customer' | 'name' | 'contact' | 'ticket' | 'host' | 'address' | 'internal word';

export interface Fact {
  kind: FactKind;
  pattern: RegExp;
  /** What the pattern also finds, and everybody may know: the team's own address. */
  isOpen?: (text: string) => boolean;
}

export interface Cleaned {
  text: string;
  /** What was taken out, each kind once. */
  removed: FactKind[];
}

/**
 * What must not travel from incidents into an article: who reported, who worked on it, where they work,
 * how they are reached and tickets; into a public one also what the configuration calls internal, and
 * machines. Those who fix need the machines: a command without them is none.
 */
export function internalFacts(
  incidents: readonly Pick<Incident, 'fields'>[],
  { internal, contact }: Pick<Config, 'internal' | 'contact'>,
  audience: Audience,
): Fact[] {
  const told = incidents.flatMap(({ fields }) => toldFacts(fields));
  const own = new Set<string | undefined>([contact?.email, contact?.phone, contact?.url]);
  const isOpen = (text: string) => own.has(text);
  const people = told
    .filter(({ text }) => !own.has(text))
    .map(({ kind, text }) => literal(kind, text));
  if (audience === 'internal') {
    const contacts = shapes.filter(({ kind }) => kind === 'contact');
    return [...people, ...contacts.map((shape) => ({ ...shape, isOpen }))];
  }
  return [
    ...people,
    ...(internal?.words ?? []).map((word) => literal('internal word', word)),
    ...(internal?.tickets ?? []).map((source): Fact => {
      return { kind: 'ticket', pattern: new RegExp(source, 'gu') };
    }),
    ...(internal?.hosts ?? []).map((suffix): Fact => {
      const host = escaped(suffix.replace(/^[*.]+/, ''));
      return {
        kind: 'host',
        pattern: new RegExp(`(?<![\\w-])(?:[\\w-]{1,63}\\.){0,8}${host}(?![\\w-])`, 'giu'),
      };
    }),
    ...shapes.map((shape) => ({ ...shape, isOpen })),
  ];
}

/** A text in which "the customer" or a place to fill stands for each internal fact. */
export function withoutFacts(text: string, facts: readonly Fact[]): Cleaned {
  const removed = new Set<FactKind>();
  let cleaned = text;
  for (const { kind, pattern, isOpen } of facts) {
    cleaned = cleaned.replaceAll(pattern, (found) => {
      if (isOpen?.(found)) return found;
      removed.add(kind);
      return placeFor[kind];
    });
  }
  return { text: cleaned.replaceAll(twice, '$1'), removed: [...removed] };
}

/** "Dana Whitfield of Foobar" is one customer, not two. */
const twice = /\b(the customer)(?:,? \(?(?:of|at|from|with)? ?the customer(?!['’])\)?)+/g;

const placeFor: Record<FactKind, string> = {
  customer: 'the customer',
  name: '(TODO: who)',
  contact: '(TODO: how to reach whom)',
  ticket: '(TODO: without the ticket)',
  host: '(TODO: which system)',
  address: '(TODO: which address)',
  'internal word': '(TODO: another word)',
};

/** What looks like an address is one, whoever's it is. */
const shapes: Fact[] = [
  { kind: 'contact', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { kind: 'contact', pattern: /(?<![\w.])\+\d[\d ()/-]{7,}\d/gu },
  { kind: 'address', pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.])/gu },
  { kind: 'address', pattern: /(?<![\w:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\w:])/giu },
  {
    kind: 'address',
    pattern: /(?<![\w:])[\da-f]{1,4}(?::[\da-f]{1,4})*::[\da-f:]*[\da-f](?![\w:])/giu,
  },
];

interface Told {
  kind: FactKind;
  text: string;
}

function toldFacts(fields: Incident['fields']): Told[] {
  const { reporter, attempts = [], promises = [], handoffs = [], follow_ups = [] } = fields;
  const tickets = [
    ...(fields.tickets ?? []),
    ...(fields.seen_again ?? []).map(({ ticket }) => ticket),
    ...handoffs.map(({ ref }) => ref),
  ];
  const people = [
    ...attempts.map(({ by }) => by),
    ...follow_ups.map(({ owner }) => owner),
    ...[...promises, ...handoffs].map(({ to }) => to),
  ].filter((name) => name !== undefined && isName(name));
  return [
    ...all('contact', contactsIn(reporter?.contact)),
    ...all('ticket', tickets),
    ...all('customer', [reporter?.name, ...organizationNames(reporter?.organization)]),
    ...all('customer', nameParts(reporter?.name)),
    ...all('name', people),
  ];
}

function all(kind: FactKind, texts: readonly (string | undefined)[]): Told[] {
  return texts.flatMap((text) =>
    text && text.trim().length > 1 ? [{ kind, text: text.trim() }] : [],
  );
}

/** "customer" and "web team" name nobody; "Multitrode developers" and "sj" do. */
function isName(text: string): boolean {
  const isInitials =
    /^[a-z]{2,3}$/.test(text) && !/^(it|us|we|me|he|she|ops|dev|web|net|all|hr|qa)$/.test(text);
  return isInitials || /\p{Lu}/u.test(text);
}

function nameParts(name = ''): string[] {
  return name.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part));
}

/** A person's name counts only as it is written: Mark is no mark. */
function literal(kind: FactKind, text: string): Fact {
  const flags = kind === 'name' || kind === 'customer' || text.length < 4 ? 'gu' : 'giu';
  return {
    kind,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags),
  };
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
}
