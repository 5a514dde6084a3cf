import { configFile, readRecord, type Source } from '#pipeline.ts';

/**
 * Files as they were when they were last in order, in Base64; null for one that never was. While
 * somebody writes, a broken record is shown as it was before, and the rest of the site stays up.
 */
export type LastGood = Readonly<Record<string, string | null>>;

/** A source in which broken files are replaced by their last good state, or left out. */
export function withLastGood(source: Source, lastGood: LastGood): Source {
  return {
    ...source,
    config: async () => {
      const kept = lastGood[configFile];
      return kept ? Buffer.from(kept, 'base64') : source.config();
    },
    entries: async () => (await source.entries()).filter(({ path }) => lastGood[path] !== null),
    records: async (files, depth) => {
      const isKept = ({ file }: { file: string }) => lastGood[file] !== undefined;
      const read = await source.records(
        files.filter((file) => !isKept(file)),
        depth,
      );
      for (const { kind, file } of files.filter(isKept)) {
        const bytes = Buffer.from(lastGood[file] ?? '', 'base64');
        read.push(await readRecord(kind, file, bytes, depth));
      }
      return read;
    },
  };
}
