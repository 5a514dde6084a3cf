import type { ImportReport } from './import-report.ts';
import type { SourceField, SourcePage } from './source-page.ts';

/** The value of a field as text: lists with commas where that is clear, groups as JSON. */
export function fieldText(value: unknown): string {
  if (typeof value === 'string') return plainDirections(value);
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (isList && value.every((item) => !/[,\n]/.test(item))) return fieldText(value.join(', '));
  return plainDirections(JSON.stringify(value));
}

/** Texts of a list, of one text, or none. */
export function fieldTexts(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return items.map((item) => fieldText(item).trim()).filter((text) => text !== '');
}

/** Without the invisible characters that turn the direction of text: fields may not have them. */
export function plainDirections(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A field by its name, upper and lower case alike, as site generators read them. */
export function fieldOf(page: SourcePage, ...names: string[]): SourceField | undefined {
  return page.fields.find(
    ({ name, value }) => names.includes(name.toLowerCase()) && value !== '' && value !== undefined,
  );
}

/** What was no field of the source and is kept with its fields. */
export interface Unshown {
  comments: readonly string[];
  /** A first heading that says something else than the title. */
  heading?: string | undefined;
}

/** The fields that found no other place, and what was not shown, as `imported.fields` keeps them. */
export function remainingFields(
  page: SourcePage,
  placed: ReadonlySet<SourceField | undefined>,
  { comments, heading = '' }: Unshown,
  report: ImportReport,
): Record<string, string> | undefined {
  const fields = page.fields
    .filter((field) => !placed.has(field))
    .map(({ name, value }) => [plainDirections(name), fieldText(value)] as const);
  const written = [
    ['first heading', heading] as const,
    ...fields,
    ['hidden comments', plainDirections(comments.filter(Boolean).join('\n\n'))] as const,
  ].filter(([name, text]) => name !== '' && text !== '');
  report.carry('other fields and comments', '`imported.fields`', written.length);
  return written.length > 0 ? Object.fromEntries(written) : undefined;
}
