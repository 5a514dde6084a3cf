import { articleDraft, draftBody, type ArticleDraft } from './article-draft.ts';
import { articleFields, productField } from './article-fields.ts';
import { articleFolder, articleSlug } from './article-folder.ts';
import type { ImportContext, Importer, ImportPlan, Source } from './importer.ts';
import { markdownWork, planDrafts, type MarkdownWork } from './markdown-work.ts';
import { notRecords } from './not-records.ts';
import { plannedRecord, type Planned } from './record-plan.ts';
import { selected } from './selection.ts';
import type { PlacedDraft, SourceAddresses } from './source-addresses.ts';
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

function planMarkdown(source: Source, context: ImportContext): ImportPlan {
  const work = markdownWork(source, 'article', context);
  return planDrafts(source, placedDrafts(source, work), work, (one, addresses) =>
    articleOf(one, addresses, work),
  );
}

function placedDrafts(source: Source, { context, report, places }: MarkdownWork): PlacedArticle[] {
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

function articleOf(one: PlacedArticle, addresses: SourceAddresses, work: MarkdownWork): Planned {
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
