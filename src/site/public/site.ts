import type { PublicSite } from '#model/public-site.ts';
import { siteAtHand } from '../at-hand.ts';

/** The projection that is being rendered: all that public pages ever see. */
export const site = (): PublicSite => siteAtHand<PublicSite>();
