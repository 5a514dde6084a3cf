import { componentName, productName } from '#model/config.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '#views/addresses.ts';
import { internalHref } from '#views/internal/frame.ts';
import { internalHtml } from '#views/internal/record-links.ts';
import { articleTypeWords, severityTags, sideWords, statusTags } from '#views/words.ts';
import { weights, type IndexDocument } from './document.ts';

/** What the internal index holds: every incident, and every article that is not archived. */
export function* internalDocuments(site: Site): Generator<IndexDocument> {
  for (const incident of site.incidents) yield incidentDocument(site, incident);
  for (const article of site.articles) {
    if (article.fields.state !== 'archived') yield articleDocument(site, article);
  }
}

function incidentDocument(site: Site, { id, file, fields }: Incident): IndexDocument {
  const { config } = site;
  const { product, component, status, severity, side, symptoms, errors = [] } = fields;
  const facts = [
    fields.goal,
    fields.cause,
    fields.workaround?.summary,
    fields.reporter?.organization,
    component && componentName(config, product, component),
    ...(fields.tags ?? []),
    ...(fields.tickets ?? []),
    id,
  ];
  return {
    url: internalHref(site, incidentPath(id)),
    language: config.language,
    title: fields.title,
    kind: `Incident, ${productName(config, product)}`,
    filters: {
      kind: ['Incident'],
      product: [productName(config, product)],
      status: [statusTags[status].text],
      ...(severity && { severity: [severityTags[severity].text] }),
      ...(side && { side: [sideWords[side]] }),
      year: [fields.opened.slice(0, 4)],
    },
    parts: [
      { text: symptoms.join('\n'), weight: weights.symptoms },
      { text: errors.join('\n'), weight: weights.errors },
      { text: facts.filter(Boolean).join('. '), weight: weights.facts },
      { text: (fields.attempts ?? []).map(attemptText).join('. '), weight: weights.attempts },
    ].filter(({ text }) => text !== ''),
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

function articleDocument(site: Site, { id, file, fields }: Article): IndexDocument {
  const { config } = site;
  const { product, symptoms = [], errors = [], type } = fields;
  return {
    url: internalHref(site, articlePath(id)),
    language: config.language,
    title: fields.title,
    kind: `${articleTypeWords[type]}, ${productName(config, product)}`,
    filters: {
      kind: ['Article'],
      product: [productName(config, product)],
      type: [articleTypeWords[type]],
    },
    parts: [
      { text: symptoms.join('\n'), weight: weights.symptoms },
      { text: errors.join('\n'), weight: weights.errors },
    ].filter(({ text }) => text !== ''),
    html: internalHtml(site, file),
  };
}
