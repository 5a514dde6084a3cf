import { atomXml } from '#export/atom.ts';
import { knownIssueFeed } from '#views/public/feed.ts';
import { site } from '../site.ts';

export const GET = () =>
  new Response(atomXml(knownIssueFeed(site())), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
