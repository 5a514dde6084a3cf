import type { ArticleFields } from '#schema/article.ts';
import type { IntakeFields } from '#schema/intake.ts';

/**
 * What everybody may read, and nothing else: the public pages are made from this alone. It lists what
 * is allowed, never "all but". Only plain values, so that it can be handed to another process.
 */
export interface PublicSite {
  name: string;
  organization: string;
  language: string;
  timezone: string;
  /** The path under which the site is served, with slashes at both ends. */
  base: string;
  /** Scheme, host and base without a slash at the end, if configured. */
  address?: string;
  contact?: { email?: string; phone?: string; url?: string };
  /** Where what readers say of an article goes, and searches without an answer. */
  feedback?: { email?: string; url?: string };
  theme?: { accent?: string; logo?: string; css?: string };
  /** Groups of words that mean the same to the search. */
  synonyms: string[][];
  /** The products that have an article or an intake, in the order of the configuration. */
  products: { id: string; name: string }[];
  /** By title. */
  articles: PublicArticle[];
  /** By product. */
  intakes: PublicIntake[];
  /** Files that the articles show: the path in the knowledge base, which is also the address. */
  files: string[];
}

export interface PublicArticle {
  slug: string;
  title: string;
  type: ArticleFields['type'];
  isArchived: boolean;
  isPinned: boolean;
  product: { id: string; name: string };
  component?: { id: string; name: string };
  /** Names of versions, or a range as text. */
  versions?: string | string[];
  symptoms: string[];
  errors: string[];
  who?: ArticleFields['who'];
  issue?: ArticleFields['issue'];
  /** A date, as written. */
  reviewed?: string;
  /** The version with which it was reviewed. */
  reviewedWith?: string;
  /** Former slugs. */
  aliases: string[];
  /** The finished HTML of the body; its links lead to public pages and the open web. */
  html: string;
}

export interface PublicIntake {
  product: { id: string; name: string };
  title: string;
  /** Checks to make first, each with the address of the article that shows how. */
  before: { check: string; why?: string; href?: string }[];
  ask: PublicQuestion[];
  next: NonNullable<IntakeFields['next']>;
  send?: IntakeFields['send'];
  /** The introduction. */
  html: string;
}

/** Without the name of the field that an answer fills, which is nobody else's business. */
export interface PublicQuestion extends Omit<IntakeFields['ask'][number], 'field'> {
  /** Where it stands on the page. */
  part: IntakePart;
  /** The answer says what is wrong, in the words of the customer. */
  isProblem: boolean;
}

export type IntakePart = 'who' | 'what' | 'evidence';
