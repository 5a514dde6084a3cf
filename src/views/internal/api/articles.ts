import { staleness } from '#derive/staleness.ts';
import type { Article, Site } from '#model/site.ts';
import { articlePath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';

/** An article as it was written, and what is derived from it. Without its body. */
export type ArticleData = Article['fields'] & {
  id: string;
  /** In full if the site's address is configured, else a path. */
  url: string;
  file: string;
  /** The folders below kb/, outermost first. */
  categories: string[];
  /** Its review is due, or it was never reviewed; drafts and archived articles need none. */
  is_review_due: boolean;
  /** None of the versions it applies to is in use any more. */
  has_past_versions: boolean;
};

/** All articles, by title. */
export function articlesData(site: Site): ArticleData[] {
  const stale = new Map(staleness(site, site.now).map((one) => [one.article, one]));
  return site.articles.map(({ id, file, fields, categories }) => ({
    id,
    url: fullHref(site, articlePath(id)),
    file,
    ...fields,
    categories,
    is_review_due: stale.get(id)?.reviewDue !== undefined,
    has_past_versions: stale.get(id)?.hasPastVersions ?? false,
  }));
}
