import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { BodyHtml } from './html.ts';
import { guideOf, type Guide } from './guide.ts';
import { emptyOutline, outlineOf, type Outline } from './outline.ts';
import { markdownTree, maxDepth, needsTree, simpleHrefs } from './tree.ts';

export interface Body {
  outline: Outline;
  html: BodyHtml;
}

export type BodySource = Pick<ParsedRecord, 'file' | 'body' | 'bodyLine'> & {
  /** Whether the body is to be read as a guide, too. */
  isGuide?: boolean;
};

/**
 * The outline alone, for a check that renders nothing. Most bodies hold nothing that a rule looks at
 * except headings and simple links, and are not parsed: of those only the addresses are told, and
 * `parsedOutline` finds their places when a rule asks for them.
 */
export function outlineForCheck(source: BodySource): {
  outline: Outline;
  hrefs?: string[];
  guide?: Guide;
  problem?: Diagnostic;
} {
  if (!source.isGuide && !needsTree(source.body))
    return { outline: emptyOutline, hrefs: simpleHrefs(source.body) };
  const result = markdownTree(source.body);
  return 'tooDeepAtLine' in result
    ? { outline: emptyOutline, problem: tooDeep(source, result.tooDeepAtLine) }
    : {
        outline: outlineOf(result.tree, source.bodyLine),
        ...(source.isGuide && { guide: guideOf(result.tree, source) }),
      };
}

/** The outline of a body, whatever of it was read before. */
export function parsedOutline(source: BodySource): Outline {
  const result = markdownTree(source.body);
  return 'tooDeepAtLine' in result ? emptyOutline : outlineOf(result.tree, source.bodyLine);
}

/** The slugs of a body's headings, whatever of it was read before. */
export function headingSlugs(source: BodySource): Set<string> {
  return new Set(parsedOutline(source).headings.map(({ slug }) => slug));
}

export function tooDeep(source: BodySource, line: number): Diagnostic {
  const at = source.bodyLine + line - 1;
  return {
    code: 'body-too-deep',
    severity: 'error',
    file: source.file,
    line: at,
    column: 1,
    end_line: at,
    end_column: 1,
    message: `The text is nested deeper than ${maxDepth} levels here, or a paragraph holds too many characters that mean something in Markdown.`,
    hint: 'Put a pasted log or mail into a code block, between lines of three backquotes.',
  };
}
