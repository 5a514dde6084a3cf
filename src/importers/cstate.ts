import { bodyTree } from './body-tree.ts';
import { cstateBody, firstWords } from './cstate-body.ts';
import { datesOf, severityOf, systemsOf, titleOf, type Issue } from './cstate-fields.ts';
import { cstateSite, siteConfigs, type CstateSite } from './cstate-site.ts';
import { remainingFields } from './field-text.ts';
import { ImportReport } from './import-report.ts';
import type { ImportContext, Importer, ImportPlan, Source, SourceFile } from './importer.ts';
import { Products } from './products.ts';
import { plannedRecord, Places, type Planned } from './record-plan.ts';
import { selected, type SkipRule } from './selection.ts';
import { slugOf } from './slug.ts';
import { readSource } from './source-page.ts';

/** A status page made with cState: https://github.com/cstate/cstate */
export const cstate: Importer = {
  name: 'cstate',
  summary: 'the issues of a cState status page, as incidents',
  folder: 'incidents',
  plan: planCstate,
};

interface Work {
  site: CstateSite;
  /** The product of issues that name no system. */
  product: string;
  folder: string;
  zone: string | undefined;
  report: ImportReport;
  products: Products;
  places: Places;
  /** Issues with times that name no zone. */
  zoneless: Set<string>;
}

function planCstate(source: Source, context: ImportContext): ImportPlan {
  const report = new ImportReport();
  const site = cstateSite(source, report);
  const work: Work = {
    site,
    product: context.product ?? site.title ?? source.name,
    folder: context.folder ?? 'incidents',
    zone: context.zone ?? site.zone,
    report,
    products: new Products(context.products),
    places: new Places('cstate', 'incident', context),
    zoneless: new Set(),
  };
  for (const system of site.systems) work.products.belonging(system);
  const pages = source.files.filter(({ path }) => !siteConfigs.includes(path));
  const issues = selected(pages, skipRules(source.files), context, report);
  const files = issues.flatMap((file) => {
    const planned = incidentOf(file, work);
    if (!('problem' in planned)) return [planned];
    report.refuse(file.path, planned.problem);
    return [];
  });
  if (work.zoneless.size > 0) report.notes.push(zoneNote(work));
  return { files, products: work.products.added, report };
}

/** A folder that is no whole site is taken for the folder of its issues. */
function skipRules(files: readonly SourceFile[]): SkipRule[] {
  const isSite = files.some(({ path }) => path.startsWith('content/issues/'));
  return [
    ...(isSite
      ? [{ path: /^(?!content\/issues\/)/, why: 'no issue: outside content/issues' }]
      : []),
    { path: /(^|\/)_index\.md$/, why: 'no issue: a list page of the site' },
    { path: /(?<!\.md)$/, why: 'no issue: not a Markdown file (.md)' },
  ];
}

/** Comments that cState's own template puts into every issue. */
const templateComments = new Set([
  'Possible severity levels: down, disrupted, notice',
  'down, disrupted, notice',
]);

function incidentOf(file: SourceFile, work: Work): Planned {
  const { report } = work;
  const read = readSource(file, report);
  if ('problem' in read) return read;
  const { bytes, page } = read;
  const issue: Issue = { file: file.path, page, report };
  const id = file.path.replace(/^content\/issues\//, '').replace(/\.md$/, '');
  const name = id.replace(/\/index$/, '');
  const dates = datesOf(issue, name, work.zone);
  if (!dates) return { problem: noDate };
  if (dates.value.isZoneless) work.zoneless.add(file.path);

  const title = titleOf(issue, name);
  const systems = systemsOf(issue, work.products, work.product);
  const { body, comments } = cstateBody(page.body, file.path, report);
  const parsed = bodyTree(body);
  if ('problem' in parsed) return parsed;
  const symptom = firstWords(parsed.tree);
  report.carry(symptom ? 'first sentence of the first message' : 'title', '`symptoms`');
  const placed = new Set([...title.placed, ...systems.placed, ...dates.placed]);
  const hidden = page.comments.filter((comment) => !templateComments.has(comment.trim()));
  const rest = remainingFields(
    page,
    placed,
    { comments: [hidden.join('\n'), ...comments] },
    report,
  );
  const place = work.places.place(file, bytes, {
    id,
    folder: `${work.folder}/${dates.value.opened.slice(0, 4)}`,
    slug: slugOf(name.replaceAll('/', '-')) || slugOf(title.value) || 'incident',
  });
  const { status, opened, resolved } = dates.value;
  const { belonging, tags } = systems.value;
  return plannedRecord(
    'incident',
    place,
    {
      ...{ title: title.value, status, ...belonging },
      ...{ severity: severityOf(issue), opened, resolved, symptoms: [symptom ?? title.value] },
      imported: work.places.origin(place, rest),
      tags: tags.length > 0 ? tags : undefined,
    },
    body.text,
  );
}

const noDate = {
  line: 1,
  message: 'There is no date that can be read, neither in `date` nor in the name of the file.',
  hint: 'Add "date: 2026-03-14 09:10:00" to its front matter and import again.',
};

function zoneNote({ zone, zoneless }: Work): string {
  const what = `The times of ${zoneless.size} issues name no zone`;
  return zone
    ? `${what}; they are written with the offset of ${zone}.`
    : `${what} and follow \`timezone\` of the configuration; name another with --timezone ZONE.`;
}
