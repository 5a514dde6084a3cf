import type { Site } from '#model/site.ts';
import { outputJsonSchema } from '#schema/output-json-schema.ts';
import { dayOf } from '../day.ts';
import { articlesList } from './articles.ts';
import { blackHolesList } from './black-holes.ts';
import { candidatesList } from './candidates.ts';
import { incidentsList } from './incidents.ts';
import { leftoversList } from './leftovers.ts';
import { apiVersion, fileShape, type ApiList } from './list.ts';
import { lookAlikesList } from './look-alikes.ts';
import { promisesList } from './promises.ts';
import { relatedList } from './related.ts';
import { tellList } from './tell.ts';
import { toilList } from './toil.ts';

/** What machines can read of the internal site, by the name of its file below api/. */
const lists = {
  incidents: incidentsList,
  articles: articlesList,
  leftovers: leftoversList,
  promises: promisesList,
  'black-holes': blackHolesList,
  'look-alikes': lookAlikesList,
  related: relatedList,
  candidates: candidatesList,
  tell: tellList,
  toil: toilList,
} satisfies Record<string, ApiList>;

export type ApiName = keyof typeof lists;

export const apiNames = Object.keys(lists) as ApiName[];

/** A list with its version and the day of which it speaks. Its key is the name of the file, in snake case. */
export function apiData(site: Site, name: ApiName): Record<string, unknown> {
  return {
    $schema: `${name}.schema.json`,
    version: apiVersion,
    as_of: dayOf(site.now, site.config.timezone),
    [keyOf(name)]: lists[name].items(site),
  };
}

/** The JSON Schema of that file. */
export function apiSchema(name: ApiName): object {
  return outputJsonSchema(
    fileShape(keyOf(name), lists[name]),
    `urn:fixlore:api:${name}`,
    `api/${name}.json of an internal site made by fixlore`,
  );
}

function keyOf(name: ApiName): string {
  return name.replaceAll('-', '_');
}
