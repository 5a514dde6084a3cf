import { recordText, yamlText, type Writable } from '#export/record-text.ts';
import { reservedNames } from '#parse/inventory.ts';
import { maxHeaderBytes } from '#parse/decode.ts';
import { parseRecord } from '#parse/record.ts';
import type { RecordKind } from '#schema/index.ts';
import type { ExistingRecord } from './existing-records.ts';
import type { ImportContext, ImportedFile, SourceFile } from './importer.ts';
import { safeBody } from './safe-body.ts';
import { IdPool } from './slug.ts';
import type { SourceProblem } from './source-text.ts';

/** The file of a record, or why it would be none. */
export type Planned = ImportedFile | { problem: SourceProblem };

/** Where a file of the source goes, or where it went when it was imported before. */
export interface Place {
  /** What the source calls it: `imported.id`. */
  id: string;
  /** Its path in the source. */
  source: string;
  path: string;
  digest: string;
  before: ImportedFile['before'];
}

export interface Wanted {
  id: string;
  folder: string;
  slug: string;
}

/** Gives each file of the source its place. Ids are unique among the records of its kind. */
export class Places {
  readonly #importer: string;
  readonly #known = new Map<string, ExistingRecord>();
  readonly #ids: IdPool;
  readonly #digest: ImportContext['digest'];

  constructor(importer: string, kind: RecordKind, context: ImportContext) {
    this.#importer = importer;
    this.#digest = context.digest;
    const ours = context.existing.filter((record) => record.kind === kind);
    for (const record of ours) {
      const { from, id } = record.imported ?? {};
      if (from === importer && id !== undefined && !this.#known.has(id))
        this.#known.set(id, record);
    }
    this.#ids = new IdPool([...reservedNames, ...ours.flatMap(({ ids }) => ids)]);
  }

  /** `folder` ends without a slash; `slug` is what the id of the record is made from. */
  place(file: SourceFile, bytes: Uint8Array, wanted: Wanted): Place {
    const { id, folder, slug } = wanted;
    const source = file.path;
    const digest = this.#digest(bytes).slice(0, 16);
    const known = this.#known.get(id);
    if (known) {
      const before = known.imported?.digest === digest ? 'same' : 'changed';
      return { id, source, path: known.file, digest, before };
    }
    const path = `${folder}/${this.#ids.claim(slug)}.md`;
    return { id, source, path, digest, before: 'never' };
  }

  /** What `imported` says in the record. */
  origin(place: Place, fields: Record<string, string> | undefined): Record<string, Writable> {
    const { id, digest } = place;
    return { from: this.#importer, id, digest, ...(fields && { fields }) };
  }
}

/**
 * The file of a record, or why it would be none. `imported.fields` that make the front matter too
 * large are written below the text.
 */
export function plannedRecord(
  kind: RecordKind,
  place: Place,
  fields: Record<string, Writable | undefined>,
  body: string,
): Planned {
  const safe = safeBody(kind, body);
  let content = recordText(fields, safe);
  if (headerBytes(fields) > maxHeaderBytes) content = withFieldsBelow(fields, safe);
  const { path, source, before } = place;
  const problem = problemOf(kind, path, content);
  return problem ? { problem } : { path, content, source, before };
}

function headerBytes(fields: Record<string, Writable | undefined>): number {
  return new TextEncoder().encode(yamlText(fields)).length;
}

function withFieldsBelow(fields: Record<string, Writable | undefined>, body: string): string {
  const { fields: rest, ...origin } = fields['imported'] as Record<string, Writable>;
  const yaml = yamlText({ fields: rest });
  const fence = '`'.repeat(
    Math.max(2, ...[...yaml.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const below = `## Fields of the source\n\n${fence}yaml\n${yaml}${fence}`;
  return recordText({ ...fields, imported: origin }, `${body.trimEnd()}\n\n${below}`);
}

/** The record as the check will read it: an import writes nothing that the check refuses. */
function problemOf(kind: RecordKind, path: string, content: string): SourceProblem | undefined {
  const { diagnostics } = parseRecord(kind, path, new TextEncoder().encode(content));
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (!error) return undefined;
  const message = `No record can be made of it: ${error.message}`;
  return { line: 1, message, hint: error.hint ?? '' };
}
