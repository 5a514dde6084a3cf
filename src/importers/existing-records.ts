import { splitFences } from '#parse/fences.ts';
import { idOf } from '#parse/record.ts';
import { readYaml } from '#parse/yaml.ts';
import type { RecordKind } from '#schema/index.ts';

/** A record of the knowledge base, as far as an import must know it. */
export interface ExistingRecord {
  kind: RecordKind;
  file: string;
  /** Its id and its former ids. */
  ids: string[];
  imported?: { from: string; id: string; digest?: string };
}

/**
 * Reads where a record came from. It works on records that somebody is editing and that are broken in
 * other places, since an import must not write a twin of them.
 */
export function existingRecord(file: string, bytes: Uint8Array): ExistingRecord {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const fenced = splitFences(text);
  const header = 'header' in fenced ? fenced.header : (text.split('\n---')[0] ?? '');
  const { value } = readYaml(header, 2);
  const imported = originOf(valueAt(value, 'imported')) ?? originInBroken(header);
  const aliases = valueAt(value, 'aliases');
  return {
    kind: kindOf(file),
    file,
    ids: [idOf(file), ...(Array.isArray(aliases) ? aliases.map(String) : [])],
    ...(imported && { imported }),
  };
}

function originOf(imported: unknown): ExistingRecord['imported'] {
  const [from, id, digest] = ['from', 'id', 'digest'].map((name) => valueAt(imported, name));
  if (typeof from !== 'string' || typeof id !== 'string') return undefined;
  return { from, id, ...(typeof digest === 'string' && { digest }) };
}

/** The lines below "imported:" alone, when the front matter as a whole cannot be read. */
function originInBroken(header: string): ExistingRecord['imported'] {
  const block = /^imported:[ \t]*\n((?:[ \t]+.*(?:\n|$))+)/m.exec(header)?.[0];
  const own = block
    ?.split('\n')
    .filter((line, index) => index === 0 || /^ {1,4}(from|id|digest):/.test(line));
  return own && originOf(valueAt(readYaml(own.join('\n'), 1).value, 'imported'));
}

function valueAt(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function kindOf(file: string): RecordKind {
  if (file.startsWith('incidents/')) return 'incident';
  return file.startsWith('kb/intake/') ? 'intake' : 'article';
}
