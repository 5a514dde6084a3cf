import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import {
  articleCopyPath,
  articlePath,
  articlesPath,
  cardPath,
  contactPath,
  intakePath,
  productPath,
} from '../addresses.ts';
import { issueView, versionsText } from '../article-text.ts';
import type { ArticlePage } from '../article-view.ts';
import type { Page } from '../page.ts';
import { timeText } from '../time-text.ts';
import { whoWords } from '../words.ts';
import { withWhyFolded } from './folded.ts';
import { publicFrame } from './frame.ts';
import { articleLinkedData } from './linked-data.ts';
import { aboutOf } from './plain-text.ts';
import { relatedArticles, type RelatedArticle } from './related-articles.ts';
import { solvedQuestion, type SolvedQuestion } from './solved.ts';

/** An article with what a customer may want after it. */
export interface PublicArticlePage extends ArticlePage {
  related: { title: string; href: string; why?: string }[];
  solved?: SolvedQuestion;
  /** The way on if it did not help. */
  contact: { label: string; href: string };
  /** The same as Markdown, to be kept and read without a network. */
  copyHref: string;
}

/** The page of each published article; archived ones keep theirs and say so. */
export function articlePages(site: PublicSite): Page<PublicArticlePage>[] {
  const related = relatedArticles(site.articles);
  return site.articles.map((article) => ({
    params: { id: article.slug },
    get model() {
      return articlePage(site, article, related.get(article.slug) ?? []);
    },
  }));
}

export function articlePage(
  site: PublicSite,
  article: PublicArticle,
  related: readonly RelatedArticle[] = [],
): PublicArticlePage {
  const { slug, title, product, component, versions, who, issue } = article;
  const { isArchived, symptoms, errors } = article;
  const applies = versionsText(versions) ?? '';
  return {
    frame: publicFrame(site, {
      title,
      description: descriptionOf(article),
      path: articlePath(slug),
      crumbs: [
        { label: 'Help', path: '' },
        { label: product.name, path: isArchived ? articlesPath : productPath(product.id) },
      ],
      tellsTimes: issue !== undefined,
      cardPath: cardPath(slug),
      linkedData: articleLinkedData(site, article),
    }),
    title,
    lede: [
      component ? `${product.name}, ${component.name}` : product.name,
      ...(applies && isShort(applies) ? [applies] : []),
      ...(who ? [whoWords[who]] : []),
    ],
    tags: [],
    isArchived,
    symptoms,
    errors,
    html: withWhyFolded(article.html),
    issue: issueView(issue, site),
    facts: factsOf(site, article),
    related: related
      .filter((other) => !article.html.includes(`"${hrefOf(site, other)}`))
      .map((other) => relatedView(site, other)),
    solved: isArchived ? undefined : solvedQuestion(site, article),
    contact: wayOn(site, article),
    copyHref: site.base + articleCopyPath(slug),
  };
}

/** What search engines and link previews show below the title. */
export function descriptionOf({ html, symptoms }: PublicArticle): string | undefined {
  return aboutOf({ html, symptoms });
}

/** What is longer than a line stands aside. */
function isShort(versions: string): boolean {
  return versions.length <= 40;
}

function factsOf(site: PublicSite, article: PublicArticle): ArticlePage['facts'] {
  const { versions, reviewed, reviewedWith } = article;
  const applies = versionsText(versions) ?? '';
  return [
    ...(applies && !isShort(applies) ? [{ label: 'Applies to', text: applies }] : []),
    ...(reviewed
      ? [
          {
            label: 'Last verified',
            time: timeText(reviewed, site),
            note: reviewedWith && `with ${reviewedWith}`,
          },
        ]
      : []),
  ];
}

/** The form of the product if it has one: it asks for what support needs. */
function wayOn(site: PublicSite, { product }: PublicArticle): PublicArticlePage['contact'] {
  const hasIntake = site.intakes.some((intake) => intake.product.id === product.id);
  return hasIntake
    ? { label: 'Tell us what you see', href: site.base + intakePath(product.id) }
    : { label: 'Contact support', href: site.base + contactPath };
}

function relatedView(site: PublicSite, related: RelatedArticle): PublicArticlePage['related'][0] {
  const { article, error, isSamePart } = related;
  const why = error
    ? `The same message: ${error}`
    : isSamePart
      ? `Also about ${article.component?.name}`
      : article.symptoms[0] && `“${article.symptoms[0]}”`;
  return { title: article.title, href: hrefOf(site, related), why };
}

function hrefOf(site: PublicSite, { article }: RelatedArticle): string {
  return site.base + articlePath(article.slug);
}
