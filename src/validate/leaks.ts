import { configured } from '#leaks/configured.ts';
import type { Leak, LeakKind, Spot } from '#leaks/leak.ts';
import { masked } from '#leaks/masked.ts';
import { isForPublic, publicTexts } from '#leaks/public-texts.ts';
import { factsOf } from '#leaks/record-facts.ts';
import { leaksBy, scan, withoutOverlaps } from '#leaks/scan.ts';
import { sourceFacts } from '#leaks/source-facts.ts';
import { configFile, type Config } from '#model/config.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import type { Allowed } from '#schema/allow.ts';
import { allowedBy, publishedContacts, ruleOf } from './allowed-leaks.ts';
import { rangeIn } from './range-in.ts';
import { lenient, type Context, type Finding, type Rule } from './rule.ts';

/** Nothing that everybody may read holds secrets, people, machines, or what the team keeps to itself. */
export const leaks: Rule = function* (context) {
  const { config } = context.site;
  const used = new Set<Allowed>();
  const shared = [...(config.allow ?? []), ...publishedContacts(config)];
  const check: Check = { context, used, shared, isForbidden: configured(config.internal ?? {}) };
  for (const record of context.texts) {
    if (isForPublic(record)) yield* inRecord(record, check);
  }
  yield* inFiles(check);
  yield* inConfig(check);
};

interface Check {
  context: Context;
  /** Entries of `allow` that something was found for. */
  used: Set<Allowed>;
  /** What may be published anywhere. */
  shared: readonly Allowed[];
  isForbidden: Detected;
}

type Detected = (plain: string) => (Spot & Pick<Leak, 'kind'>)[];
/** A leak and where a person finds it. */
type Placed = Leak & Pick<Finding, 'at'>;

function* inRecord(record: ParsedRecord, check: Check): Generator<Finding> {
  const { context, used, shared, isForbidden } = check;
  const { allow = [], send } = record.fields as {
    allow?: Allowed[];
    send?: { email?: string; url?: string };
  };
  const mailbox: Allowed[] = send?.email
    ? [{ rule: 'leaked-email', text: send.email, because: 'It takes the packets.' }]
    : [];
  const isOfSource = sourceDetector(record, context);
  const scanned = context.leaks.get(record.file) ?? [];
  // Where packets go is meant to be known, unless it is a host of ours.
  const texts = [
    ...publicTexts(record),
    ...(send?.url ? [{ at: ['send', 'url'], text: send.url }] : []),
  ];
  const found = texts.flatMap(({ at, text }): Placed[] => {
    const special = leaksBy(text, (plain) => [...isOfSource(plain), ...isForbidden(plain)]);
    const general = scanned.filter((leak) => String(leak.at) === String(at));
    return withoutOverlaps([...special, ...general]).map((leak) => ({
      ...leak,
      at: placeOf(record, at, text, leak),
    }));
  });
  const entries = [...allow, ...mailbox, ...shared];
  const left = notAllowed(found, entries, used);
  for (const finding of findingsOf(left)) {
    yield { severity: leniency(record), record, ...finding };
  }
  yield* unused(record, allow, check);
}

/** Imported articles build on the first day; what is not published yet is told and stops nothing. */
function leniency(record: ParsedRecord) {
  return 'imported' in record.fields && record.fields.imported ? 'warning' : lenient(record);
}

function sourceDetector(record: ParsedRecord, { site }: Context): Detected {
  const sources = 'sources' in record.fields ? (record.fields.sources ?? []) : [];
  if (sources.length === 0) return () => [];
  const ids = new Set(sources);
  const incidents = site.incidents.filter(({ id }) => ids.has(id)).map(({ fields }) => fields);
  const { organization, products } = site.config;
  const detector = sourceFacts(
    factsOf(incidents, [organization, ...products.map(({ name }) => name)]),
  );
  return (plain) => detector(plain).map((spot) => ({ ...spot, kind: 'source' as const }));
}

function placeOf(
  record: ParsedRecord,
  at: FieldPath | 'body' | 'name',
  text: string,
  leak: Leak,
): Finding['at'] {
  if (at === 'name') return rangeIn('', 0, 0, 1);
  return at === 'body' ? rangeIn(text, leak.from, leak.to, record.bodyLine) : at;
}

/** What public pages offer: the paths, which become addresses, and what stands in text files. */
function* inFiles({ context, used, shared, isForbidden }: Check): Generator<Finding> {
  for (const file of context.offered.paths) {
    const found = leaksBy(file, isForbidden).map((leak) => ({
      ...leak,
      at: rangeIn('', 0, 0, 1),
    }));
    for (const finding of findingsOf(notAllowed(found, shared, used))) {
      yield { record: { file, header: '' }, ...finding };
    }
  }
  for (const [file, text] of context.offered.texts) {
    const found = withoutOverlaps([...leaksBy(text, isForbidden), ...scan(text)]).map((leak) => ({
      ...leak,
      at: rangeIn(text, leak.from, leak.to, 1),
    }));
    for (const finding of findingsOf(notAllowed(found, shared, used))) {
      yield { record: { file, header: '' }, ...finding };
    }
  }
}

/** What public pages take from the configuration. */
function* inConfig({ context, used, shared, isForbidden }: Check): Generator<Finding> {
  const record = { file: configFile, header: '' };
  for (const [text, path] of shownOf(context.site.config)) {
    const found = [...leaksBy(text, isForbidden), ...scan(text)].map((leak) => ({
      ...leak,
      at: context.configAt(path),
    }));
    for (const finding of findingsOf(notAllowed(found, shared, used))) yield { record, ...finding };
  }
}

function shownOf(config: Config): [text: string, at: FieldPath][] {
  const { organization, name, products, search, contact, feedback, address, theme } = config;
  const places: [text: string | undefined, at: FieldPath][] = [
    [address.public, ['base_url', 'public']],
    [contact?.email, ['contact', 'email']],
    [contact?.url, ['contact', 'url']],
    [feedback?.email, ['feedback', 'email']],
    [feedback?.url, ['feedback', 'url']],
    [theme?.logo, ['theme', 'logo']],
  ];
  return [
    ...places.flatMap(([text, at]): [string, FieldPath][] => (text ? [[text, at]] : [])),
    [organization, ['organization']],
    [name.public, ['name', 'public']],
    ...(search?.synonyms ?? []).flatMap((group, n) =>
      group.map((word, m): [string, FieldPath] => [word, ['search', 'synonyms', n, m]]),
    ),
    ...products.flatMap(({ id, name: product, components = [] }, n): [string, FieldPath][] => [
      [id, ['products', n, 'id']],
      [product, ['products', n, 'name']],
      ...components.flatMap(({ id: part, name: called }, m): [string, FieldPath][] => [
        [part, ['products', n, 'components', m, 'id']],
        [called, ['products', n, 'components', m, 'name']],
      ]),
    ]),
  ];
}

function notAllowed(found: Placed[], entries: readonly Allowed[], used: Set<Allowed>): Placed[] {
  return found.filter((leak) => {
    const entry = allowedBy(leak, entries);
    if (entry) used.add(entry);
    return !entry;
  });
}

function* unused(
  record: ParsedRecord,
  allow: readonly Allowed[],
  { used }: Check,
): Generator<Finding> {
  for (const [index, entry] of allow.entries()) {
    if (used.has(entry)) continue;
    yield {
      code: 'allow-unused',
      record,
      at: ['allow', index],
      message: 'Nothing is found here any more that this entry of `allow` is for.',
      hint: 'Remove it, so that it hides nothing later; or correct its `rule` or its `text`.',
    };
  }
}

/** One finding for each thing, at its first place. */
function findingsOf(found: Placed[]): (Omit<Finding, 'record'> & Pick<Finding, 'at'>)[] {
  const things = Map.groupBy(found, ({ kind, text }) => `${kind} ${text.toLowerCase()}`);
  return [...things.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const also = same.slice(1).map(({ at }) => at);
    return [
      {
        code: ruleOf[first.kind],
        at: first.at,
        message: `Everybody could read ${first.what} (${masked(first.text)}).`,
        hint: hints[first.kind],
        ...(also.length > 0 && { also }),
      },
    ];
  });
}

const hints = {
  secret:
    'Remove it, and make it worthless: change the password, revoke the key. Git remembers it.',
  email: 'Name the mailbox of a team instead. If it is meant to be public, say why under `allow`.',
  phone: 'Name the number of a team instead. If it is meant to be public, say why under `allow`.',
  ip_address:
    'Use an address kept for examples, such as 192.0.2.10. If readers need this one, say why under `allow`.',
  host: 'Describe the host instead of naming it; `internal.hosts` in the configuration lists what is ours.',
  ticket: 'Leave it out; nobody outside can look it up.',
  word: 'Say it in other words; `internal.words` in the configuration lists what stays inside.',
  source: 'Say it without the person, the organization or the ticket it was learnt from.',
} satisfies Record<LeakKind, string>;
