import { articleDraft } from './article-draft.ts';
import { articleFacts, productField } from './article-fields.ts';
import { articleFolder, articleSlug } from './article-folder.ts';
import { withNewAddresses } from './article-links.ts';
import { ImportReport } from './import-report.ts';
import type { ImportContext, ImportedFile, Importer, ImportPlan, Source } from './importer.ts';
import { notArticles } from './not-articles.ts';
import { Products } from './products.ts';
import { plannedRecord, Places, type Planned } from './record-plan.ts';
import { selected } from './selection.ts';
import { SourceAddresses, type PlacedDraft } from './source-addresses.ts';

/** Support articles in Markdown, one per file, with sections such as Issue, Cause and Solution. */
export const markdown: Importer = {
  name: 'markdown',
  summary: 'support articles in Markdown, as drafts of articles',
  folder: 'kb',
  plan: planMarkdown,
};

interface Work {
  context: ImportContext;
  /** The product of articles that name none. */
  product: string;
  report: ImportReport;
  products: Products;
  places: Places;
}

function planMarkdown(source: Source, context: ImportContext): ImportPlan {
  const report = new ImportReport();
  const [onlyProduct, ...others] = context.products;
  const work: Work = {
    context,
    product: context.product ?? (others.length === 0 ? onlyProduct?.id : undefined) ?? source.name,
    report,
    products: new Products(context.products),
    places: new Places('markdown', 'article', context),
  };
  const drafts = placedDrafts(source, work);
  const addresses = new SourceAddresses(source, drafts, context);
  const records = drafts.flatMap((one): ImportedFile[] => {
    const planned = articleOf(one, addresses, work);
    if (!('problem' in planned)) return [planned];
    report.refuse(one.draft.file.path, planned.problem);
    return [];
  });
  for (const { path } of source.files) {
    if (isArticle(path) || addresses.isUsed(path)) continue;
    report.skipped.push({ file: path, why: 'no Markdown, and no imported article uses it' });
  }
  return { files: [...addresses.copies, ...records], products: work.products.added, report };
}

function placedDrafts(source: Source, { context, report, places }: Work): PlacedDraft[] {
  const files = source.files.filter(({ path }) => isArticle(path));
  return selected(files, notArticles, context, report).flatMap((file): PlacedDraft[] => {
    const draft = articleDraft(file, report);
    if ('problem' in draft) {
      report.refuse(file.path, draft.problem);
      return [];
    }
    const folder = articleFolder(context.folder ?? 'kb', file.path);
    const wanted = { id: file.path, folder, slug: articleSlug(file.path, draft.title) };
    return [{ draft, place: places.place(file, draft.bytes, wanted) }];
  });
}

function articleOf(one: PlacedDraft, addresses: SourceAddresses, work: Work): Planned {
  const { draft, place } = one;
  const { context, report, products, places } = work;
  const body = withNewAddresses(
    draft.body,
    (href, isImage) => addresses.lookUp(one, href, isImage),
    { file: draft.file.path, report },
  );
  const { fields, rest } = articleFacts(draft, report);
  const { type, issue, versions, symptoms, errors, who, pinned } = fields;
  return plannedRecord(
    'article',
    place,
    {
      ...{ title: draft.title, type, audience: context.audience ?? 'internal', state: 'draft' },
      ...products.belonging(productField(draft)?.name ?? work.product),
      ...{ versions, symptoms, errors, who, issue, pinned },
      imported: places.origin(place, rest),
    },
    body.text,
  );
}

function isArticle(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}
