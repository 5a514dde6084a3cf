import type { Site } from '#model/site.ts';
import { siteAtHand } from '../at-hand.ts';

/** The internal site that is being rendered. */
export const site = (): Site => siteAtHand<Site>();
