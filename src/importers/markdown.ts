import { articleDraft, draftBody, type ArticleDraft } from './article-draft.ts';
import { articleFields, productField } from './article-fields.ts';
import { articleFolder, articleSlug } from './article-folder.ts';
import { ImportReport } from './import-report.ts';
import type { ImportContext, ImportedFile, Importer, ImportPlan, Source } from './importer.ts';
import { notRecords } from './not-records.ts';
import { Products } from './products.ts';
import { plannedRecord, Places, type Planned } from './record-plan.ts';
import { selected } from './selection.ts';
import { SourceAddresses, type PlacedDraft } from './source-addresses.ts';
import { isMarkdown } from './source-page.ts';

/** Support articles in Markdown, one per file, with sections such as Issue, Cause and Solution. */
export const markdown: Importer = {
  name: 'markdown',
  summary: 'support articles in Markdown, as drafts of articles',
  folder: 'kb',
  plan: planMarkdown,
};

interface PlacedArticle extends PlacedDraft {
  draft: ArticleDraft;
}

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
    if (isMarkdown(path) || addresses.isUsed(path)) continue;
    report.skipped.push({ file: path, why: 'no Markdown, and no imported article uses it' });
  }
  return { files: [...addresses.copies, ...records], products: work.products.added, report };
}

function placedDrafts(source: Source, { context, report, places }: Work): PlacedArticle[] {
  const files = source.files.filter(({ path }) => isMarkdown(path));
  return selected(files, notRecords('article'), context, report).flatMap(
    (file): PlacedArticle[] => {
      const draft = articleDraft(file, report);
      if ('problem' in draft) {
        report.refuse(file.path, draft.problem);
        return [];
      }
      const folder = articleFolder(context.folder ?? 'kb', file.path);
      const wanted = { id: file.path, folder, slug: articleSlug(file.path, draft.title) };
      return [{ draft, place: places.place(file, draft.bytes, wanted) }];
    },
  );
}

function articleOf(one: PlacedArticle, addresses: SourceAddresses, work: Work): Planned {
  const { draft, place } = one;
  const { context, report, products, places } = work;
  const fields = articleFields(draft, {
    report,
    audience: context.audience ?? 'internal',
    belonging: products.belonging(productField(draft)?.name ?? work.product),
    origin: (rest) => places.origin(place, rest),
  });
  return plannedRecord('article', place, fields, draftBody(draft, addresses.edits(one, report)));
}
