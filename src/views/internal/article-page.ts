import { productName } from '#model/config.ts';
import type { Article, Site } from '#model/site.ts';
import { articlePath, articlesPath } from '../addresses.ts';
import { issueView, versionsText } from '../article-text.ts';
import {
  articleLists,
  type ArticleList,
  type ArticlePage,
  type ArticleRow,
} from '../article-view.ts';
import type { Page } from '../page.ts';
import { optionalTime } from '../time-text.ts';
import { articleStateTags, articleTypeWords, issueTags, whoWords, type Tag } from '../words.ts';
import { editHref, internalFrame, internalHref } from './frame.ts';
import { neighboursOf, type Neighbours } from './neighbours.ts';
import { internalHtml } from './record-links.ts';

/** The page of each article, drafts and archived ones included. */
export function articlePages(site: Site): Page<ArticlePage>[] {
  const neighbours = neighboursOf(site);
  return site.articles.map((article) => ({
    params: { id: article.id },
    get model() {
      return articlePage(site, article, neighbours);
    },
  }));
}

export function articlePage(site: Site, article: Article, neighbours: Neighbours): ArticlePage {
  const { id, file, fields } = article;
  const { config } = site;
  const { product, versions, who, issue, reviewed, imported } = fields;
  const applies = versionsText(versions);
  return {
    frame: internalFrame(site, {
      title: fields.title,
      path: articlePath(id),
      crumbs: [{ label: 'Articles', path: articlesPath }],
    }),
    title: fields.title,
    lede: [productName(config, product), applies, who && whoWords[who]].filter(
      (part) => part !== undefined,
    ),
    tags: [{ text: articleTypeWords[fields.type], tone: 'none' }, ...stateTags(article)],
    isArchived: fields.state === 'archived',
    symptoms: fields.symptoms ?? [],
    errors: fields.errors ?? [],
    html: internalHtml(site, file),
    issue: issue && { ...issueView(issue)!, since: optionalTime(issue.since, config) },
    facts: [
      ...(reviewed ? [{ label: 'Last reviewed', time: optionalTime(reviewed, config) }] : []),
      ...(fields.owner ? [{ label: 'Kept true by', text: fields.owner }] : []),
      { label: 'Audience', text: fields.audience === 'public' ? 'Everybody' : 'Internal' },
    ],
    origin: {
      sources: (fields.sources ?? []).map((source) => neighbours.incident(source)),
      owner: fields.owner,
      file,
      editHref: editHref(site, file),
      imported: imported && {
        from: imported.from,
        id: imported.id,
        fields: Object.entries(imported.fields ?? {}).map(([name, value]) => ({ name, value })),
      },
    },
  };
}

/** `/articles/`: every article by product, with its state. */
export function articleListPages(site: Site): Page<ArticleList>[] {
  const rows = site.articles.map((article) => ({
    product: article.fields.product,
    row: articleRow(site, article),
  }));
  const frameFor = (suffix: string, path: string) =>
    internalFrame(site, { title: `Articles${suffix}`, path: articlesPath + path });
  return articleLists(site.config.products, rows, frameFor, internalHref(site, articlesPath));
}

export function articleRow(site: Site, article: Article): ArticleRow {
  const { id, fields } = article;
  return {
    href: internalHref(site, articlePath(id)),
    title: fields.title,
    type: articleTypeWords[fields.type],
    says: fields.symptoms?.[0] ?? '',
    tags: stateTags(article),
  };
}

function stateTags({ fields }: Article): Tag[] {
  const { audience, state, issue } = fields;
  return [
    articleStateTags[state],
    { text: audience === 'public' ? 'Public' : 'Internal', tone: 'none' },
    ...(issue ? [issueTags[issue.status]] : []),
  ];
}
