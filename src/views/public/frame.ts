import type { PublicSite } from '#model/public-site.ts';
import { frameOf, type Frame, type FramePage } from '../frame.ts';

/** The frame of a public page. */
export function publicFrame(site: PublicSite, page: FramePage): Frame {
  return frameOf({ ...site, audience: 'public' }, page);
}
