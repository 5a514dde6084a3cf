import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fieldOf, fieldText, plainDirections } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceField, SourcePage } from './source-page.ts';
import { plainOfVendor } from './vendor-syntax.ts';

/** An article's title, and the heading in its body that says it. */
export interface Titled {
  title: string;
  /** The field that the title came from. */
  field?: SourceField;
  /** The first heading where it says something else than the title. */
  heading?: string;
  /** The heading that the page does not need, since it shows the title. */
  node?: Heading;
}

/** The title of the front matter, else the first heading, else the name of the file. */
export function titled(page: SourcePage, file: string, tree: Root, report: ImportReport): Titled {
  const first = tree.children.find((node) => node.type === 'heading');
  const heading = first?.depth === 1 ? plainDirections(toString(first)).trim() : '';
  const node = first && heading ? { node: first } : {};
  const field = fieldOf(page, 'title');
  const title = field && plainOfVendor(fieldText(field.value)).trim();
  if (field && title) {
    report.carry('title', '`title`');
    const isOther = heading && words(heading) !== words(title);
    return { title, field, ...node, ...(isOther && { heading }) };
  }
  if (heading) {
    report.carry('first heading', '`title`');
    return { title: heading, ...node };
  }
  report.lose(file, 1, 'title', 'there is none, so the file name stands for it');
  const stem = /([^/]*)\.\w+$/.exec(file)?.[1] ?? file;
  return { title: stem.replaceAll(/[-_]+/g, ' ').trim() || stem };
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
