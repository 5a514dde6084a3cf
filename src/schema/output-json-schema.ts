import * as z from 'zod';
import { applyForm, type JsonNode } from './json-node.ts';
import type { ScalarKind } from './scalars.ts';

/**
 * The JSON Schema (draft 2020-12) of data that fixlore writes as JSON: the scalars of a record have the types
 * that they have after reading, so flags are booleans and amounts are numbers.
 */
export function outputJsonSchema(schema: z.ZodObject, id: string, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    unrepresentable: 'any', // what is read as another type than it was written; `typedForms` says as which
    override: ({ jsonSchema: node }) => applyForm(node as JsonNode, typedForms),
  });
  return { $schema, $id: id, title, ...rest };
}

const typedForms: Record<ScalarKind, Partial<JsonNode>> = {
  text: { type: 'string' },
  id: { type: 'string' },
  moment: { type: 'string' },
  date: { type: 'string' },
  duration: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number', minimum: 0 },
};
