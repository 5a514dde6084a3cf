import type { ScalarKind } from './scalars.ts';

/** A node of a JSON Schema, with what our scalars note in it for the generators. */
export interface JsonNode {
  type?: string | string[];
  minimum?: number;
  enum?: unknown[];
  anyOf?: JsonNode[];
  items?: JsonNode;
  properties?: Record<string, JsonNode>;
  required?: string[];
  pattern?: string;
  scalar?: ScalarKind;
  shape?: string;
  expected?: string;
  advice?: string;
}

/** Gives a scalar the form it has in the file that is described, and takes our notes out. */
export function applyForm(node: JsonNode, forms: Record<ScalarKind, Partial<JsonNode>>): void {
  if (node.scalar) {
    Object.assign(node, forms[node.scalar]);
    if (node.scalar === 'boolean') delete node.enum;
    if (node.scalar === 'number') delete node.pattern;
  }
  if (node.shape) node.pattern = node.shape;
  delete node.shape;
  delete node.scalar;
  delete node.expected;
  delete node.advice;
}
