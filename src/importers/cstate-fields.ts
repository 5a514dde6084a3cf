import type { IncidentStatus, Severity } from '#schema/incident.ts';
import { fieldOf, fieldText, fieldTexts } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import { isZoneless, momentText } from './moment-text.ts';
import type { Belonging, Products } from './products.ts';
import type { SourceField, SourcePage } from './source-page.ts';

/** An issue of the source, and where to tell what becomes of its fields. */
export interface Issue {
  file: string;
  page: SourcePage;
  report: ImportReport;
}

/** A value for a record, with the fields of the source that are told by it completely. */
export interface Mapped<Value> {
  value: Value;
  placed: (SourceField | undefined)[];
}

/**
 * cState has three severities, records have four. "down" is a system that is gone for everybody,
 * "disrupted" one that works in part, "notice" an announcement. `imported.fields` keeps the word.
 */
const severities: Readonly<Record<string, Severity>> = {
  down: 'critical',
  disrupted: 'major',
  notice: 'low',
};

export function severityOf({ page, file, report }: Issue): Severity | undefined {
  const field = fieldOf(page, 'severity');
  const severity = field && severities[fieldText(field.value).trim().toLowerCase()];
  if (severity) report.carry('severity', '`severity`');
  else if (field) {
    report.lose(file, field.line, 'severity', 'it is none of down, disrupted, notice');
  }
  return severity;
}

export function titleOf({ page, file, report }: Issue, name: string): Mapped<string> {
  const field = fieldOf(page, 'title');
  const title = field && fieldText(field.value).trim();
  if (title) {
    report.carry('title', '`title`');
    return { value: title, placed: [field] };
  }
  report.lose(file, 1, 'title', 'there is none, so the file name stands for it');
  return { value: name, placed: [] };
}

/**
 * The first affected system is the product, the others are tags. Where the product has another name
 * than the one that is written here, the list is kept as it stands, too.
 */
export function systemsOf(
  { page, file, report }: Issue,
  products: Products,
  standard: string,
): Mapped<{ belonging: Belonging; tags: string[] }> {
  const affected = fieldOf(page, 'affected');
  const ownTags = fieldOf(page, 'tags');
  const [first, ...others] = fieldTexts(affected?.value);
  const belonging = products.belonging(first ?? standard);
  const tags = [...new Set([...others, ...fieldTexts(ownTags?.value)])];
  if (first === undefined) report.lose(file, affected?.line ?? 1, 'affected', noSystem);
  else report.carry('first affected system', '`product`');
  report.carry('further affected systems', '`tags`', tags.length);
  const isTold = products.nameOf(belonging.product) === first;
  return { value: { belonging, tags }, placed: [ownTags, isTold ? affected : undefined] };
}

const noSystem = 'it names no system, so the product is that of the whole site, or of --product';

export interface Dates {
  status: IncidentStatus;
  opened: string;
  resolved: string | undefined;
  /** Whether one of them named no zone in the source. */
  isZoneless: boolean;
}

/**
 * When it opened and whether and when it was resolved. Without a date that can be read, the day in
 * the name of the file counts; undefined if there is none either.
 */
export function datesOf(
  issue: Issue,
  name: string,
  zone: string | undefined,
): Mapped<Dates> | undefined {
  const { page, file, report } = issue;
  const date = fieldOf(page, 'date');
  const when = fieldOf(page, 'resolvedwhen');
  const opened = momentOf(date, zone);
  const day = momentText(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '');
  if (!opened && !day) return undefined;
  if (opened) report.carry('date', '`opened`');
  else
    report.lose(file, date?.line ?? 1, 'date', 'unreadable or missing: the file name has the day');
  const resolved = momentOf(when, zone);
  if (resolved) report.carry('resolvedWhen', '`resolved`');
  else if (when) report.lose(file, when.line, 'resolvedWhen', 'it is no date that can be read');
  const status = statusOf(issue);
  return {
    value: {
      ...{ status: status.value, opened: opened ?? day!, resolved },
      isZoneless: [date, when].some((field) => isZoneless(momentOf(field, undefined) ?? '')),
    },
    placed: [opened ? date : undefined, resolved ? when : undefined, ...status.placed],
  };
}

/** An announcement ("informational") was never open: it goes straight to the archive. */
function statusOf({ page, file, report }: Issue): Mapped<IncidentStatus> {
  const field = fieldOf(page, 'resolved');
  if (!field)
    return { value: isTrue(fieldOf(page, 'informational')) ? 'archived' : 'open', placed: [] };
  const status = isTrue(field) ? 'resolved' : 'open';
  if (status === 'open' && !/^(false|no|off)$/i.test(fieldText(field.value).trim())) {
    report.lose(file, field.line, 'resolved', 'it is neither true nor false');
    return { value: status, placed: [] };
  }
  report.carry('resolved', '`status`');
  return { value: status, placed: [field] };
}

function isTrue(field: SourceField | undefined): boolean {
  return field !== undefined && /^(true|yes|on)$/i.test(fieldText(field.value).trim());
}

function momentOf(field: SourceField | undefined, zone: string | undefined): string | undefined {
  return field && momentText(fieldText(field.value), zone);
}
