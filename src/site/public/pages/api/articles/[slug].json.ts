import { articleDataPages } from '#views/public/api.ts';
import { staticPaths } from '../../../../at-hand.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = () => staticPaths(articleDataPages(site()));

export const GET = ({ props: { model } }: { props: { model: object } }) => Response.json(model);
