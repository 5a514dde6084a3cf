import type { Site } from '#model/site.ts';
import { fullAddress } from '../full-address.ts';
import { internalHref } from './frame.ts';

/** The full address of a page, in ASCII, if the site's is configured and is an address. */
export function addressOf({ config }: Site, path: string): string | undefined {
  return fullAddress(config.address.internal, path);
}

/** The full address of a page if the site's is configured, else its path on whatever host it is. */
export function fullHref(site: Site, path: string): string {
  return addressOf(site, path) ?? internalHref(site, path);
}
