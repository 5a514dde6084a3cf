import { fieldNames, fields } from './fields.ts';
import type { SearchDocument } from './document.ts';

/**
 * A page as the full-text index takes it in: small HTML that is never served. What the index gives back is
 * the text in which results are shown and sentences compared, so every part is a paragraph. Names are left
 * out: nobody reads an id.
 */
export function storedHtml(document: SearchDocument, language: string): string {
  const { title, kind, record, facets, parts, html } = document;
  const marks = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => captured('filter', name, value)),
  );
  return [
    `<!doctype html><html lang="${escaped(language)}"><body><main data-pagefind-body>`,
    captured('meta', 'kind', kind),
    captured('meta', 'record', record),
    ...marks,
    `<h1 data-pagefind-weight="${fields.title.weight}">${escaped(title)}</h1>`,
    ...fieldNames.flatMap((field) =>
      parts
        .filter((part) => part.field === field && field !== 'name')
        .map(
          ({ text }) => `<p data-pagefind-weight="${fields[field].weight}">${escaped(text)}</p>`,
        ),
    ),
    html,
    '</main></body></html>',
  ].join('\n');
}

function captured(what: 'filter' | 'meta', name: string, value: string): string {
  return `<i data-pagefind-${what}="${name}[data-v]" data-v="${escaped(value)}"></i>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
