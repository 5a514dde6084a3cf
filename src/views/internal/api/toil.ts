import * as z from 'zod';
import { toil } from '#derive/toil.ts';
import { id } from '#schema/scalars.ts';
import { count, product } from './fields.ts';
import { apiList } from './list.ts';

export const toilList = apiList({
  description:
    'Work by hand between two systems, for each product that has any; most minutes first.',
  item: z.strictObject({
    product,
    steps: count.describe('How many steps were written down.'),
    minutes: z.number().nonnegative().describe('The minutes of those that say how long they took.'),
    unknown: count.describe('How many steps do not say how long they took.'),
    incidents: z.array(id).describe('The ids of the incidents that they come from.'),
  }),
  items: toil,
});
