import type { ArticleFields } from '#schema/article.ts';
import { issueTags, type Tag } from './words.ts';

/** "4.0 to 4.3", a range as it was written, or a list of names. */
export function versionsText(versions: ArticleFields['versions']): string | undefined {
  if (versions === undefined) return undefined;
  return typeof versions === 'string' ? rangeText(versions) : versions.join(', ');
}

/** A simple semver range in words; anything else as it was written. */
function rangeText(range: string): string {
  const between = /^>=\s*([\d.]+)\s+<\s*([\d.]+)$/.exec(range.trim());
  if (between) return `${between[1]} and later, before ${between[2]}`;
  const from = /^>=\s*([\d.]+)$/.exec(range.trim());
  if (from) return `${from[1]} and later`;
  const until = /^<\s*([\d.]+)$/.exec(range.trim());
  return until ? `before ${until[1]}` : range;
}

/** What a known issue says first: where it stands, and in which version it is fixed. */
export function issueView(
  issue: ArticleFields['issue'],
): { tag: Tag; fixedIn?: string } | undefined {
  return issue && { tag: issueTags[issue.status], fixedIn: issue.fixed_in };
}
