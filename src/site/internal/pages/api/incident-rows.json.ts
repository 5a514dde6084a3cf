import { incidentRowData } from '#views/internal/incident-list.ts';
import { site } from '../../site.ts';

export const GET = () => Response.json(incidentRowData(site()));
