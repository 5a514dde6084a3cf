import { facetTable } from '#views/internal/facet-table.ts';
import { site } from '../../site.ts';

export const GET = () => Response.json(facetTable(site()));
