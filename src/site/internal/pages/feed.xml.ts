import { atomXml } from '#export/atom.ts';
import { incidentFeed } from '#views/internal/feed.ts';
import { site } from '../site.ts';

export const GET = () =>
  new Response(atomXml(incidentFeed(site())), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
