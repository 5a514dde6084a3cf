import { catalogue, type Code } from '#diagnostics/catalogue.ts';
import { compareText, startOfFile, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { quoted } from '#diagnostics/printable.ts';
import type { RecordKind } from '#schema/index.ts';
import { idMaxLength, idPattern } from '#schema/scalars.ts';
import { idOf } from './record.ts';

/** A file as the disk lists it, by its path in the knowledge base. */
export interface Entry {
  path: string;
  /** Bytes. */
  size: number;
  /** Why it cannot be read, if that is known already. */
  problem?: 'unreadable' | 'outside-root' | 'not-a-file';
}

export interface RecordFile {
  kind: RecordKind;
  file: string;
  size: number;
}

/** The files of a knowledge base sorted into records and what lies beside them. */
export interface Inventory {
  records: RecordFile[];
  files: Map<string, { size: number }>;
  diagnostics: Diagnostic[];
}

/** Sorts the files; names that make no id, twins and look-alikes of records become diagnostics. */
export function inventoryOf(entries: readonly Entry[]): Inventory {
  const inventory: Inventory = { records: [], files: new Map(), diagnostics: [] };
  for (const entry of [...entries].sort((a, b) => compareText(a.path, b.path))) {
    const problem = entryProblem(entry);
    if (problem) inventory.diagnostics.push(problem);
    else if (!entry.path.endsWith('.md')) inventory.files.set(entry.path, { size: entry.size });
    else inventory.records.push({ ...entry, kind: kindOf(entry.path), file: entry.path });
  }
  inventory.diagnostics.push(...twins(inventory.records));
  return inventory;
}

/** Names that a record may not have: they are pages, folders of the output, or devices of Windows. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...['index', 'search', 'pagefind', '404', 'api', 'files', 'by', 'page', 'feed', 'sitemap'],
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`]),
]);

function kindOf(path: string): RecordKind {
  if (path.startsWith('incidents/')) return 'incident';
  return path.startsWith('kb/intake/') ? 'intake' : 'article';
}

function entryProblem(entry: Entry): Diagnostic | undefined {
  const { path, problem } = entry;
  if (problem === 'outside-root') {
    return report(path, 'file-outside-root', {
      message: 'The symbolic link leads out of the knowledge base; nothing outside is read.',
      hint: 'Put a copy of the file here instead of the link.',
    });
  }
  if (problem) {
    const what = problem === 'unreadable' ? 'cannot be read' : 'is not a regular file';
    return report(path, 'file-unreadable', {
      message: `The file ${what}; expected a readable file.`,
      hint: 'Check its permissions and what it is, or remove it.',
    });
  }
  return path.endsWith('.md') ? nameProblem(path) : ignoredProblem(path);
}

function nameProblem(path: string): Diagnostic | undefined {
  const id = idOf(path);
  const isReserved = reservedNames.has(id);
  if (idPattern.test(id) && id.length <= idMaxLength && !isReserved) return undefined;
  const suggestion = id
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, idMaxLength);
  const why = isReserved ? 'is reserved for fixlore itself' : 'makes no usable id';
  return report(path, 'file-name', {
    message: `The name ${why}; expected lower-case letters, digits and single hyphens, at most 80.`,
    hint:
      suggestion && !isReserved
        ? `Rename the file to ${quoted(`${suggestion}.md`)}.`
        : 'Rename the file after what it is about.',
  });
}

function ignoredProblem(path: string): Diagnostic | undefined {
  if (!/\.(markdown|mdx|mdown|qmd|md\.txt)$/i.test(path) && !/\.md$/i.test(path)) return undefined;
  return report(path, 'file-ignored', {
    message: 'The file looks like a record, but only names that end in .md are read.',
    hint: 'Rename it to end in .md, or move it out of incidents/ and kb/.',
  });
}

function twins(records: RecordFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return records.flatMap(({ kind, file }) => {
    const key = `${kind} ${idOf(file)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    if (other === undefined) return [];
    return [
      report(file, 'duplicate-id', {
        message: `Another ${kind} has the id ${quoted(idOf(file))}; ids are unique in the whole tree.`,
        hint: 'Rename one of the two files, and keep its old id in `aliases` if it was published.',
        related: [{ file: other, line: 1, message: 'The other one.' }],
      }),
    ];
  });
}

function report(
  file: string,
  code: Code,
  text: Pick<Diagnostic, 'message' | 'hint' | 'related'>,
): Diagnostic {
  return { code, severity: catalogue[code].severity, file, ...startOfFile, ...text };
}
