import * as z from 'zod';

/** The schema at a path of field names and list positions, or undefined if there is none. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let node: z.ZodType | undefined = schema;
  for (const step of path) node = node && childOf(unwrap(node), step);
  return node && unwrap(node);
}

/** The names of the fields that a group may have; none for a list or a text. */
export function fieldNames(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** What a value there is expected to be, as the end of a sentence: "a date such as 2026-03-14". */
export function expectation(schema: z.ZodType | undefined): string {
  const { expected } = metadata(schema);
  if (typeof expected === 'string') return expected;
  if (schema instanceof z.ZodArray) return listExpectation(unwrap(inner(schema)));
  if (schema instanceof z.ZodObject) return `a group of fields (${fieldNames(schema).join(', ')})`;
  if (schema instanceof z.ZodRecord) return 'names, each with a text';
  return 'text';
}

function listExpectation(item: z.ZodType): string {
  const expected = expectation(item);
  if (expected === 'text') return 'a list of texts';
  return `a list, each item ${expected}`;
}

/** What to do about a value that is not usable there, if the schema has something to say about it. */
export function adviceFor(schema: z.ZodType | undefined): string | undefined {
  const { advice } = metadata(schema);
  return typeof advice === 'string' ? advice : undefined;
}

/** Whether the schema is a closed set of words, a flag, a date or an id: values without secrets. */
export function isVocabulary(schema: z.ZodType | undefined): boolean {
  const { scalar } = metadata(schema);
  if (schema instanceof z.ZodEnum) return true;
  return scalar !== undefined && scalar !== 'text';
}

function metadata(schema: z.ZodType | undefined): Record<string, unknown> {
  return (schema && z.globalRegistry.get(schema)) ?? {};
}

function inner(schema: z.ZodArray): z.ZodType {
  return schema.element as z.ZodType;
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return inner(schema);
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}
