import type { Audience } from '#schema/article.ts';
import type { ConfigFields, Product } from '#schema/config.ts';

export const configFile = 'fixlore.config.yaml';

/** The configuration with its defaults filled in. */
export interface Config extends Omit<ConfigFields, 'name' | 'base_url' | 'timezone' | 'language'> {
  organization: string;
  name: Record<Audience, string>;
  /** The path under which a site is served, with slashes at both ends. */
  base: Record<Audience, string>;
  /** Scheme, host and base of a site without a slash at the end; undefined if not configured. */
  address: Record<Audience, string | undefined>;
  timezone: string;
  language: string;
  review_every: string;
}

export function withDefaults(fields: ConfigFields): Config {
  const organization = fields.organization ?? 'Knowledge base';
  return {
    ...fields,
    organization,
    name: {
      public: fields.name?.public ?? `${organization} help`,
      internal: fields.name?.internal ?? `${organization} knowledge base`,
    },
    base: { public: baseOf(fields.base_url?.public), internal: baseOf(fields.base_url?.internal) },
    address: {
      public: fields.base_url?.public?.replace(/\/+$/, ''),
      internal: fields.base_url?.internal?.replace(/\/+$/, ''),
    },
    timezone: fields.timezone ?? 'UTC',
    language: fields.language ?? 'en',
    review_every: fields.review_every ?? '180d',
  };
}

export function productOf(config: Pick<Config, 'products'>, id: string): Product | undefined {
  return config.products.find((product) => product.id === id);
}

/** The name of a product, or of a component of it. An id nobody configured stands for itself. */
export function productName(config: Pick<Config, 'products'>, id: string): string {
  return productOf(config, id)?.name ?? id;
}

export function componentName(
  config: Pick<Config, 'products'>,
  product: string,
  component: string,
): string {
  const found = productOf(config, product)?.components?.find(({ id }) => id === component);
  return found?.name ?? component;
}

function baseOf(address: string | undefined): string {
  if (!address || !URL.canParse(address)) return '/';
  return `${new URL(address).pathname.replace(/\/+$/, '')}/`;
}
