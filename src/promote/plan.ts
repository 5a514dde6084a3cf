import { changesIn } from '#derive/staleness.ts';
import { slugOf } from '#export/new-records.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { idOf, isUsableId } from '#parse/record-name.ts';
import { articleDraft } from './draft.ts';
import { refreshed, rewritten } from './existing-article.ts';
import { unfit } from './fitness.ts';
import { leftOut } from './left-out.ts';
import { notesOn } from './notes.ts';
import type { Planned, Promotion, PromotionRequest, Refusal } from './promotion.ts';

/** What the planner knows beside the request. */
export interface Surroundings {
  site: Site;
  /** Whether a file of an incident exists that cannot be read as one. */
  isBroken: (incident: string) => boolean;
  /** Whether a slug is that of an article, readable or not. */
  isTaken: (slug: string) => boolean;
  /** The text of an article as it stands on the disk. */
  textOf: (file: string) => string;
}

/** Plans an article from incidents, or what changes in one that exists. Nothing is written. */
export function planPromotion(request: PromotionRequest, around: Surroundings): Planned {
  const { site } = around;
  const found = request.incidents.map((id) => incidentNamed(id, around));
  const refusals = found.flatMap((one) => ('why' in one ? [one] : []));
  const incidents = [...new Set(found.flatMap((one) => ('why' in one ? [] : [one])))];
  const target = targetOf(request, site);
  if (target && 'why' in target) refusals.push(target);
  if (refusals.length > 0 || (target && 'why' in target)) return { kind: 'refused', refusals };
  const wrong = [
    ...unfitIn(incidents, request, target),
    ...differentProducts(incidents, target),
    ...(target ? [] : wrongPlace(request, incidents, around)),
  ];
  if (wrong.length > 0) return { kind: 'refused', refusals: wrong };
  if (target) {
    const promotion = request.overwrite
      ? rewritten(target, incidents, site)
      : refreshed(target, incidents, { site, text: around.textOf(target.file) });
    if (promotion) return { kind: 'planned', promotion };
    return { kind: 'known', articles: [{ id: target.id, file: target.file, changes: [] }] };
  }
  const known = knownArticles(incidents, request, site);
  return known ?? { kind: 'planned', promotion: newArticle(request, incidents, site) };
}

function incidentNamed(written: string, { site, isBroken }: Surroundings): Incident | Refusal {
  const id = idOf(written);
  const found =
    site.incidents.find((one) => one.id === id) ??
    site.incidents.find(({ fields }) => fields.aliases?.includes(id));
  if (found) return found;
  if (isBroken(id)) {
    return { incident: id, why: 'Its record has errors.', hint: '"fixlore check" says which.' };
  }
  const near = didYouMean(id, new Set(site.incidents.map((one) => one.id)));
  return {
    incident: id,
    why: 'There is no such incident.',
    hint: near
      ? `Did you mean ${near}?`
      : 'An id is the name of the file without its folder and without .md.',
  };
}

/** The existing article that is asked for; undefined for a new one. */
function targetOf(
  { into, to, overwrite }: PromotionRequest,
  site: Site,
): Article | Refusal | undefined {
  const slug = into ?? (overwrite ? to : undefined);
  if (slug === undefined) return undefined;
  const id = idOf(slug);
  const article =
    site.articles.find((one) => one.id === id) ??
    site.articles.find(({ fields }) => fields.aliases?.includes(id));
  if (article || into === undefined) return article;
  const near = didYouMean(id, new Set(site.articles.map((one) => one.id)));
  return {
    why: 'There is no article that --into names, or its record has errors.',
    hint: near ? `Did you mean --into ${near}?` : 'Without --into a new one is written.',
  };
}

function unfitIn(
  incidents: readonly Incident[],
  { audience }: PromotionRequest,
  target: Article | undefined,
): Refusal[] {
  if (target && audience && audience !== target.fields.audience) {
    return [
      {
        why: `The article is ${target.fields.audience}.`,
        hint: 'Leave --audience out; what an article is for is changed in its own file.',
      },
    ];
  }
  const known = new Set(target?.fields.sources);
  const wanted = target?.fields.audience ?? audience ?? 'public';
  return incidents.flatMap((incident) => {
    return known.has(incident.id) ? [] : (unfit(incident, wanted) ?? []);
  });
}

function differentProducts(incidents: readonly Incident[], target: Article | undefined): Refusal[] {
  const products = new Set(incidents.map(({ fields }) => fields.product));
  if (target) products.add(target.fields.product);
  if (products.size < 2) return [];
  return [
    {
      why: `They are about different products: ${[...products].join(', ')}.`,
      hint: 'An article is about one product: promote them one by one.',
    },
  ];
}

function wrongPlace(
  { to }: PromotionRequest,
  incidents: readonly Incident[],
  { site, isTaken }: Surroundings,
): Refusal[] {
  const parts = to?.replace(/^kb\//, '').replace(/\.md$/, '').split('/');
  if (parts && !parts.every(isUsableId)) {
    return [
      {
        why: 'A name of --to cannot be one of an article.',
        hint: 'Use lower-case letters, digits and single hyphens, such as blank-receipt or claims-portal/blank-receipt.',
      },
    ];
  }
  const isFirst = !to && incidents.some(({ articles }) => articles.length > 0);
  const slug = parts?.at(-1) ?? slugFor(incidents);
  const owner = site.articles.find(({ fields }) => fields.aliases?.includes(slug));
  if (isFirst || (!isTaken(slug) && !owner)) return [];
  const id = owner?.id ?? slug;
  return [
    {
      why: `There is an article ${id} already${owner ? `, which was once called ${slug}` : ''}.`,
      hint: `--into ${id} takes the incidents up there, --to gives the new article another name${owner ? '' : ', --overwrite replaces the text'}.`,
    },
  ];
}

/** Incidents of which an article was made before are not promoted again unasked. */
function knownArticles(
  incidents: readonly Incident[],
  { to }: PromotionRequest,
  site: Site,
): Planned | undefined {
  const ids = new Set(incidents.flatMap(({ articles }) => articles));
  if (to !== undefined || ids.size === 0) return undefined;
  const articles = site.articles
    .filter(({ id }) => ids.has(id))
    .map((article) => ({
      id: article.id,
      file: article.file,
      changes: changesIn(site, article),
    }));
  return { kind: 'known', articles };
}

function newArticle(request: PromotionRequest, incidents: Incident[], site: Site): Promotion {
  const file = fileFor(request, incidents, site);
  const audience = request.audience ?? 'public';
  const draft = articleDraft(site, { incidents, audience, file, former: undefined });
  return {
    kind: 'new',
    file,
    text: draft.text,
    added: incidents.map(({ id }) => id),
    changes: [],
    leftOut: incidents.flatMap((one) => leftOut(one, draft.story, audience === 'public')),
    notes: notesOn(draft),
  };
}

/** Beside other articles of the product, if they have a folder of its name. */
function fileFor({ to }: PromotionRequest, incidents: readonly Incident[], site: Site): string {
  const path = to?.replace(/^kb\//, '').replace(/\.md$/, '') ?? slugFor(incidents);
  const product = incidents[0]?.fields.product ?? '';
  const hasFolder = site.articles.some(({ categories }) => categories[0] === product);
  return path.includes('/') || !hasFolder ? `kb/${path}.md` : `kb/${product}/${path}.md`;
}

function slugFor(incidents: readonly Incident[]): string {
  const slug = slugOf(incidents[0]?.fields.title ?? '');
  return slug.replace(dangling, '') || 'article';
}

/** Words that a cut leaves at the end of a slug. */
const dangling = /(?:-(?:a|an|the|and|or|of|on|in|to|for|with|after|before|that|when|old))+$/;
