import type { Site } from '#model/site.ts';
import { internalHref } from './frame.ts';

/** The full address of a page if the site's is configured. */
export function addressOf({ config }: Site, path: string): string | undefined {
  return config.address.internal && `${config.address.internal}/${path}`;
}

/** The full address of a page if the site's is configured, else its path on whatever host it is. */
export function fullHref(site: Site, path: string): string {
  return addressOf(site, path) ?? internalHref(site, path);
}
