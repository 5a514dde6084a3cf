import * as z from 'zod';
import { id } from '#schema/scalars.ts';

/* Fields that several lists have. */

export const url = z
  .string()
  .describe('The page: its full address if base_url is configured, else its path.');
export const incidentId = id.describe('The id of the incident.');
export const incidentTitle = z.string().describe('The title of the incident.');
export const product = id.describe('The id of the product.');
export const component = id.optional().describe('The id of the component.');
export const count = z.int().nonnegative();
export const minutes = z.number().nonnegative().optional();
