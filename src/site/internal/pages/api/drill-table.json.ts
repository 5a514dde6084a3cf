import { drillTable } from '#views/internal/training/drill-table.ts';
import { site } from '../../site.ts';

export const GET = () => Response.json(drillTable(site()));
