import { sourceDigest } from '#derive/source-digest.ts';
import { recordText, type Writable } from '#export/record-text.ts';
import { productOf } from '#model/config.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { isPublic as isPublished } from '#model/visibility.ts';
import type { Audience } from '#schema/article.ts';
import { draftBody } from './draft-body.ts';
import { internalFacts, withoutFacts, type FactKind } from './internal-facts.ts';
import { oneLine } from './markdown-text.ts';
import { storyOf, type Story } from './source-story.ts';

/** What a draft is made for. */
export interface DraftRequest {
  incidents: readonly Incident[];
  audience: Audience;
  /** The path of the article. */
  file: string;
  /** The article that the draft replaces: what its author decided beyond the text stays. */
  former: Article | undefined;
}

export interface Draft {
  text: string;
  story: Story;
  /** Kinds of internal facts that stood in what was taken over, and became places to fill. */
  removed: FactKind[];
  versions: string[];
  /** Of a public one: what a customer said first, to hold the title against. */
  said?: string;
}

/** The first text of an article, made of what incidents say. */
export function articleDraft(site: Site, request: DraftRequest): Draft {
  const { incidents, audience, file, former } = request;
  const { cleaned, removed } = cleaner(site, incidents, audience);
  const story = storyOf(incidents);
  const isPublic = audience === 'public';
  const versions = versionsIn(site, incidents);
  const product = incidents[0]?.fields.product ?? '';
  const body = draftBody({
    incidents,
    story,
    isPublic,
    cleaned,
    lookAlikes: lookAlikes(site, request),
    contactHref: contactHref(site, product, file),
  });
  const words = takenOver(incidents, cleaned);
  const said = isPublic ? words.symptoms?.[0] : undefined;
  const fields = {
    title:
      oneLine(cleaned(incidents[0]?.fields.title ?? '')) ||
      'TODO: the problem, as a customer would say it',
    type: former?.fields.type ?? 'solution',
    audience,
    state: 'draft',
    product,
    component: commonComponent(incidents),
    versions: versions.length > 0 ? versions : undefined,
    ...words,
    who: isPublic ? 'customer' : 'support',
    sources: incidents.map(({ id }) => id),
    source_digest: sourceDigest(incidents),
    ...kept(former),
  };
  const text = recordText(fields, body);
  return { text, story, removed: [...removed], versions, ...(said !== undefined && { said }) };
}

/** Symptoms and errors as they were said, each once. */
export function takenOver(
  incidents: readonly Incident[],
  cleaned: (text: string) => string,
): { symptoms?: string[]; errors?: string[] } {
  const each = (texts: readonly string[]) => {
    const found = new Map(texts.map((one) => [oneLine(one).toLowerCase(), oneLine(cleaned(one))]));
    return found.size > 0 ? [...found.values()].filter((one) => one !== '') : undefined;
  };
  const symptoms = each(incidents.flatMap(({ fields }) => fields.symptoms));
  const errors = each(incidents.flatMap(({ fields }) => fields.errors ?? []));
  return { ...(symptoms && { symptoms }), ...(errors && { errors }) };
}

/** Takes internal facts out of texts, and remembers which kinds there were. */
export function cleaner({ config }: Site, incidents: readonly Incident[], audience: Audience) {
  const facts = internalFacts(incidents, config, audience);
  const removed = new Set<FactKind>();
  const cleaned = (text: string) => {
    const result = withoutFacts(text, facts);
    for (const kind of result.removed) removed.add(kind);
    return result.text;
  };
  return { cleaned, removed };
}

function kept(former: Article | undefined): Record<string, Writable | undefined> {
  if (!former) return {};
  const { issue, owner, review_every, pinned, aliases } = former.fields;
  return { issue, owner, review_every, pinned, aliases };
}

function commonComponent(incidents: readonly Incident[]): string | undefined {
  const components = new Set(incidents.map(({ fields }) => fields.component));
  return components.size === 1 ? [...components][0] : undefined;
}

/** The versions of the configuration in which it was seen: without those an article would claim too little. */
function versionsIn({ config }: Site, incidents: readonly Incident[]): string[] {
  const seen = incidents.flatMap(({ fields }) => [
    ...(fields.environment?.['version'] ? [fields.environment['version']] : []),
    ...(fields.seen_again ?? []).flatMap(({ version }) => version ?? []),
  ]);
  const inUse = productOf(config, incidents[0]?.fields.product ?? '')?.versions ?? [];
  return inUse.filter((name) => seen.some((one) => one === name || one.startsWith(`${name}.`)));
}

function lookAlikes(site: Site, { incidents, audience, file }: DraftRequest) {
  return incidents.flatMap(({ unlike }) =>
    unlike.flatMap(({ incident, tell_apart, isToldThere }) => {
      const article = site.articles.find(
        (one) =>
          one.fields.sources?.includes(incident) &&
          one.fields.state !== 'archived' &&
          (audience === 'internal' || isPublished(one)),
      );
      if (!article || isToldThere || article.file === file) return [];
      const href = relativePath(file, article.file);
      return [{ href, title: article.fields.title, tellApart: tell_apart }];
    }),
  );
}

function contactHref({ intakes }: Site, product: string, file: string): string | undefined {
  const intake = intakes.find(({ fields }) => fields.product === product);
  return intake && relativePath(file, intake.file);
}

/** `kb/a/x.md` to `kb/b/y.md`: `../b/y.md`. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  const shared = here.findIndex((folder, index) => folder !== there[index]);
  const depth = shared === -1 ? here.length : shared;
  return [...here.slice(depth).map(() => '..'), ...there.slice(depth)].join('/');
}
