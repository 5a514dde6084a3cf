import { termIndex } from '#derive/similar.ts';
import { terms } from '#derive/terms.ts';
import type { PublicArticle } from '#model/public-site.ts';

/** Another article that may help, and why it is shown. */
export interface RelatedArticle {
  article: PublicArticle;
  /** An exact message that both name. */
  error?: string;
  /** Both are about the same component. */
  isSamePart: boolean;
}

const mostShown = 4;
const least = 0.12;
const forError = 0.4;
const forPart = 0.08;

/**
 * For each article by its slug the public ones that are most like it, at most four, most alike first;
 * archived ones are named nowhere. Only words that public articles say are weighed, so that no other
 * record decides about an order. Ties: by the order of the articles.
 */
export function relatedArticles(
  articles: readonly PublicArticle[],
): ReadonlyMap<string, RelatedArticle[]> {
  const current = articles.filter(({ isArchived }) => !isArchived);
  const index = termIndex(
    current.map(({ title, symptoms, errors }) => terms([title, ...symptoms, ...errors].join(' '))),
  );
  const messages = current.map(
    ({ errors }) => new Map(errors.map((one) => [comparable(one), one])),
  );
  return new Map(
    current.map((article, position) => {
      const found = [...index.similarTo(position)].map(([other, similarity]) => {
        const error = shared(messages[position]!, messages[other]!);
        const isSamePart = isSameComponent(article, current[other]!);
        const score = similarity + (error ? forError : 0) + (isSamePart ? forPart : 0);
        return { other, score, related: { article: current[other]!, error, isSamePart } };
      });
      const nearest = found
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || a.other - b.other)
        .slice(0, mostShown);
      return [article.slug, nearest.map(({ related }) => related)];
    }),
  );
}

function shared(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): string | undefined {
  for (const [key, written] of b) if (a.has(key)) return written;
  return undefined;
}

function isSameComponent(a: PublicArticle, b: PublicArticle): boolean {
  return (
    a.component !== undefined && a.product.id === b.product.id && a.component.id === b.component?.id
  );
}

function comparable(error: string): string {
  return error.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
