import type { Code } from '#diagnostics/catalogue.ts';
import { sorted, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { headingSlugs, outlineForCheck, type Body } from '#markdown/body.ts';
import type { Guide } from '#markdown/guide.ts';
import type { Outline } from '#markdown/outline.ts';
import { buildSite } from '#model/build-site.ts';
import type { RecordLeak } from '#leaks/record-leaks.ts';
import { isForPublic } from '#leaks/public-texts.ts';
import { configFile, withDefaults, type Config } from '#model/config.ts';
import type { Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { joined, linkTarget } from '#model/link-target.ts';
import { isLog, isText } from '#model/served-files.ts';
import { readConfig } from '#parse/config.ts';
import { inventoryOf, type Entry, type Inventory, type RecordFile } from '#parse/inventory.ts';
import { idOf, parseRecord, type ParsedRecord, type RecordText } from '#parse/record.ts';
import { readYaml } from '#parse/yaml.ts';
import type { RecordKind } from '#schema/index.ts';
import { historyGap } from '#validate/history-gap.ts';
import { validate } from '#validate/index.ts';
import type { Context, History, OfferedFiles } from '#validate/rule.ts';

/** Where the files come from; the pipeline itself touches no disk. */
export interface Source {
  /** The bytes of fixlore.config.yaml, or undefined if there is none. */
  config: () => Promise<Uint8Array | undefined>;
  /** Every file below incidents/ and kb/. */
  entries: () => Promise<Entry[]>;
  /** Reads records with `readRecord`, on as many cores and from such caches as it likes. */
  records: (files: RecordFile[], depth: Depth) => Promise<ReadRecord[]>;
  /** The text of log files, by path; only for `render`. */
  logs: (paths: string[]) => Promise<Map<string, string>>;
  /** The texts of files that public pages offer, by path; large ones are left out. */
  texts?: (paths: string[]) => Promise<ReadonlyMap<string, string>>;
  /** What earlier versions of the incidents said; undefined where nothing remembers it. */
  history?: () => Promise<History | undefined>;
}

/** What a reading is for: how much is read, and the moment of which questions about time are asked. */
export interface Asked {
  depth: Depth;
  /** Milliseconds since 1970. */
  now: number;
}

/** `check` reads what the rules look at; `render` also turns every body into HTML. */
export type Depth = 'check' | 'render';

/** One file, read: the record unless it has errors, and what is wrong with it. */
export interface ReadRecord {
  file: string;
  record?: ParsedRecord;
  /** Where there is no record, but a body that can be checked. */
  text?: RecordText;
  outline?: Outline;
  /** Where the links of a body lead that was not parsed. */
  hrefs?: string[];
  /** Of an article: how it guides its readers. */
  guide?: Guide;
  body?: Body;
  /** What looks like a leak in a record for the public. */
  leaks?: RecordLeak[];
  diagnostics: Diagnostic[];
}

/** A knowledge base, read and checked. Without a usable configuration there is no site. */
export interface Reading {
  site?: Site;
  diagnostics: Diagnostic[];
  /** How many record files there are, or were asked for; broken ones included. */
  recordCount: number;
}

export { configFile };

/** Load, parse, model, validate: the way from files to a site with everything that is wrong with it. */
export async function readKnowledgeBase(source: Source, { depth, now }: Asked): Promise<Reading> {
  const listed = await listedFiles(source);
  const read = await source.records(listed.inventory.records, depth);
  return readingOf(source, listed, { read, now, isWhole: true });
}

/**
 * Checks some of the records. They are held against all the others, but of those only as many are read
 * as that takes; so what is told of them is incomplete, and so is the site.
 */
export async function readSome(
  source: Source,
  isWanted: (file: string) => boolean,
  now: number,
): Promise<Reading> {
  const listed = await listedFiles(source);
  const { records } = listed.inventory;
  const wanted = records.filter(({ file }) => isWanted(file));
  const recordCount = wanted.length;
  if (recordCount <= few) {
    const read = await source.records(wanted, 'check');
    const linked = new Set(read.flatMap(linkedFiles));
    const sources = new Set(read.flatMap(sourceIds));
    const isNeeded = ({ kind, file }: RecordFile) =>
      linked.has(file) || (kind === 'incident' && sources.has(idOf(file)));
    const others = records.filter((one) => isNeeded(one) && !isWanted(one.file));
    read.push(...(await source.records(others, 'check')));
    const reading = await readingOf(source, listed, { read, now, isWhole: false });
    const told = reading.diagnostics.filter(({ file }) => isWanted(file));
    if (!read.some(namesOthers) && !told.some(({ code }) => maySayMore.has(code))) {
      return { ...reading, recordCount };
    }
  }
  const read = await source.records(records, 'check');
  const reading = await readingOf(source, listed, { read, now, isWhole: true });
  return { ...reading, recordCount };
}

/** Up to so many records are checked for themselves. */
const few = 100;

/** What is put in other words once it is known what other records were once called. */
const maySayMore = new Set<Code>(['unknown-incident', 'unknown-article']);

/** Only all other records tell whether a former name is another's, or duplicates lead in a circle. */
function namesOthers({ record }: ReadRecord): boolean {
  return record !== undefined && ('aliases' in record.fields || 'duplicate_of' in record.fields);
}

/** The records that the links of a body may lead to. */
function linkedFiles({ file, outline, hrefs = [] }: ReadRecord): string[] {
  return [...hrefs, ...(outline?.links ?? []).map(({ href }) => href)].flatMap((href) => {
    const target = linkTarget(file, href);
    return target.kind === 'record' ? [target.file] : [];
  });
}

/** The incidents whose people and tickets an article must not name. */
function sourceIds({ record }: ReadRecord): readonly string[] {
  return record && 'sources' in record.fields ? (record.fields.sources ?? []) : [];
}

/** What there is, before any record is read. */
interface Listed {
  config?: Config;
  configText: string;
  inventory: Inventory;
  diagnostics: Diagnostic[];
}

async function listedFiles(source: Source): Promise<Listed> {
  const bytes = await source.config();
  const { config, diagnostics } = readConfig(configFile, bytes);
  const inventory = inventoryOf(await source.entries());
  return {
    ...(config && { config: withDefaults(config) }),
    configText: new TextDecoder().decode(bytes),
    inventory,
    diagnostics: [...diagnostics, ...inventory.diagnostics],
  };
}

async function readingOf(
  source: Source,
  { config, configText, inventory, diagnostics }: Listed,
  { read, now, isWhole }: { read: ReadRecord[]; now: number; isWhole: boolean },
): Promise<Reading> {
  const found = [...diagnostics, ...read.flatMap((one) => one.diagnostics)];
  const recordCount = inventory.records.length;
  if (!config) return { diagnostics: sorted(found), recordCount };
  const site = await modelOf({ config, now }, inventory, read, source);
  const history = await source.history?.();
  const problems = validate({
    ...contextOf(site, inventory, read),
    configAt: (path) => readYaml(configText, 1).locate(path),
    offered: await offeredIn(site, read, source),
    isWhole,
    history,
  });
  return {
    site,
    diagnostics: sorted([...found, ...problems, ...historyGap(history)]),
    recordCount,
  };
}

/** Reads one record of any kind. This is what is spread over the cores and cached. */
export async function readRecord(
  kind: RecordKind,
  file: string,
  bytes: Uint8Array,
  depth: Depth,
): Promise<ReadRecord> {
  const read = await readText(kind, file, bytes, depth);
  if (!read.record || !isForPublic(read.record)) return read;
  const { recordLeaks } = await import('#leaks/record-leaks.ts');
  const leaks = await recordLeaks(read.record);
  return leaks.length > 0 ? { ...read, leaks } : read;
}

async function readText(
  kind: RecordKind,
  file: string,
  bytes: Uint8Array,
  depth: Depth,
): Promise<ReadRecord> {
  const { record, text, diagnostics } = parseRecord(kind, file, bytes);
  if (!record && !text) return { file, diagnostics };
  const source = { ...(record ?? text!), isGuide: record !== undefined && isGuide(record) };
  if (!record || depth === 'check') {
    const { problem, ...known } = outlineForCheck(source);
    if (problem) return { file, diagnostics: [...diagnostics, problem] };
    return { file, ...(record ? { record } : { text: text! }), ...known, diagnostics };
  }
  // A check renders nothing, and starts sooner without what renders.
  const { renderedBody } = await import('#markdown/rendered-body.ts');
  const { body, guide, problem } = await renderedBody(source);
  return body
    ? { file, record, outline: body.outline, ...(guide && { guide }), body, diagnostics }
    : { file, diagnostics: problem ? [...diagnostics, problem] : diagnostics };
}

/** Archived articles guide nobody any more, and imported ones from their first review on. */
function isGuide(record: ParsedRecord): boolean {
  if (record.kind !== 'article') return false;
  const { state, imported, reviewed } = (record as ParsedRecord<'article'>).fields;
  return state !== 'archived' && (imported === undefined || reviewed !== undefined);
}

async function modelOf(
  asked: { config: Config; now: number },
  { files }: Inventory,
  read: ReadRecord[],
  source: Source,
): Promise<Site> {
  const records = read.flatMap(({ record }) => record ?? []);
  const bodies = new Map(read.flatMap(({ file, body }) => (body ? [[file, body] as const] : [])));
  const logs = bodies.size > 0 ? await source.logs(logPaths(records, files)) : new Map();
  return buildSite({ ...asked, records, files, bodies, logs });
}

function logPaths(records: ParsedRecord[], files: Inventory['files']): string[] {
  return records.flatMap((record) => {
    if (record.kind !== 'incident') return [];
    const { evidence = [] } = (record as ParsedRecord<'incident'>).fields;
    return evidence.flatMap(({ file }) => {
      const path = file && joined(record.file, file);
      return path && isLog(path) && files.has(path) ? [path] : [];
    });
  });
}

/** The files that records for the public link to: whoever reads the page can have them. */
async function offeredIn(site: Site, read: ReadRecord[], source: Source): Promise<OfferedFiles> {
  const { files, config } = site;
  const found = read.flatMap(({ file, record, outline, hrefs = [] }) => {
    if (!record || !isForPublic(record)) return [];
    return [...hrefs, ...(outline?.links ?? []).map(({ href }) => href)].flatMap((href) => {
      const target = linkTarget(file, href);
      return target.kind === 'file' && files.has(target.path) ? [target.path] : [];
    });
  });
  const paths = [...new Set(found)].sort();
  const readable = [...paths.filter(isText), ...(config.theme?.css ? [config.theme.css] : [])];
  const texts = await source.texts?.(readable);
  const unread = texts ? readable.filter((path) => !texts.has(path)) : [];
  return { paths, texts: texts ?? new Map(), unread: new Set(unread) };
}

function contextOf(
  site: Site,
  { records }: Inventory,
  read: ReadRecord[],
): Omit<Context, 'isWhole' | 'history' | 'configAt' | 'offered'> {
  const ids = {
    incident: new Set<string>(),
    article: new Set<string>(),
    intake: new Set<string>(),
  };
  for (const { kind, file } of records) ids[kind].add(idOf(file));
  const byFile = new Map(read.map((one) => [one.file, one] as const));
  const slugs = new Map<string, ReadonlySet<string>>();
  return {
    site,
    texts: read.flatMap(({ record, text }) => record ?? text ?? []),
    ids,
    recordFiles: new Set(records.map(({ file }) => file)),
    publicFiles: new Set(
      [...site.articles, ...site.intakes].filter(isPublic).map(({ file }) => file),
    ),
    outlines: new Map(
      read.flatMap(({ file, outline }) => (outline ? [[file, outline] as const] : [])),
    ),
    guides: new Map(read.flatMap(({ file, guide }) => (guide ? [[file, guide] as const] : []))),
    hrefs: new Map(read.flatMap(({ file, hrefs }) => (hrefs ? [[file, hrefs] as const] : []))),
    leaks: new Map(read.flatMap(({ file, leaks }) => (leaks ? [[file, leaks] as const] : []))),
    headings(file) {
      const record = byFile.get(file)?.record;
      if (record && !slugs.has(file)) slugs.set(file, headingSlugs(record));
      return slugs.get(file);
    },
  };
}
