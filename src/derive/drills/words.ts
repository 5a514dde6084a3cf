import { seedOf } from '#model/chance.ts';
import type { Incident } from '#model/site.ts';
import type { Quoted, Template, Told } from './drill.ts';

/** Words of an incident, or nothing where the field says nothing. */
export function quoted(
  { id }: Pick<Incident, 'id'>,
  field: string,
  text: string | undefined,
): Quoted[] {
  return text === undefined || !hasWords(text) ? [] : [{ incident: id, field, text }];
}

/** A sentence of a template. */
export function told(template: Template, ...numbers: number[]): Told {
  return { template, numbers };
}

/** A sentence of a template about a field of an incident. */
export function toldAbout(
  template: Template,
  { id }: Pick<Incident, 'id'>,
  field: string,
  ...numbers: number[]
): Told {
  return { template, numbers, about: { incident: id, field } };
}

/** Whether a text says something: dashes, dots and question marks alone do not. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text);
}

/** The id of a step, made of what it asks. */
export function stepId(kind: string, text: string): string {
  return `${kind}-${seedOf(text).toString(16).padStart(8, '0')}`;
}
