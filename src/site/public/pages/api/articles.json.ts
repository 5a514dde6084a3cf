import { articlesData } from '#views/public/api.ts';
import { site } from '../../site.ts';

export const GET = () => Response.json(articlesData(site()));
