import fc from 'fast-check';
import * as z from 'zod';
import type { Writable } from '#export/record-text.ts';

/* Values as people may write them, made from the schema itself: a new field is generated at once. */

const days = ['2026-03-14', '2026-03-29', '2026-05-31', '2024-02-29'];
const instants = [
  ...['2026-03-14T09:10:00+01:00', '2026-03-14T08:10Z', '2026-03-14T09:40', '2026-10-25T02:30'],
  ...['2026-03-29T02:30', '2026-05-31T23:59:59.5-08:00', '2031-01-01T00:00Z'],
];
const scalars: Record<string, readonly string[]> = {
  text: ['Restarted the server', 'the disk was full', 'X', '504', 'page stays white', 'Ünïcode 😀'],
  boolean: ['true', 'false'],
  number: ['0', '4', '2.5', '999999999.999'],
  moment: [...days, ...instants],
  date: days,
  duration: ['0m', '95m', '2h30m', '3d', '99999d99999h999999m'],
  id: ['a', 'b', 'c', 'nowhere', 'portal', 'login'],
};
const addresses = ['https://tracker.example/1', 'log.txt'];

/** Anything that the schema takes, from as little as possible to everything it knows. */
export function writtenOf(schema: z.ZodType): fc.Arbitrary<Writable> {
  const values = candidatesOf(schema);
  return values.filter((value) => schema.safeParse(value).success);
}

function candidatesOf(schema: z.ZodType): fc.Arbitrary<Writable> {
  const kind = schema.meta()?.['scalar'];
  if (typeof kind === 'string') return fc.constantFrom(...(scalars[kind] ?? []), ...addresses);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options.map(String));
  if (schema instanceof z.ZodArray) {
    return fc.array(writtenOf(schema.element as z.ZodType), { minLength: 1, maxLength: 4 });
  }
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(
      fc.constantFrom('browser', 'version'),
      writtenOf(schema.valueType as z.ZodType),
    );
  }
  if (schema instanceof z.ZodObject) return fieldsOf(schema);
  throw new Error(`No values are known for ${schema.type}.`);
}

function fieldsOf({ shape }: z.ZodObject): fc.Arbitrary<Writable> {
  const all = Object.entries(shape).map(([name, field]) => {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    return [name, writtenOf(inner as z.ZodType)] as const;
  });
  const required = Object.entries(shape).flatMap(([name, field]) =>
    field instanceof z.ZodOptional ? [] : [name],
  );
  const arbitraries = Object.fromEntries(all);
  return fc.oneof(
    fc.record(arbitraries, { requiredKeys: required }),
    fc.record(arbitraries),
  ) as fc.Arbitrary<Writable>;
}
