import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { configFile, readKnowledgeBase, readRecord, type Source } from '#pipeline.ts';
import { configText } from './records.ts';

/** The files of a knowledge base by path, as a source for the pipeline that touches no disk. */
export function memoryKnowledgeBase(files: Record<string, string>): Source {
  const encoder = new TextEncoder();
  const all: Record<string, string> = { [configFile]: configText, ...files };
  const bytes = (path: string) => encoder.encode(all[path]);
  return {
    config: () => Promise.resolve(bytes(configFile)),
    entries: () =>
      Promise.resolve(
        Object.keys(all)
          .filter((path) => path !== configFile)
          .map((path) => ({ path, size: bytes(path).length })),
      ),
    records: (records, depth) =>
      Promise.all(records.map(({ kind, file }) => readRecord(kind, file, bytes(file), depth))),
    logs: () => Promise.resolve(new Map()),
  };
}

/** The moment at which tests ask, unless they name another. */
export const now = Date.UTC(2026, 5, 1);

/** Before anything in any test happened: nothing is overdue, nobody waits. */
export const longAgo = Date.UTC(2000, 0, 1);

/** What a check finds in these files, whenever they are checked. */
export async function checked(files: Record<string, string>): Promise<Diagnostic[]> {
  return (await readKnowledgeBase(memoryKnowledgeBase(files), { depth: 'check', now: longAgo }))
    .diagnostics;
}

/** The same as "line: code" of one file. */
export async function checkedFile(path: string, text: string): Promise<string[]> {
  const diagnostics = await checked({ [path]: text });
  return diagnostics.map(({ line, code }) => `${String(line)}: ${code}`);
}
