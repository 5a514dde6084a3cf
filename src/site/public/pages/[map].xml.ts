import { sitemapXml } from '#export/sitemap.ts';
import { sitemap } from '#views/public/sitemap.ts';
import { site } from '../site.ts';

/** There is a sitemap only if the address of the site is known. */
export const getStaticPaths = () => {
  const entries = sitemap(site());
  return entries ? [{ params: { map: 'sitemap' }, props: { entries } }] : [];
};

export const GET = ({ props: { entries } }: { props: Props }) =>
  new Response(sitemapXml(entries), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });

interface Props {
  entries: NonNullable<ReturnType<typeof sitemap>>;
}
