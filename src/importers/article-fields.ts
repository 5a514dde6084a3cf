import type { Writable } from '#export/record-text.ts';
import type { ArticleDraft } from './article-draft.ts';
import { errorsOf, symptomsOf, versionsOf } from './article-facts.ts';
import { articleTypeOf } from './article-type.ts';
import { fieldOf, fieldText, fieldTexts, plainDirections, remainingFields } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceField } from './source-page.ts';
import { plainOfVendor } from './vendor-syntax.ts';

/** Readers' roles of documentation sites that say who can carry the steps out. */
const readers: Readonly<Record<string, string>> = {
  admin: 'admin',
  administrator: 'admin',
  customer: 'customer',
  'end user': 'customer',
  user: 'customer',
  support: 'support',
};

/** The fields of an article but for its product, its state and where it came from. */
export interface ArticleFacts {
  fields: Record<string, Writable | undefined>;
  /** What `imported.fields` keeps. */
  rest: Record<string, string> | undefined;
}

/** The name of the product that an article names in its front matter. */
export function productField({
  page,
}: ArticleDraft): { name: string; field: SourceField } | undefined {
  const field = fieldOf(page, 'product', 'products', 'solution');
  const [name] = fieldTexts(field?.value);
  return field && name !== undefined ? { name: plainOfVendor(name), field } : undefined;
}

export function articleFacts(draft: ArticleDraft, report: ImportReport): ArticleFacts {
  const { page, sections, title, file, heading } = draft;
  const role = fieldOf(page, 'role', 'roles', 'audience');
  const who =
    readers[
      fieldText(role?.value ?? '')
        .trim()
        .toLowerCase()
    ];
  const promoted = fieldOf(page, 'promoted', 'pinned', 'featured');
  const isPromoted =
    fieldText(promoted?.value ?? '')
      .trim()
      .toLowerCase() === 'true';
  const product = productField(draft);
  const isProductTold = product !== undefined && fieldTexts(product.field.value).length === 1;
  const placed = new Set([
    draft.field,
    who ? role : undefined,
    isPromoted ? promoted : undefined,
    isProductTold ? product.field : undefined,
  ]);
  const comments = [page.comments.join('\n'), ...draft.comments];
  const versions = counted(versionsOf(sections), 'names of versions', '`versions`', report);
  const symptoms = counted(symptomsOf(sections), 'what people see', '`symptoms`', report);
  const errors = counted(errorsOf(sections), 'messages', '`errors`', report);
  const folders = file.path.split('/').slice(0, -1);
  const roles = new Set(sections.flatMap((section) => section.role ?? []));
  if (who) report.carry('role', '`who`');
  if (isPromoted) report.carry('promoted', '`pinned`');
  return {
    fields: {
      ...{ ...articleTypeOf(title, folders, roles), versions, symptoms, errors, who },
      pinned: isPromoted ? true : undefined,
    },
    rest: remainingFields(page, placed, { comments, heading }, report),
  };
}

function counted(
  texts: string[],
  from: string,
  to: string,
  report: ImportReport,
): string[] | undefined {
  report.carry(from, to, texts.length);
  return texts.length > 0 ? texts.map(plainDirections) : undefined;
}
