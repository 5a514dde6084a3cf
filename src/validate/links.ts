import type { Link } from '#markdown/outline.ts';
import { linkTarget } from '#model/link-target.ts';
import { isImage, isServed, servedTypes } from '#model/served-files.ts';
import { addressOf } from '#markdown/address.ts';
import type { ParsedRecord } from '#parse/record.ts';
import { lenient, type Context, type Finding, type Rule } from './rule.ts';

/** Links and images of a body lead to a record, a heading, a file beside it, or the open web. */
export const links: Rule = function* (context) {
  const { incidents, articles, intakes } = context.site;
  for (const record of [...incidents, ...articles, ...intakes]) {
    for (const link of context.outlines.get(record.file)?.links ?? []) {
      const problem = linkProblem(context, record, link);
      if (problem) yield { severity: lenient(record), record, at: link.range, ...problem };
    }
  }
};

type Problem = Pick<Finding, 'code' | 'message' | 'hint'>;

function linkProblem(context: Context, record: ParsedRecord, link: Link): Problem | undefined {
  const target = linkTarget(record.file, link.href);
  if (target.kind === 'unsafe') return unsafe(target.why);
  if (link.kind === 'image') return imageProblem(context, record, link);
  if (target.kind === 'anchor') return anchorProblem(context, record.file, target.slug);
  if (target.kind === 'file') return fileProblem(context, target.path);
  if (target.kind !== 'record') return undefined;
  if (!context.recordFiles.has(target.file)) return noRecord;
  const { publicFiles } = context;
  if (publicFiles.has(record.file) && !publicFiles.has(target.file)) return notPublic;
  return target.slug ? anchorProblem(context, target.file, target.slug) : undefined;
}

function imageProblem(context: Context, record: ParsedRecord, link: Link): Problem | undefined {
  const target = linkTarget(record.file, link.href);
  if (target.kind === 'file' && isImage(target.path)) return fileProblem(context, target.path);
  if (addressOf(link.href).kind === 'web') return remoteImage;
  return {
    code: 'file-kind',
    message: 'This is no image that a page can show; expected PNG, JPEG, GIF, WebP or AVIF.',
    hint: 'Save it as a PNG beside the record. SVG can run scripts and is not served.',
  };
}

function fileProblem({ site }: Context, path: string): Problem | undefined {
  if (!site.files.has(path)) {
    return {
      code: 'broken-link',
      message: 'There is no such file.',
      hint: `Expected it at \`${path}\`, relative to the record or, with a / first, to the knowledge base.`,
    };
  }
  if (isServed(path)) return undefined;
  return {
    code: 'file-kind',
    message: 'Files of this kind are not served, because they could run in a browser.',
    hint: `Expected one of ${Object.keys(servedTypes).join(', ')}.`,
  };
}

function anchorProblem(context: Context, file: string, slug: string): Problem | undefined {
  const slugs = context.headings(file);
  if (slug === '' || !slugs || slugs.has(slug)) return undefined;
  const known = [...slugs].slice(0, 8).join(', ');
  return {
    code: 'broken-anchor',
    message: 'The page has no heading with this anchor.',
    hint: known ? `Its headings are ${known}.` : 'It has no headings.',
  };
}

function unsafe(why: string): Problem {
  return {
    code: 'unsafe-link',
    message: `The address is not allowed: ${why}.`,
    hint: 'Use https, http, mailto, or a path in this knowledge base. The text stays, the link does not.',
  };
}

const noRecord: Problem = {
  code: 'broken-link',
  message: 'There is no such record.',
  hint: 'Link to the file, as on a git host: ../../kb/blank-receipt.md',
};

const notPublic: Problem = {
  code: 'broken-link',
  message: 'A public page links to a record that is not public.',
  hint: 'Link to a published public article, or say here what the reader needs.',
};

const remoteImage: Problem = {
  code: 'remote-image',
  message: 'The image would be loaded from elsewhere; pages load nothing from other hosts.',
  hint: 'Keep a copy beside the record. Until then the page shows a link to it.',
};
