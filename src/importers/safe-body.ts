import { endsEarly } from '#parse/fences.ts';
import type { RecordKind } from '#schema/index.ts';

/**
 * The body with "field:" lines escaped if the reader would otherwise take its beginning for front
 * matter that ended early. `cause\: a cable` is shown as it was; code blocks are left as they are.
 */
export function safeBody(kind: RecordKind, body: string): string {
  const fenced = { header: '', headerLine: 2, body, bodyLine: 3 };
  if (!endsEarly(fenced, kind)) return body;
  let isCode = false;
  const lines = body.split('\n').map((line) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    return isCode ? line : line.replace(/^([a-z_]+):(?= |$)/, '$1\\:');
  });
  return lines.join('\n');
}
