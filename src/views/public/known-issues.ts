import { momentOf } from '#model/moment.ts';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath, knownIssuesPath } from '../addresses.ts';
import { issueView, updatesOf, versionsText, type IssueView } from '../article-text.ts';
import { timeText, type TimeText } from '../time-text.ts';
import { currentArticles } from './article-list.ts';

/** A known issue as lists show it. */
export interface KnownIssue extends IssueView {
  href: string;
  title: string;
  productId: string;
  product: string;
  /** Product, component and versions. */
  about: string;
  /** When something about it was last said. */
  lastUpdate?: TimeText;
}

/** What is known to be wrong now: the latest, and how many more there are. */
export interface KnownNow {
  issues: KnownIssue[];
  more: number;
  /** Where all of them are. */
  href: string;
}

const shownNow = 4;

export function knownNow(site: PublicSite, current: readonly KnownIssue[]): KnownNow {
  return {
    issues: current.slice(0, shownNow),
    more: Math.max(0, current.length - shownNow),
    href: site.base + knownIssuesPath,
  };
}

/** Known issues that are not fixed, and those that are; what was last said comes first. */
export function knownIssues(site: PublicSite): { current: KnownIssue[]; fixed: KnownIssue[] } {
  const issues = currentArticles(site)
    .filter(hasIssue)
    .map((article) => ({ article, at: lastSaid(site, article) }))
    .sort((a, b) => b.at - a.at);
  const shown = (isFixed: boolean) =>
    issues
      .filter(({ article }) => (article.issue.status === 'fixed') === isFixed)
      .map(({ article }) => knownIssue(site, article));
  return { current: shown(false), fixed: shown(true) };
}

export type IssueArticle = PublicArticle & { issue: NonNullable<PublicArticle['issue']> };

export function hasIssue(article: PublicArticle): article is IssueArticle {
  return article.issue !== undefined;
}

/** Whether it is a known issue that customers may still meet. */
export function isOpenIssue({ issue }: PublicArticle): boolean {
  return issue !== undefined && issue.status !== 'fixed';
}

function lastSaid(site: PublicSite, { issue }: IssueArticle): number {
  const written = lastWritten(site, issue);
  return written === undefined ? 0 : momentOf(written, site.timezone).start;
}

function lastWritten(site: PublicSite, issue: IssueArticle['issue']): string | undefined {
  return updatesOf(issue, site.timezone)[0]?.at ?? issue.since;
}

function knownIssue(site: PublicSite, article: IssueArticle): KnownIssue {
  const { slug, title, product, component, versions, issue } = article;
  const written = lastWritten(site, issue);
  return {
    href: site.base + articlePath(slug),
    title,
    productId: product.id,
    product: product.name,
    about: [product.name, component?.name, versionsText(versions)].filter(Boolean).join(', '),
    ...issueView(issue, site)!,
    lastUpdate: written === undefined ? undefined : timeText(written, site),
  };
}
