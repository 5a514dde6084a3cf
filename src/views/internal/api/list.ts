import * as z from 'zod';
import type { Site } from '#model/site.ts';
import { day } from '#schema/scalars.ts';

/** Grows when a field goes away or changes its meaning; new fields may come at any time. */
export const apiVersion = 1;

/** A list that machines can read: what it holds, the shape of an item, and how to come by the items. */
export interface ApiList {
  /** What it holds, and in which order. */
  description: string;
  item: z.ZodObject;
  items: (site: Site) => object[];
}

/** A list whose items have the shape that it says. */
export function apiList<Item extends z.ZodObject>(list: {
  description: string;
  item: Item;
  items: (site: Site) => z.output<NoInfer<Item>>[];
}): ApiList {
  return list;
}

/** The shape of the file in which a list stands under `key`. */
export function fileShape(key: string, { description, item }: ApiList): z.ZodObject {
  return z.strictObject({
    $schema: z.string().describe('The address of this schema, relative to the file.'),
    version: z
      .literal(apiVersion)
      .describe(
        'Grows when a field goes away or changes its meaning. New fields may come at any time.',
      ),
    as_of: day.describe('The day of which the file speaks, in the zone of the knowledge base.'),
    [key]: z.array(item).describe(description),
  });
}
