import { articleCopies, copyText, type ArticleCopy } from '#views/public/article-copy.ts';
import { staticPaths } from '../../../at-hand.ts';
import { site } from '../../site.ts';

export const getStaticPaths = () => staticPaths(articleCopies(site()));

export const GET = ({ props: { model } }: { props: { model: ArticleCopy } }) =>
  new Response(copyText(model), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
