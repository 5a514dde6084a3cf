import type { PublicSite } from '#model/public-site.ts';
import { frameOf, type Frame, type FramePage } from '../frame.ts';
import { fullAddress } from '../full-address.ts';

/** The frame of a public page. */
export function publicFrame(site: PublicSite, page: FramePage): Frame {
  const zone = page.tellsTimes ? site.timezone : undefined;
  return frameOf({ ...site, audience: 'public', zone, sendsTo: site.feedback?.url }, page);
}

/** The address of a public page: in full if the site's is known, else its path on whatever host it is. */
export function publicAddress(site: PublicSite, path: string): string {
  return fullAddress(site.address, path) ?? site.base + path;
}
