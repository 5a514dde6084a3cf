import * as z from 'zod';
import { schemas, type FileKind } from './index.ts';
import { applyForm, type JsonNode } from './json-node.ts';
import type { ScalarKind } from './scalars.ts';

/**
 * The JSON Schema (draft 2020-12) of one kind of file, for editors. It accepts what an editor's YAML
 * reader makes of bare values: `version: 4.2` arrives there as a number, here as the text it is, and
 * a field without a value, which counts as left out, arrives as null.
 */
export function jsonSchema(kind: FileKind): object {
  const generated = z.toJSONSchema(schemas[kind], {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema: node }) => applyForm(node as JsonNode, bareForms),
  });
  acceptEmptyFields(generated as JsonNode);
  const { $schema, ...rest } = generated;
  return {
    $schema,
    $id: `urn:fixlore:${kind}`,
    title: titles[kind],
    ...rest,
  };
}

const titles: Record<FileKind, string> = {
  incident: 'A fixlore incident',
  article: 'A fixlore article',
  intake: 'A fixlore intake',
  config: 'fixlore.config.yaml',
};

const bareForms: Record<ScalarKind, Partial<JsonNode>> = {
  text: { type: ['string', 'number', 'boolean'] },
  id: { type: ['string', 'number'] },
  moment: { type: 'string' },
  date: { type: 'string' },
  duration: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number', minimum: 0 },
};

/** A field that may be left out may be left empty, too, wherever it stands. */
function acceptEmptyFields(node: JsonNode): void {
  for (const [name, field] of Object.entries(node.properties ?? {})) {
    acceptEmptyFields(field);
    if (!node.required?.includes(name)) acceptNull(field);
  }
  if (node.items) acceptEmptyFields(node.items);
}

function acceptNull(node: JsonNode): void {
  if (node.anyOf) node.anyOf.push({ type: 'null' });
  if (node.type) node.type = [node.type, 'null'].flat();
  if (node.enum) node.enum.push(null);
}
