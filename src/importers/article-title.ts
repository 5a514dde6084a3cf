import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { fieldOf, fieldText, plainDirections } from './field-text.ts';
import type { ImportReport } from './import-report.ts';
import { edited, type LinedText } from './lined-text.ts';
import type { SourceField, SourcePage } from './source-page.ts';
import { plainOfVendor } from './vendor-syntax.ts';

/** An article's title, and its body without a first heading that says it. */
export interface Titled {
  title: string;
  /** The field that the title came from. */
  field?: SourceField;
  /** The first heading where it says something else than the title. */
  heading?: string;
  body: LinedText;
}

/** The title of the front matter, else the first heading, else the name of the file. */
export function titled(
  page: SourcePage,
  file: string,
  { body, tree }: { body: LinedText; tree: Root },
  report: ImportReport,
): Titled {
  const first = tree.children.find((node) => node.type === 'heading');
  const top = first?.depth === 1 ? first : undefined;
  const heading = top && plainDirections(toString(top)).trim();
  const rest = heading ? withoutLine(body, top) : body;
  const field = fieldOf(page, 'title');
  const title = field && plainOfVendor(fieldText(field.value)).trim();
  if (field && title) {
    report.carry('title', '`title`');
    const isOther = heading && words(heading) !== words(title);
    return { title, field, body: rest, ...(isOther && { heading }) };
  }
  if (heading) {
    report.carry('first heading', '`title`');
    return { title: heading, body: rest };
  }
  report.lose(file, 1, 'title', 'there is none, so the file name stands for it');
  const stem = /([^/]*)\.\w+$/.exec(file)?.[1] ?? file;
  return { title: stem.replaceAll(/[-_]+/g, ' ').trim() || stem, body };
}

function withoutLine(body: LinedText, { position }: Heading): LinedText {
  const from = position!.start.offset!; // the parser gives every node its position
  const end = position!.end.offset!;
  const blank = /^[ \t]*\n(?:[ \t]*\n)*/.exec(body.text.slice(end))?.[0].length ?? 0;
  return edited(body, [{ from, to: end + blank, text: '' }]);
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
