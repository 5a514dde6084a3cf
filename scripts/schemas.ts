import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { jsonSchema } from '../src/schema/json-schema.ts';
import { schemas, type FileKind } from '../src/schema/index.ts';
import { outputJsonSchema } from '../src/schema/output-json-schema.ts';
import { packetSchema } from '../src/intake/packet.ts';
import { apiNames, apiSchema } from '../src/views/internal/api/index.ts';
import { publicApiNames, publicApiSchema } from '../src/views/public/api.ts';

/*
 * Writes schemas/*.schema.json, of what people write and customers send, and of what machines can read: schemas/api/ of the
 * internal site, schemas/public-api/ of the public one; with --check says which are stale and fails.
 */

const folder = new URL('../schemas/', import.meta.url);
const isCheck = process.argv.includes('--check');
for (const name of ['api/', 'public-api/']) mkdirSync(new URL(name, folder), { recursive: true });

const all = new Map([
  ...(Object.keys(schemas) as FileKind[]).map((kind) => [kind, jsonSchema(kind)] as const),
  [
    'packet',
    outputJsonSchema(packetSchema, 'urn:fixlore:packet', 'A fixlore intake packet'),
  ] as const,
  ...apiNames.map((name) => [`api/${name}`, apiSchema(name)] as const),
  ...publicApiNames.map((name) => [`public-api/${name}`, publicApiSchema(name)] as const),
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
