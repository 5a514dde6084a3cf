import { catalogue, type Code } from '#diagnostics/catalogue.ts';
import { compareText, startOfFile, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { quoted } from '#diagnostics/printable.ts';
import type { RecordKind } from '#schema/index.ts';
import { idOf, isUsableId, nearestId, reservedNames } from './record-name.ts';

export { reservedNames };

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
    const { path, size } = entry;
    const problem = entryProblem(entry);
    if (problem) inventory.diagnostics.push(problem);
    else if (!path.endsWith('.md')) inventory.files.set(path, { size });
    else {
      const wrongName = nameProblem(path);
      if (wrongName) inventory.diagnostics.push(wrongName);
      inventory.records.push({ kind: kindOf(path), file: path, size });
    }
  }
  inventory.diagnostics.push(...twins(inventory.records));
  return inventory;
}

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
    return report(path, 'file-unreadable', unreadable[problem]);
  }
  return path.endsWith('.md') ? undefined : ignoredProblem(path);
}

const unreadable = {
  unreadable: {
    message: 'This cannot be read; expected a file or a folder that may be read.',
    hint: 'Check its permissions; a symbolic link may lead nowhere or in a circle.',
  },
  'not-a-file': {
    message: 'This is not a regular file; expected one, or a folder without .md in its name.',
    hint: 'Replace a link to a folder by the folder, and remove pipes and sockets.',
  },
};

function nameProblem(path: string): Diagnostic | undefined {
  const id = idOf(path);
  if (isUsableId(id)) return undefined;
  const why = reservedNames.has(id)
    ? 'is taken by a page of the sites or a device of Windows'
    : 'makes no usable id';
  const nearest = nearestId(id);
  return report(path, 'file-name', {
    message: `The name ${why}; expected lower-case letters, digits and single hyphens, at most 80.`,
    hint: nearest
      ? `Rename the file to \`${nearest}.md\`.`
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
        related: [{ file: other, line: 1, message: 'The other one is here.' }],
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
