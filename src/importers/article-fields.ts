import type { Writable } from '#export/record-text.ts';
import type { Audience } from '#schema/article.ts';
import type { ArticleDraft } from './article-draft.ts';
import { articleTypeOf } from './article-type.ts';
import { fieldOf, fieldText, fieldTexts, plainDirections, remainingFields } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import type { Belonging } from './products.ts';
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

/** The name of the product that an article names in its front matter. */
export function productField({
  page,
}: ArticleDraft): { name: string; field: SourceField } | undefined {
  const field = fieldOf(page, 'product', 'products', 'solution');
  const [name] = fieldTexts(field?.value);
  return field && name !== undefined ? { name: plainOfVendor(name), field } : undefined;
}

/** Everything that the front matter of an article says. */
export function articleFields(
  draft: ArticleDraft,
  place: Settings,
): Record<string, Writable | undefined> {
  const { page, title, file, heading, facts } = draft;
  const { report, audience, belonging, origin } = place;
  const role = fieldOf(page, 'role', 'roles');
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
  const isProductTold = product && fieldTexts(product.field.value).length === 1;
  if (who) report.carry('role', '`who`');
  if (isPromoted) report.carry('promoted', '`pinned`');
  if (product) report.carry('product', '`product`');
  const told = [who && role, isPromoted && promoted, isProductTold && product.field];
  const placed = new Set([draft.field, ...told.filter((field) => typeof field === 'object')]);
  const comments = [page.comments.join('\n'), ...draft.comments];
  const { type, issue } = articleTypeOf(title, file.path.split('/').slice(0, -1), facts.roles);
  return {
    ...{ title, type, audience, state: 'draft', ...belonging },
    versions: counted(facts.versions, 'names of versions', '`versions`', report),
    symptoms: counted(facts.symptoms, 'what people see', '`symptoms`', report),
    errors: counted(facts.errors, 'messages', '`errors`', report),
    ...{ who, issue, pinned: isPromoted ? true : undefined },
    imported: origin(remainingFields(page, placed, { comments, heading }, report)),
  };
}

/** What the fields of an article depend on beside the article. */
export interface Settings {
  report: ImportReport;
  audience: Audience;
  belonging: Belonging;
  /** Makes `imported`. */
  origin: (fields: Record<string, string> | undefined) => Writable;
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
