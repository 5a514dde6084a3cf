import type { SourceChange } from '#derive/source-digest.ts';
import type { Audience } from '#schema/article.ts';

/** What is asked of a promotion. */
export interface PromotionRequest {
  /** Ids as they were typed. The first one gives the title. */
  incidents: readonly string[];
  /** The path of a new article below kb/, without `.md`: `blank-receipt` or `claims-portal/blank-receipt`. */
  to?: string;
  /** The slug of an existing article that takes the incidents up. */
  into?: string;
  /** Default: public, or that of the article of `into`. */
  audience?: Audience;
  /** Whether the text of an existing article may be replaced. */
  overwrite?: boolean;
}

/** Why nothing can be promoted, and what to do. */
export interface Refusal {
  /** The incident, if it is about one. */
  incident?: string;
  why: string;
  hint: string;
}

/** Something of a source that did not travel: named by its field, never by its value. */
export interface LeftOut {
  incident: string;
  what: string;
  why: string;
}

/** A file that is to be written. */
export interface Promotion {
  kind: 'new' | 'refreshed' | 'rewritten';
  file: string;
  text: string;
  /** The sources that are new to the article. */
  added: string[];
  /** What of the former sources changed since the last promotion; undefined if nothing tells. */
  changes: SourceChange[] | undefined;
  leftOut: LeftOut[];
  /** What a person should know before publishing. */
  notes: string[];
}

export type Planned =
  | { kind: 'refused'; refusals: Refusal[] }
  /** The article takes the incidents into account already, or was not said to be changed. */
  | { kind: 'known'; articles: KnownArticle[] }
  | { kind: 'planned'; promotion: Promotion };

export interface KnownArticle {
  id: string;
  file: string;
  changes: SourceChange[] | undefined;
}
