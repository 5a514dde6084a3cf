import * as z from 'zod';
import type { Intake } from '#model/site.ts';
import { incidentSchema } from '#schema/incident.ts';
import { schemaAt } from '#schema/shape.ts';
import type { Finding, Rule } from './rule.ts';

/** An intake is named for its product; its questions have their own ids and fill real fields. */
export const intakeQuestions: Rule = function* ({ site }) {
  for (const intake of site.intakes) {
    if (intake.id !== intake.fields.product) {
      yield {
        code: 'intake-name',
        record: intake,
        at: ['product'],
        message: 'An intake is named for its product; the file name and `product` differ.',
        hint: `Rename the file to \`${intake.fields.product}.md\`, or correct the product.`,
      };
    }
    yield* questions(intake);
  }
};

function* questions(intake: Intake): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, { id, field }] of intake.fields.ask.entries()) {
    if (seen.has(id)) {
      yield {
        code: 'duplicate-id',
        record: intake,
        at: ['ask', index, 'id'],
        message: 'Another question of this intake has the same id.',
        hint: 'Give each question an id of its own.',
      };
    }
    seen.add(id);
    yield* choice(intake, index);
    if (field && !isFillable(field.split('.'))) {
      yield {
        code: 'unknown-incident-field',
        record: intake,
        at: ['ask', index, 'field'],
        message: 'No field of an incident with this name takes the text of an answer.',
        hint: 'Name a field such as goal, expected, symptoms or environment.browser.',
      };
    }
  }
}

function* choice(intake: Intake, index: number): Generator<Finding> {
  const { kind, options } = intake.fields.ask[index]!;
  const isChoice = kind === 'choice';
  if (isChoice === Boolean(options)) return;
  yield {
    code: 'choice-without-options',
    record: intake,
    at: ['ask', index, isChoice ? 'kind' : 'options'],
    part: isChoice ? 'value' : 'key',
    message: isChoice
      ? 'A choice needs `options` to choose from.'
      : 'Only a question of the kind choice has `options`.',
    hint: isChoice ? 'Add "options:" with a list.' : 'Write "kind: choice", or remove the options.',
  };
}

/** Whether an incident has a text, or a list of texts, at a path of field names. */
function isFillable(path: string[]): boolean {
  const isInsideList = path.some(
    (_, depth) => depth > 0 && schemaAt(incidentSchema, path.slice(0, depth)) instanceof z.ZodArray,
  );
  const schema = isInsideList ? undefined : schemaAt(incidentSchema, path);
  if (schema instanceof z.ZodArray) return !isGroup(schemaAt(schema, [0]));
  return schema !== undefined && !isGroup(schema);
}

function isGroup(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}
