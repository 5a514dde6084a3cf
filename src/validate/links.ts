import { parsedOutline } from '#markdown/body.ts';
import type { Link } from '#markdown/outline.ts';
import { linkTarget } from '#model/link-target.ts';
import { hasNoMetadata, isImage, isServed, isText, servedTypes } from '#model/served-files.ts';
import { addressOf } from '#markdown/address.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import type { RecordText } from '#parse/record.ts';
import { nearFile } from './near-file.ts';
import { lenient, type Context, type Finding, type Rule } from './rule.ts';

/** Links and images of a body lead to a record, a heading, a file beside it, or the open web. */
export const links: Rule = function* (context) {
  for (const record of context.texts) {
    for (const link of linksOf(context, record)) {
      const problem = linkProblem(context, record, link);
      if (problem) yield { severity: lenient(record), record, at: link.range, ...problem };
    }
  }
};

/** A body that was not parsed is parsed only if one of its links leads to a problem. */
function linksOf(context: Context, record: RecordText): readonly Link[] {
  const hrefs = context.hrefs.get(record.file);
  if (!hrefs) return context.outlines.get(record.file)?.links ?? [];
  const isFine = (href: string) => !linkProblem(context, record, { kind: 'link', href });
  return hrefs.every(isFine) ? [] : parsedOutline(record).links;
}

type Target = Pick<Link, 'kind' | 'href'>;

type Problem = Pick<Finding, 'code' | 'message' | 'hint' | 'severity'>;

function linkProblem(context: Context, record: RecordText, link: Target): Problem | undefined {
  const target = linkTarget(record.file, link.href);
  if (target.kind === 'unsafe') return unsafe(target.why);
  if (link.kind === 'image') return imageProblem(context, record, link);
  if (target.kind === 'anchor') return anchorProblem(context, record.file, target.slug);
  if (target.kind === 'file') return fileProblem(context, record, target.path);
  if (target.kind !== 'record') return undefined;
  if (!context.recordFiles.has(target.file)) return noRecord;
  const { publicFiles } = context;
  if (publicFiles.has(record.file) && !publicFiles.has(target.file)) return notPublic;
  return target.slug ? anchorProblem(context, target.file, target.slug) : undefined;
}

function imageProblem(context: Context, record: RecordText, link: Target): Problem | undefined {
  const target = linkTarget(record.file, link.href);
  if (target.kind === 'file' && isImage(target.path)) {
    return fileProblem(context, record, target.path);
  }
  if (addressOf(link.href).kind === 'web') return remoteImage;
  return {
    code: 'file-kind',
    message: 'This is no image that a page can show; expected PNG, JPEG, GIF, WebP or AVIF.',
    hint: 'Save it as a PNG beside the record. SVG can run scripts and is not served.',
  };
}

function fileProblem(context: Context, record: RecordText, path: string): Problem | undefined {
  const { site, publicFiles } = context;
  if (publicFiles.has(record.file) && !path.startsWith('kb/')) return notPublicFile;
  if (!site.files.has(path)) {
    return {
      code: 'broken-link',
      message: 'The link leads to no file.',
      hint: nearFile(site.files, path, record.file),
    };
  }
  if (isServed(path)) return publicFiles.has(record.file) ? unseen(context, path) : undefined;
  return {
    code: 'file-kind',
    message: 'Files of this kind are not served, because they could run in a browser.',
    hint: `Expected one of ${Object.keys(servedTypes).join(', ')}.`,
  };
}

/** What is offered to everybody as it is, since its kind is not known inside. */
function unseen({ offered }: Context, path: string): Problem | undefined {
  const isRead = isText(path) && !offered.unread.has(path);
  if (isRead || hasNoMetadata(path)) return undefined;
  return {
    code: 'file-not-seen-into',
    severity: 'info',
    message: isText(path)
      ? 'This file is too large to be searched for secrets and people; everybody can read it.'
      : 'Nobody looks into files of this kind: what they say of people, places and machines is published.',
    hint: isText(path)
      ? 'Offer the part that readers need.'
      : 'Look at its properties first: author, place, addresses. A screenshot as PNG, JPEG or WebP loses them when it is published.',
  };
}

function anchorProblem(context: Context, file: string, slug: string): Problem | undefined {
  const slugs = context.headings(file);
  if (slug === '' || !slugs || slugs.has(slug)) return undefined;
  // The headings of an internal record are not for a log that others may read.
  const near = context.publicFiles.has(file) ? didYouMean(slug, slugs) : undefined;
  return {
    code: 'broken-anchor',
    message: 'The page has no heading with this anchor.',
    hint: near
      ? `Did you mean \`#${near}\`?`
      : 'An anchor is the heading in lower case with hyphens for spaces, without punctuation.',
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
  message: 'The link leads to no record.',
  hint: 'Link to the file of the record as on a git host: ../kb/blank-receipt.md, or from the root: /kb/blank-receipt.md.',
};

const notPublic: Problem = {
  code: 'broken-link',
  message: 'A public page links to a record that is not public.',
  hint: 'Link to a published public article, or say here what the reader needs.',
};

const notPublicFile: Problem = {
  code: 'broken-link',
  message: 'A public page uses a file from outside kb/, where everything is internal.',
  hint: 'Keep a copy that may be published beside the article.',
};

const remoteImage: Problem = {
  code: 'remote-image',
  message: 'The image would be loaded from elsewhere; pages load nothing from other hosts.',
  hint: 'Keep a copy beside the record. Until then the page shows a link to it.',
};
