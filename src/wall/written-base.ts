import { isPublic } from '#model/visibility.ts';
import { inventoryOf } from '#parse/inventory.ts';
import { parseRecord, type ParsedRecord } from '#parse/record.ts';
import { readYaml } from '#parse/yaml.ts';
import { configFile } from '#model/config.ts';

/** The files of a knowledge base, the configuration included, by their paths. */
export type WrittenBase = ReadonlyMap<string, Uint8Array>;

/** A record file, sorted by whether everybody may read it. */
export interface WrittenRecord {
  file: string;
  record: ParsedRecord;
  /** The front matter as plain values: texts, lists and groups. */
  header: Header;
}

export type Header = Record<string, HeaderValue>;
export type HeaderValue = string | HeaderValue[] | { [name: string]: HeaderValue };

export interface SortedBase {
  open: WrittenRecord[];
  closed: WrittenRecord[];
  /** What is no record and no configuration. */
  others: string[];
}

/** Sorts the records that can be read; what cannot be read is left as it is. */
export function sortedBase(base: WrittenBase): SortedBase {
  const entries = [...base].map(([path, bytes]) => ({ path, size: bytes.length }));
  const { records, files } = inventoryOf(entries.filter(({ path }) => path !== configFile));
  const read = records.flatMap(({ kind, file }) => {
    const { record } = parseRecord(kind, file, base.get(file) ?? new Uint8Array());
    if (!record) return [];
    return [{ file, record, header: readYaml(record.header, 2).value as Header }];
  });
  return {
    open: read.filter(({ record }) => isPublic(record)),
    closed: read.filter(({ record }) => !isPublic(record)),
    others: [...files.keys()],
  };
}
