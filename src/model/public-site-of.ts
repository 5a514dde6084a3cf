import { headingPrefix } from '#markdown/slugs.ts';
import { resolvedHtml } from '#markdown/resolved-html.ts';
import { componentName, productName, type Config } from './config.ts';
import { linkTarget } from './link-target.ts';
import type { IntakeFields } from '#schema/intake.ts';
import type { IntakePart, PublicArticle, PublicIntake, PublicSite } from './public-site.ts';
import { isImage, isServed } from './served-files.ts';
import type { Article, Intake, Site } from './site.ts';
import { isPublic } from './visibility.ts';

/** Where public pages and files are; the projection must know it to resolve links. */
export interface PublicAddresses {
  article: (slug: string) => string;
  intake: (product: string) => string;
  file: (path: string) => string;
}

/** Projects a site to what a person has decided, in git, that everybody may read. */
export function publicSiteOf(site: Site, addresses: PublicAddresses): PublicSite {
  const { config } = site;
  const articles = site.articles.filter(isPublic);
  const files = new Set<string>();
  const used = new Set([...articles, ...site.intakes].map(({ fields }) => fields.product));
  const pages = new Map<string, string>([
    ...articles.map(({ file, id }) => [file, addresses.article(id)] as const),
    ...site.intakes.map(({ file, id }) => [file, addresses.intake(id)] as const),
  ]);
  const context: LinkContext = { site, pages, files, address: addresses.file };
  return {
    name: config.name.public,
    organization: config.organization,
    language: config.language,
    timezone: config.timezone,
    base: config.base.public,
    ...(config.address.public && { address: config.address.public }),
    ...(config.feedback && { feedback: feedbackOf(config.feedback) }),
    ...(config.contact && { contact: contactOf(config.contact) }),
    ...(config.theme && { theme: themeOf(config.theme) }),
    synonyms: config.search?.synonyms ?? [],
    products: config.products.flatMap(({ id, name }) => (used.has(id) ? [{ id, name }] : [])),
    articles: articles.map((article) => projectedArticle(article, context)),
    intakes: site.intakes.map((intake) => projectedIntake(intake, context)),
    files: [...files].sort(),
  };
}

function contactOf({ email, phone, url }: NonNullable<Config['contact']>) {
  return { email, phone, url };
}

function feedbackOf({ email, url }: NonNullable<Config['feedback']>) {
  return { email, url };
}

function themeOf({ accent, logo, css }: NonNullable<Config['theme']>) {
  return { accent, logo, css };
}

function projectedArticle({ id, file, fields }: Article, context: LinkContext): PublicArticle {
  const { title, type, state, pinned, product, component, versions } = fields;
  const { symptoms = [], errors = [], who, issue, reviewed, reviewed_with, aliases = [] } = fields;
  const { config } = context.site;
  return {
    slug: id,
    title,
    type,
    isArchived: state === 'archived',
    isPinned: pinned ?? false,
    product: { id: product, name: productName(config, product) },
    ...(component && {
      component: { id: component, name: componentName(config, product, component) },
    }),
    ...(versions && { versions }),
    symptoms,
    errors,
    ...(who && { who }),
    ...(issue && { issue: issueOf(issue) }),
    ...(reviewed && { reviewed }),
    ...(reviewed_with && { reviewedWith: reviewed_with }),
    aliases,
    html: publicHtml(file, context),
  };
}

function issueOf(issue: NonNullable<PublicArticle['issue']>): PublicArticle['issue'] {
  const { status, since, fixed_in, workaround, updates } = issue;
  return {
    status,
    since,
    fixed_in,
    workaround,
    updates: updates?.map(({ at, status, what }) => ({ at, status, what })),
  };
}

function projectedIntake({ id, file, fields }: Intake, context: LinkContext): PublicIntake {
  const { title, before = [], ask, next = [], send } = fields;
  const pages = new Map(context.site.articles.map((article) => [article.id, article.file]));
  return {
    product: { id, name: productName(context.site.config, id) },
    title,
    before: before.map(({ check, why, article }) => {
      const page = article && context.pages.get(pages.get(article) ?? '');
      return { check, why, href: page && context.site.config.base.public + page };
    }),
    ask: ask.map(({ id, label, why, kind, options, command, required, field = '' }) => ({
      id,
      label,
      why,
      kind,
      options,
      command,
      required,
      part: partOf(kind, field),
      isProblem: field === 'symptoms',
    })),
    next: next.map(({ what, within }) => ({ what, within })),
    send: send && { email: send.email, url: send.url },
    html: publicHtml(file, context),
  };
}

/** Who is asking comes first, in case the line drops; then what happened, then what shows it. */
function partOf(kind: IntakeFields['ask'][number]['kind'], field: string): IntakePart {
  if (field.startsWith('reporter.')) return 'who';
  const isEvidence = kind === 'file' || kind === 'command';
  return isEvidence || /^(?:environment\.|errors$)/.test(field) ? 'evidence' : 'what';
}

function publicHtml(file: string, context: LinkContext): string {
  const body = context.site.bodies.get(file);
  if (!body) return '';
  return resolvedHtml(body.html, (kind, href) => publicAddress(context, file, { kind, href }));
}

interface LinkContext {
  site: Site;
  /** The public pages, by the file of their record. */
  pages: ReadonlyMap<string, string>;
  /** Collects the files that are shown. */
  files: Set<string>;
  address: PublicAddresses['file'];
}

function publicAddress(
  { site, pages, files, address }: LinkContext,
  fromFile: string,
  { kind, href }: { kind: 'link' | 'image'; href: string },
): string | undefined {
  const base = site.config.base.public;
  const target = linkTarget(fromFile, href);
  if (target.kind === 'file') {
    const { path } = target;
    const isAllowed = kind === 'image' ? isImage(path) : isServed(path);
    if (!isAllowed || !path.startsWith('kb/') || !site.files.has(path)) return undefined;
    files.add(path);
    return base + address(path);
  }
  if (kind === 'image') return undefined;
  if (target.kind === 'web') return target.href;
  if (target.kind === 'anchor') return `#${headingPrefix}${target.slug}`;
  const page = target.kind === 'record' && pages.get(target.file);
  if (!page) return undefined;
  return `${base}${page}${target.slug ? `#${headingPrefix}${target.slug}` : ''}`;
}
