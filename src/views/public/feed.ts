import { momentOf } from '#model/moment.ts';
import type { PublicSite } from '#model/public-site.ts';
import { articlePath, feedPath, knownIssuesPath } from '../addresses.ts';
import { updatesOf } from '../article-text.ts';
import type { Feed, FeedEntry } from '../feed.ts';
import { fullAddress } from '../full-address.ts';
import { knowledgeBaseId } from '../stable-id.ts';
import { issueTags } from '../words.ts';
import { currentArticles } from './article-list.ts';
import { publicAddress } from './frame.ts';
import { hasIssue, type IssueArticle } from './known-issues.ts';
import { aboutOf } from './plain-text.ts';

const mostEntries = 50;

/** News about known issues: that each became known, and each update; the newest first, at most 50. */
export function knownIssueFeed(site: PublicSite): Feed {
  const entries = currentArticles(site)
    .filter(hasIssue)
    .flatMap((article) => entriesOf(site, article))
    .sort((a, b) => b.updated - a.updated)
    .slice(0, mostEntries);
  return {
    id: `urn:fixlore:${knowledgeBaseId(site)}:known-issues`,
    title: `${site.name}: known issues`,
    author: site.organization,
    language: site.language,
    href: publicAddress(site, knownIssuesPath),
    selfHref: fullAddress(site.address, feedPath),
    updated: entries[0]?.updated ?? 0,
    entries,
  };
}

/** The updates, the latest first, and last of all the beginning. */
function entriesOf(site: PublicSite, article: IssueArticle): FeedEntry[] {
  const { slug, title, product, issue, html, symptoms } = article;
  const entry = ({ id, at, heading, text }: News): FeedEntry => ({
    id: `urn:fixlore:${knowledgeBaseId(site)}:issue:${slug}:${id}`,
    title: heading,
    href: publicAddress(site, articlePath(slug)),
    updated: momentOf(at, site.timezone).start,
    summary: text,
    category: { term: product.id, label: product.name },
  });
  const updates = updatesOf(issue, site.timezone);
  const news = updates.map(({ at, status, what }, index) => {
    const sameTime = updates.slice(index + 1).filter((other) => other.at === at).length;
    return entry({
      id: sameTime === 0 ? at : `${at}:${sameTime}`,
      at,
      heading: status ? `${issueTags[status].text}: ${title}` : `Update: ${title}`,
      text: what,
    });
  });
  if (!issue.since) return news;
  const text = [aboutOf({ html, symptoms }), issue.workaround].filter(Boolean).join('\n');
  return [...news, entry({ id: 'known', at: issue.since, heading: `Known issue: ${title}`, text })];
}

interface News {
  /** What tells it from other news about the same issue. */
  id: string;
  at: string;
  heading: string;
  text: string;
}
