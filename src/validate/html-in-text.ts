import type { ParsedRecord, RecordText } from '#parse/record.ts';
import type { Rule } from './rule.ts';

/**
 * HTML in a record is shown as the characters that were written. In an article for the public a
 * comment is an error: whoever wrote it meant it to be hidden.
 */
export const htmlInText: Rule = function* ({ texts, outlines }) {
  for (const record of texts) {
    const html = outlines.get(record.file)?.html ?? [];
    const comment = html.find(({ isComment }) => isComment);
    if (comment && isForPublic(record)) {
      yield {
        code: 'html-comment',
        record,
        at: comment.range,
        message: 'A comment in a public text would be published: HTML is shown as text.',
        hint: 'Remove it; notes for colleagues belong into the incident.',
      };
      continue;
    }
    const first = html[0];
    if (!first) continue;
    const others = html.length - 1;
    yield {
      code: 'raw-html',
      record,
      at: first.range,
      message: `HTML is shown as text here${others > 0 ? ` and in ${others} more place${others > 1 ? 's' : ''}` : ''}.`,
      hint: 'Use Markdown, or put code into backquotes if it is meant to be seen.',
    };
  }
};

function isForPublic(record: ParsedRecord | RecordText): boolean {
  if (record.kind === 'intake') return true;
  if (record.kind !== 'article' || !('fields' in record)) return false;
  const { audience, state } = (record as ParsedRecord<'article'>).fields;
  return audience === 'public' && state !== 'draft';
}
