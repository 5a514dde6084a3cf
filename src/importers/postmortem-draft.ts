import type { Root } from 'mdast';
import { headingEdits } from './article-draft.ts';
import { newAnchors } from './article-headings.ts';
import { addressesIn } from './article-links.ts';
import { titled } from './article-title.ts';
import { fieldOf, fieldText } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './importer.ts';
import { lineAt, type Edit, type LinedText } from './lined-text.ts';
import { momentText } from './moment-text.ts';
import { timelineEnds } from './postmortem-timeline.ts';
import { sourceBody } from './source-body.ts';
import type { AddressedDraft } from './source-addresses.ts';
import { readSource, type SourceField, type SourcePage } from './source-page.ts';
import type { SourceProblem } from './source-text.ts';

/** A postmortem of the source, read: what it says, and what is to change in its text. */
export interface PostmortemDraft extends AddressedDraft {
  bytes: Uint8Array;
  page: SourcePage;
  title: string;
  /** The heading that says the title, where it says something else, too. */
  heading: string | undefined;
  opened: string;
  resolved: string | undefined;
  /** The fields that are told completely by what is above. */
  placed: (SourceField | undefined)[];
  body: LinedText;
  tree: Root;
  /** What leaves out the heading that says the title. */
  edits: Edit[];
  comments: string[];
}

export function postmortemDraft(
  file: SourceFile,
  zone: string | undefined,
  report: ImportReport,
): PostmortemDraft | { problem: SourceProblem } {
  const read = readSource(file, report);
  if ('problem' in read) return read;
  const plain = sourceBody(read.page, file.path, report);
  if ('problem' in plain) return plain;
  const { body, tree, comments, headingIds } = plain;
  const { title: written, node, field, heading } = titled(read.page, file.path, tree, report);
  const title = written.replace(/^\d{4}-\d{2}-\d{2}[\s,:–—-]+(?=\S)/, '');
  const times = timesOf({ page: read.page, file, written, tree, report, zone });
  if (!times) return { problem: noDate };
  const whole = { from: 0, to: body.text.length };
  const idOf = ({ position }: { position?: { start: { offset?: number } } }) =>
    headingIds.get(lineAt(body, position!.start.offset!)); // the parser gives every node its position
  return {
    ...{ ...read, file, title, body, tree, comments },
    ...{ opened: times.opened, resolved: times.resolved },
    heading: title === written ? heading : written,
    placed: [...times.placed, title === written ? field : undefined],
    edits: headingEdits(body.text, node, new Map()),
    addresses: addressesIn(body, tree),
    anchors: newAnchors(tree, {
      ...{ gone: new Set([node]), renamed: new Map(), order: [whole], idOf },
    }),
  };
}

interface Sources {
  page: SourcePage;
  file: SourceFile;
  /** The title with the day that it may start with. */
  written: string;
  tree: Root;
  report: ImportReport;
  zone: string | undefined;
}

interface Times {
  opened: string;
  resolved: string | undefined;
  placed: (SourceField | undefined)[];
}

/**
 * The front matter counts, then the day in the name of the file, then the one in the title. The
 * timeline makes a day more exact and never contradicts it.
 */
function timesOf({ page, file, written, tree, report, zone }: Sources): Times | undefined {
  const date = fieldOf(page, 'opened', 'started', 'start', 'date');
  const end = fieldOf(page, 'resolved', 'ended', 'end');
  const fieldMoment = (field?: SourceField) => field && momentText(fieldText(field.value), zone);
  const [told, over] = [fieldMoment(date), fieldMoment(end)];
  const opened = told ?? momentText(dayIn(file.path) ?? dayIn(written) ?? '');
  if (opened === undefined) return undefined;
  report.carry(told ? 'date' : 'day in the name of the file or in the title', '`opened`');
  const ends = timelineEnds(tree, opened.slice(0, 10), zone);
  const isExact = !opened.includes('T') && ends.opened?.startsWith(opened);
  if (isExact) report.carry('the entry of the timeline that is the start', '`opened`');
  const resolved = over ?? ends.resolved;
  if (resolved) report.carry('the end as field or in the timeline', '`resolved`');
  return {
    ...{ opened: isExact ? ends.opened! : opened, resolved },
    placed: [
      told === undefined || isExact ? undefined : date,
      over === undefined ? undefined : end,
    ],
  };
}

function dayIn(text: string): string | undefined {
  return /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0];
}

const noDate: SourceProblem = {
  line: 1,
  message: 'There is no day, neither as `date` nor in the name of the file nor in the title.',
  hint: 'Add "date: 2026-03-14" to its front matter and import again.',
};
