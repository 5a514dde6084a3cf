import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { schemas, type FileKind } from '../src/schema/index.ts';

/* Writes schemas/*.schema.json; with --check says which are stale and fails. */

const folder = new URL('../schemas/', import.meta.url);
const isCheck = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });

const stale = (Object.keys(schemas) as FileKind[]).filter((kind) => {
  const file = new URL(`${kind}.schema.json`, folder);
  const wanted = `${JSON.stringify(jsonSchema(kind), null, 2)}\n`;
  if (readOrEmpty(file) === wanted) return false;
  if (!isCheck) writeFileSync(file, wanted);
  return true;
});

if (stale.length > 0) {
  const what = isCheck ? 'stale, run "npm run schemas"' : 'written';
  process.stdout.write(format('schemas %s: %s\n', what, stale.join(', ')));
}
if (isCheck && stale.length > 0) process.exitCode = 1;

function readOrEmpty(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
