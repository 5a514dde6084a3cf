import type { PublicSite } from '#model/public-site.ts';
import { feedPath, knownIssuesPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { publicFrame } from './frame.ts';
import { knownIssues, type KnownIssue } from './known-issues.ts';

/** `/known-issues/`: what is known to be wrong, how it stands, and what has changed. */
export interface KnownIssuesPage {
  frame: Frame;
  title: string;
  lede: string;
  current: KnownIssue[];
  fixed: KnownIssue[];
  feedHref: string;
}

export function knownIssuesPage(site: PublicSite): KnownIssuesPage {
  return {
    frame: publicFrame(site, {
      title: 'Known issues',
      description: `What is known to be wrong, what to do until it is fixed, and what has changed.`,
      path: knownIssuesPath,
      tellsTimes: true,
      crumbs: [{ label: 'Help', path: '' }],
    }),
    title: 'Known issues',
    lede: 'What we know to be wrong, what to do until it is fixed, and what has changed.',
    ...knownIssues(site),
    feedHref: site.base + feedPath,
  };
}
