import { proof } from '#derive/proof.ts';
import { reviewDue, staleness, type Staleness } from '#derive/staleness.ts';
import { incidentsById } from '#model/by-id.ts';
import { productName } from '#model/config.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, articlesPath } from '../addresses.ts';
import { issueView, versionsText } from '../article-text.ts';
import {
  articleLists,
  type ArticleList,
  type ArticlePage,
  type ArticleRow,
} from '../article-view.ts';
import type { Page } from '../page.ts';
import { timeText } from '../time-text.ts';
import {
  articleStateTags,
  articleTypeWords,
  issueTags,
  statusTags,
  whoWords,
  type Tag,
} from '../words.ts';
import { doubtsAbout } from './article-doubts.ts';
import { dayOf } from './day.ts';
import { editHref, internalFrame, internalHref } from './frame.ts';
import { importedView, type ImportedView } from './imported.ts';
import { proofWords } from './incident-words.ts';
import { neighboursOf, type Neighbour, type Neighbours } from './neighbours.ts';
import { internalHtml } from './record-links.ts';

/** An article with where it comes from, what is like it, and whether it can still be relied on. */
export interface InternalArticlePage extends ArticlePage {
  /** Why it may no longer be true; undefined if nothing says so. */
  doubts?: string;
  sources: Neighbour[];
  related: Neighbour[];
  imported?: ImportedView;
  file: string;
  editHref?: string;
}

/** The page of each article, drafts and archived ones included. */
export function articlePages(site: Site): Page<InternalArticlePage>[] {
  const known: Known = {
    neighbours: neighboursOf(site),
    incidents: incidentsById(site),
    stale: new Map(staleness(site, site.now).map((one) => [one.article, one])),
  };
  return site.articles.map((article) => ({
    params: { id: article.id },
    get model() {
      return articlePage(site, article, known);
    },
  }));
}

/** What is found once for all articles. */
interface Known {
  neighbours: Neighbours;
  incidents: ReadonlyMap<string, Incident>;
  stale: ReadonlyMap<string, Staleness>;
}

function articlePage(site: Site, article: Article, known: Known): InternalArticlePage {
  const { id, file, fields } = article;
  const { config } = site;
  const { product, versions, who, issue, imported } = fields;
  const stale = known.stale.get(id);
  const sources = (fields.sources ?? []).flatMap((source) => known.incidents.get(source) ?? []);
  return {
    frame: internalFrame(site, {
      title: fields.title,
      path: articlePath(id),
      crumbs: [{ label: 'Articles', path: articlesPath }],
    }),
    title: fields.title,
    lede: [productName(config, product), versionsText(versions), who && whoWords[who]].filter(
      (part) => part !== undefined,
    ),
    tags: [{ text: articleTypeWords[fields.type], tone: 'none' }, ...stateTags(article)],
    isArchived: fields.state === 'archived',
    symptoms: fields.symptoms ?? [],
    errors: fields.errors ?? [],
    html: internalHtml(site, file),
    issue: issueView(issue, config),
    facts: factsOf(site, article),
    doubts: stale && doubtsAbout(site, stale),
    sources: sources.map((source) => ({
      ...known.neighbours.incident(source.id),
      why: sourceText(site, source),
    })),
    related: known.neighbours.relatedTo(article),
    imported: imported && importedView(imported),
    file,
    editHref: editHref(site, file),
  };
}

function factsOf(site: Site, article: Article): ArticlePage['facts'] {
  const { config } = site;
  const { reviewed, reviewed_with, state, owner, audience } = article.fields;
  const isKept = reviewed !== undefined && (state === 'published' || state === 'validated');
  const next = isKept ? dayOf(reviewDue(site, article), config.timezone) : undefined;
  return [
    ...(reviewed
      ? [
          {
            label: 'Last reviewed',
            time: timeText(reviewed, config),
            note: reviewed_with && `with ${reviewed_with}`,
          },
        ]
      : []),
    ...(next ? [{ label: 'Review due', time: timeText(next, config) }] : []),
    ...(owner ? [{ label: 'Kept true by', text: owner }] : []),
    { label: 'Audience', text: audience === 'public' ? 'Everybody' : 'Internal' },
  ];
}

/** "14 Mar 2026: resolved, may also need earlier attempts". */
function sourceText({ config }: Site, incident: Incident): string {
  const { opened, status } = incident.fields;
  const day = timeText(opened.slice(0, 10), config).text;
  const state = [statusTags[status].text, proofWords[proof(incident).kind]];
  return `${day}: ${state.join(', ').toLowerCase()}`;
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
