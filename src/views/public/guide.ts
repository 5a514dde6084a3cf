import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articleCopyPath, contactPath, knownIssuesPath } from '../addresses.ts';
import { issueTags } from '../words.ts';
import { currentArticles } from './article-list.ts';
import { publicAddress } from './frame.ts';
import { hasIssue } from './known-issues.ts';

/** What a language model is told about the site; `src/export/llms-text.ts` writes it down. */
export interface Guide {
  title: string;
  summary: string;
  sections: { title: string; links: GuideLink[] }[];
}

export interface GuideLink {
  title: string;
  address: string;
  says?: string;
}

/** Every current article by product, as Markdown; then where to go if none helps. */
export function guide(site: PublicSite): Guide {
  const byProduct = Map.groupBy(currentArticles(site), ({ product }) => product.id);
  const products = site.products.map(({ id, name }) => ({
    title: name,
    links: (byProduct.get(id) ?? []).map((article) => linkOf(site, article)),
  }));
  return {
    title: site.name,
    summary: `Help by ${site.organization}. Each article says what one may be seeing, what to do, what one should see after each step, and what to do if it did not help.`,
    sections: [
      ...products.filter(({ links }) => links.length > 0),
      {
        title: 'If nothing here answers it',
        links: [
          { title: 'Known issues', address: publicAddress(site, knownIssuesPath) },
          { title: 'Contact', address: publicAddress(site, contactPath) },
        ],
      },
    ],
  };
}

function linkOf(site: PublicSite, article: PublicArticle): GuideLink {
  const { slug, title, symptoms } = article;
  const says = [
    hasIssue(article) && `Known issue: ${issueTags[article.issue.status].text.toLowerCase()}`,
    symptoms[0],
  ].filter((part) => typeof part === 'string');
  return {
    title,
    address: publicAddress(site, articleCopyPath(slug)),
    says: says.length > 0 ? says.join('. ') : undefined,
  };
}
