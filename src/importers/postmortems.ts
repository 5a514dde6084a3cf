import type { Writable } from '#export/record-text.ts';
import { articleSlug } from './article-folder.ts';
import { remainingFields } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportContext, Importer, ImportPlan, Source } from './importer.ts';
import { edited, lineAt } from './lined-text.ts';
import { markdownWork, planDrafts, type MarkdownWork } from './markdown-work.ts';
import { isZoneless } from './moment-text.ts';
import { notRecords } from './not-records.ts';
import { postmortemDraft, type PostmortemDraft } from './postmortem-draft.ts';
import { actionItemsIn, causeIn, symptomsIn } from './postmortem-sections.ts';
import { plannedRecord, type Planned } from './record-plan.ts';
import { selected } from './selection.ts';
import type { PlacedDraft, SourceAddresses } from './source-addresses.ts';
import { isMarkdown } from './source-page.ts';

/** Reports on incidents in Markdown, one per file, with sections such as Summary and Timeline. */
export const postmortems: Importer = {
  name: 'markdown',
  summary: 'with --as incidents: postmortems in Markdown, as resolved incidents',
  folder: 'incidents',
  plan: planPostmortems,
};

interface PlacedPostmortem extends PlacedDraft {
  draft: PostmortemDraft;
}

function planPostmortems(source: Source, context: ImportContext): ImportPlan {
  const folder = context.folder ?? 'incidents';
  const work = markdownWork(source, 'incident', { ...context, folder });
  const drafts = placedDrafts(source, work);
  const plan = planDrafts(source, drafts, work, (one, addresses) =>
    incidentOf(one, addresses, work),
  );
  const zoneless = drafts.filter(({ draft: { opened, resolved = '' } }) =>
    [opened, resolved].some(isZoneless),
  );
  if (zoneless.length > 0) plan.report.notes.push(zoneNote(zoneless.length));
  return plan;
}

function placedDrafts(source: Source, work: MarkdownWork): PlacedPostmortem[] {
  const { context, report, places } = work;
  const files = source.files.filter(({ path }) => isMarkdown(path));
  const chosen = selected(files, notRecords('incident'), context, report);
  return chosen.flatMap((file): PlacedPostmortem[] => {
    const draft = postmortemDraft(file, context.zone, report);
    if ('problem' in draft) {
      report.refuse(file.path, draft.problem);
      return [];
    }
    const folder = `${context.folder}/${draft.opened.slice(0, 4)}`;
    const wanted = { id: file.path, folder, slug: articleSlug(file.path, draft.title) };
    return [{ draft, place: places.place(file, draft.bytes, wanted) }];
  });
}

/** All of the text stays; fields repeat what it says in so many words. */
function incidentOf(
  one: PlacedPostmortem,
  addresses: SourceAddresses,
  work: MarkdownWork,
): Planned {
  const { draft, place } = one;
  const { report, products, places } = work;
  const { title, opened, resolved, page, heading, comments, placed, body, edits } = draft;
  const rest = { comments: [page.comments.join('\n'), ...comments], heading };
  const fields = remainingFields(page, new Set(placed), rest, report);
  const changes = [...edits, ...addresses.edits(one, report)];
  return plannedRecord(
    'incident',
    place,
    {
      ...{ title, status: 'resolved', ...products.belonging(work.product), opened, resolved },
      ...said(draft, report),
      imported: places.origin(place, fields),
    },
    edited(body, changes).text,
  );
}

function said({ file, title, tree, body }: PostmortemDraft, report: ImportReport) {
  const symptoms = symptomsIn(tree);
  const from = symptoms.length > 0 ? 'first words on the impact, or of the summary' : 'title';
  report.carry(from, '`symptoms`');
  const cause = causeIn(tree);
  if (cause !== undefined) report.carry('first paragraph on the cause', '`cause`');
  const actions = actionItemsIn(tree);
  report.carry('action items', '`follow_ups` without a day', actions?.items.length ?? 0);
  if (actions?.items.length === 0) {
    const line = lineAt(body, actions.heading.position!.start.offset!); // the parser gives it one
    report.lose(
      file.path,
      line,
      'action items',
      'they are no list that is still to do: see the text',
    );
  }
  const follow_ups: Writable[] | undefined = actions?.items.map(({ what, url }) => ({
    what,
    ...(url && { url }),
  }));
  return {
    symptoms: symptoms.length > 0 ? symptoms : [title],
    cause,
    follow_ups: follow_ups?.length ? follow_ups : undefined,
  };
}

function zoneNote(count: number): string {
  const what =
    count === 1 ? 'The times of 1 postmortem name' : `The times of ${count} postmortems name`;
  return `${what} no zone and follow \`timezone\` of the configuration; name another with --timezone ZONE.`;
}
