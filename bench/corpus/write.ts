import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { knowledgeBaseFiles } from './knowledge-base.ts';

/** Writes a knowledge base into a folder; what is there is never overwritten. */
export function writeKnowledgeBase(root: string, count: number, seed: number) {
  let bytes = 0;
  const records: string[] = [];
  for (const { path, text } of knowledgeBaseFiles(count, seed)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    if (!path.endsWith('.md')) continue;
    records.push(path);
    bytes += Buffer.byteLength(text);
  }
  return { records, bytes };
}
