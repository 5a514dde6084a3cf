import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { schemas, type FileKind } from '../src/schema/index.ts';
import { apiNames, apiSchema } from '../src/views/internal/api/index.ts';

/*
 * Writes schemas/*.schema.json, of what people write, and schemas/api/*.schema.json, of what machines can
 * read of the internal site; with --check says which are stale and fails.
 */

const folder = new URL('../schemas/', import.meta.url);
const isCheck = process.argv.includes('--check');
mkdirSync(new URL('api/', folder), { recursive: true });

const all = new Map([
  ...(Object.keys(schemas) as FileKind[]).map((kind) => [kind, jsonSchema(kind)] as const),
  ...apiNames.map((name) => [`api/${name}`, apiSchema(name)] as const),
]);
const stale = [...all].filter(([name, schema]) => {
  const file = new URL(`${name}.schema.json`, folder);
  const wanted = `${JSON.stringify(schema, null, 2)}\n`;
  if (readOrEmpty(file) === wanted) return false;
  if (!isCheck) writeFileSync(file, wanted);
  return true;
});

if (stale.length > 0) {
  const what = isCheck ? 'stale, run "npm run schemas"' : 'written';
  process.stdout.write(format('schemas %s: %s\n', what, stale.map(([name]) => name).join(', ')));
}
if (isCheck && stale.length > 0) process.exitCode = 1;

function readOrEmpty(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
