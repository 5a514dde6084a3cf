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
  for (const [index, { id, kind, options, field }] of intake.fields.ask.entries()) {
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
    if ((kind === 'choice') !== Boolean(options)) {
      yield {
        code: 'choice-without-options',
        record: intake,
        at: ['ask', index, 'kind'],
        message: 'A choice has `options`, and no other kind of question has them.',
        hint: 'Add the options as a list, or change the kind.',
      };
    }
    if (field && !schemaAt(incidentSchema, pathOf(field))) {
      yield {
        code: 'unknown-incident-field',
        record: intake,
        at: ['ask', index, 'field'],
        message: 'Incidents have no such field.',
        hint: 'Name a field such as goal, expected, symptoms or environment.browser.',
      };
    }
  }
}

function pathOf(field: string): string[] {
  return field.split('.');
}
