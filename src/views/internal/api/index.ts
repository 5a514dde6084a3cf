import type { Site } from '#model/site.ts';
import { dayOf } from '../day.ts';
import { articlesData } from './articles.ts';
import { candidatesData } from './candidates.ts';
import { incidentsData } from './incidents.ts';
import { leftoversData } from './leftovers.ts';
import { lookAlikesData } from './look-alikes.ts';
import { promisesData } from './promises.ts';

/** What machines can read of the internal site, by the name of its file below api/. */
const lists: Record<string, (site: Site) => object[]> = {
  incidents: incidentsData,
  articles: articlesData,
  leftovers: leftoversData,
  promises: promisesData,
  'look-alikes': lookAlikesData,
  candidates: candidatesData,
};

export const apiNames = Object.keys(lists);

/** A list with the day of which it speaks. Its key is the name of the file, in snake case. */
export function apiData(site: Site, name: string): Record<string, unknown> {
  const list = lists[name];
  if (!list) throw new Error(`There is no list ${name}`);
  return { as_of: dayOf(site.now, site.config.timezone), [name.replaceAll('-', '_')]: list(site) };
}
