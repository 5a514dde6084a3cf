import { recordText, type Writable } from '#export/record-text.ts';
import { parseRecord, type ParsedRecord } from '#parse/record.ts';
import type { RecordKind } from '#schema/index.ts';

/* Records as plain data: each builder fills in what a record of its kind cannot do without. */

export type WritableFields = Record<string, Writable | undefined>;

const openFields: WritableFields = {
  title: 'The login page stays white',
  status: 'open',
  product: 'portal',
  opened: '2026-03-14',
  symptoms: ['I see a white page'],
};

const resolvedFields: WritableFields = {
  ...openFields,
  status: 'resolved',
  mitigated: '2026-03-14',
  resolved: '2026-03-14',
  attempts: [{ action: 'Restarted the server', outcome: 'fixed', afterwards: 'no_change' }],
  fix: { customer_solvable: false },
  cause: 'The disk was full',
  side: 'ours',
};

const articleFields: WritableFields = {
  title: 'The login page stays white',
  type: 'solution',
  audience: 'public',
  state: 'published',
  product: 'portal',
};

const intakeFields: WritableFields = {
  title: 'Contact us about the portal',
  product: 'portal',
  ask: [{ id: 'goal', label: 'What did you want to do?', kind: 'text', field: 'goal' }],
};

/** The text of an open incident. A field that is undefined is left out. */
export function incidentText(fields: WritableFields = {}, body = ''): string {
  return recordText({ ...openFields, ...fields }, body);
}

/** The text of a resolved incident in which nothing is missing. */
export function resolvedText(fields: WritableFields = {}, body = ''): string {
  return recordText({ ...resolvedFields, ...fields }, body);
}

/** The text of a published public article. */
export function articleText(fields: WritableFields = {}, body = ''): string {
  return recordText({ ...articleFields, ...fields }, body);
}

/** The text of an intake. */
export function intakeText(fields: WritableFields = {}, body = ''): string {
  return recordText({ ...intakeFields, ...fields }, body);
}

/** A configuration with the product that the builders name. */
export const configText = `products:
  - id: portal
    name: Claims portal
    components:
      - id: login
        name: Login
`;

/** The record of a text; throws if it has errors. */
export function recordOf<Kind extends RecordKind>(
  kind: Kind,
  file: string,
  text: string,
): ParsedRecord<Kind> {
  const { record, diagnostics } = parseRecord(kind, file, new TextEncoder().encode(text));
  if (!record) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return record as ParsedRecord<Kind>;
}
