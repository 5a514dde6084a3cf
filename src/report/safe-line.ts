import * as z from 'zod';
import { schemas } from '#schema/index.ts';
import { isVocabulary } from '#schema/shape.ts';

/**
 * What of a source line may be shown in a log that others read. A log of a check is often public
 * where the record is not. So a line of the front matter is shown with its value only where the field
 * takes dates, numbers, ids or words of a closed set; other values become an ellipsis. Lines of a
 * body are shown only if everybody may read the record anyway.
 */
export function safeLine(line: string, isHeader: boolean, isPublic: boolean): string | undefined {
  if (isPublic) return line;
  if (!isHeader) return undefined;
  const [, key = '', name = ''] = /^(\s*(?:- )*([A-Za-z_][\w -]*):)(?:\s|$)/.exec(line) ?? [];
  if (!key) return undefined;
  return line.length === key.length || harmless.has(name) ? line : `${key} …`;
}

/** Names of fields whose values are vocabulary wherever they occur. */
const harmless = new Set<string>();
const risky = new Set<string>();
for (const schema of Object.values(schemas)) sortNames(schema);
for (const name of risky) harmless.delete(name);

function sortNames(schema: z.ZodType): void {
  if (schema instanceof z.ZodOptional) sortNames(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) sortNames(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodObject)) return;
  for (const [name, field] of Object.entries(schema.shape)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (isVocabulary(inner as z.ZodType)) harmless.add(name);
    else risky.add(name);
    sortNames(inner as z.ZodType);
  }
}
