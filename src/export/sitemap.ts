import type { SitemapEntry } from '#views/public/sitemap.ts';
import { xmlText } from './atom.ts';

/** A list of pages as sitemaps.org describes it. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ address, changed }) => {
    const lastmod = changed ? `<lastmod>${xmlText(changed)}</lastmod>` : '';
    return `  <url><loc>${xmlText(address)}</loc>${lastmod}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n');
}
