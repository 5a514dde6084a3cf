import { componentName, productName } from '#model/config.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '#views/addresses.ts';
import { internalHref } from '#views/internal/frame.ts';
import { internalHtml } from '#views/internal/record-links.ts';
import {
  articleTypeWords,
  readerWords,
  severityTags,
  sideWords,
  statusTags,
} from '#views/words.ts';
import type { SearchDocument, SearchDocuments } from './document.ts';
import { factsPart, partsOf, spaced } from './parts.ts';

/** What the internal index holds: every incident, and every article that is not archived. */
export function internalDocuments(site: Site): SearchDocuments {
  return { language: site.config.language, documents: documentsOf(site) };
}

function* documentsOf(site: Site): Generator<SearchDocument> {
  for (const incident of site.incidents) yield incidentDocument(site, incident);
  for (const article of site.articles) {
    if (article.fields.state !== 'archived') yield articleDocument(site, article);
  }
}

function incidentDocument(site: Site, { id, file, fields }: Incident): SearchDocument {
  const { config } = site;
  const { product, component, environment, status, severity, side } = fields;
  const { symptoms, errors = [] } = fields;
  const facts = [
    fields.goal,
    fields.cause,
    fields.workaround?.summary,
    fields.reporter?.organization,
    component && componentName(config, product, component),
    ...(fields.tags ?? []),
    ...(fields.tickets ?? []),
  ];
  return {
    url: internalHref(site, incidentPath(id)),
    record: `incident ${id}`,
    title: fields.title,
    kind: `Incident, ${productName(config, product)}`,
    facets: {
      kind: ['Incident'],
      product: [productName(config, product)],
      ...(component && { component: [componentName(config, product, component)] }),
      ...(environment?.['version'] && { version: [environment['version']] }),
      status: [statusTags[status].text],
      ...(severity && { severity: [severityTags[severity].text] }),
      ...(side && { side: [sideWords[side]] }),
      year: [fields.opened.slice(0, 4)],
    },
    parts: [
      ...partsOf('symptoms', symptoms),
      ...partsOf('errors', errors),
      ...partsOf('name', [id, ...(fields.aliases ?? [])].map(spaced)),
      ...factsPart(facts),
      ...partsOf('attempts', (fields.attempts ?? []).map(attemptText)),
    ],
    html: internalHtml(site, file),
  };
}

function attemptText({
  action,
  because,
  run,
}: NonNullable<Incident['fields']['attempts']>[number]): string {
  return [action, because, run].filter(Boolean).join('. ');
}

function articleDocument(site: Site, { id, file, fields }: Article): SearchDocument {
  const { config } = site;
  const { product, component, versions, type, audience, symptoms = [], errors = [] } = fields;
  return {
    url: internalHref(site, articlePath(id)),
    record: `article ${id}`,
    title: fields.title,
    kind: `${articleTypeWords[type]}, ${productName(config, product)}`,
    facets: {
      kind: ['Article'],
      product: [productName(config, product)],
      ...(component && { component: [componentName(config, product, component)] }),
      ...(Array.isArray(versions) && { version: versions }),
      type: [articleTypeWords[type]],
      audience: [readerWords[audience]],
    },
    parts: [
      ...partsOf('symptoms', symptoms),
      ...partsOf('errors', errors),
      ...partsOf('name', [id, ...(fields.aliases ?? [])].map(spaced)),
      ...factsPart([component && componentName(config, product, component)]),
    ],
    html: internalHtml(site, file),
  };
}
