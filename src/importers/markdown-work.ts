import type { RecordKind } from '#schema/index.ts';
import { ImportReport } from './import-report.ts';
import type { ImportContext, ImportedFile, ImportPlan, Source } from './importer.ts';
import { Products } from './products.ts';
import { Places, type Planned } from './record-plan.ts';
import { SourceAddresses, type PlacedDraft } from './source-addresses.ts';
import { isMarkdown } from './source-page.ts';

/** What the records of a folder of Markdown files have in common while they are planned. */
export interface MarkdownWork {
  kind: RecordKind;
  context: ImportContext;
  /** The product of what names none. */
  product: string;
  report: ImportReport;
  products: Products;
  places: Places;
}

export function markdownWork(
  source: Source,
  kind: RecordKind,
  context: ImportContext,
): MarkdownWork {
  const [onlyProduct, ...others] = context.products;
  return {
    kind,
    context,
    product: context.product ?? (others.length === 0 ? onlyProduct?.id : undefined) ?? source.name,
    report: new ImportReport(),
    products: new Products(context.products),
    places: new Places('markdown', kind, context),
  };
}

/** The records of all drafts with the files that they use; refuses what cannot be planned, and names the rest. */
export function planDrafts<Draft extends PlacedDraft>(
  source: Source,
  drafts: readonly Draft[],
  { kind, context, report, products }: MarkdownWork,
  recordOf: (one: Draft, addresses: SourceAddresses) => Planned,
): ImportPlan {
  const addresses = new SourceAddresses(source, drafts, context);
  const records = drafts.flatMap((one): ImportedFile[] => {
    const planned = recordOf(one, addresses);
    if (!('problem' in planned)) return [planned];
    report.refuse(one.draft.file.path, planned.problem);
    return [];
  });
  for (const { path } of source.files) {
    if (isMarkdown(path) || addresses.isUsed(path)) continue;
    report.skipped.push({ file: path, why: `no Markdown, and no imported ${kind} uses it` });
  }
  return { files: [...addresses.copies, ...records], products: products.added, report };
}
