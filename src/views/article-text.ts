import type { ArticleFields } from '#schema/article.ts';
import { compareMoments, momentOf } from '#model/moment.ts';
import { optionalTime, timeText, type TimeContext, type TimeText } from './time-text.ts';
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

/** What a known issue says first: where it stands, what to do until it is fixed, and what has changed. */
export interface IssueView {
  tag: Tag;
  since?: TimeText;
  /** In which version it is fixed, or will be. */
  fix?: string;
  workaround?: string;
  /** The latest first. */
  updates: { time: TimeText; tag?: Tag; what: string }[];
}

export function issueView(
  issue: ArticleFields['issue'],
  context: TimeContext,
): IssueView | undefined {
  if (!issue) return undefined;
  return {
    tag: issueTags[issue.status],
    since: optionalTime(issue.since, context),
    fix: issue.fixed_in && `${fixWords[issue.status]} ${issue.fixed_in}`,
    workaround: issue.workaround,
    updates: updatesOf(issue, context.timezone).map(({ at, status, what }) => ({
      time: timeText(at, context),
      tag: status && issueTags[status],
      what,
    })),
  };
}

const fixWords = {
  investigating: 'To be fixed in version',
  workaround: 'To be fixed in version',
  fixed: 'Fixed in version',
} satisfies Record<NonNullable<ArticleFields['issue']>['status'], string>;

/** The news of a known issue, the latest first. */
export function updatesOf(
  { updates = [] }: NonNullable<ArticleFields['issue']>,
  zone: string,
): NonNullable<NonNullable<ArticleFields['issue']>['updates']> {
  const moment = ({ at }: { at: string }) => momentOf(at, zone);
  return updates.toReversed().sort((a, b) => compareMoments(moment(b), moment(a)));
}
