/**
 * One page as the index sees it: small HTML in which the weight of each part is said. It is never
 * served; it only exists on the way into the index.
 */
export interface IndexDocument {
  /** The address of the page, base included. */
  url: string;
  language: string;
  title: string;
  /** Shown below the title of a result: "Incident, Claims portal". */
  kind: string;
  filters: Record<string, string[]>;
  parts: { text: string; weight: number }[];
  /** The finished HTML of the body, with the headings' ids, so that results can lead to a section. */
  html: string;
}

/** Weights of the parts of a page, from 0 to 10; the text itself weighs 1. */
export const weights = {
  title: 7,
  symptoms: 5,
  errors: 6,
  attempts: 1.5,
  facts: 2,
} as const;

export function documentHtml(document: IndexDocument): string {
  const { language, title, kind, filters, parts, html } = document;
  const marks = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => captured('filter', name, value)),
  );
  return [
    `<!doctype html><html lang="${escaped(language)}"><body><main data-pagefind-body>`,
    captured('meta', 'kind', kind),
    ...marks,
    `<h1 data-pagefind-weight="${weights.title}">${escaped(title)}</h1>`,
    ...parts.map(({ text, weight }) => `<p data-pagefind-weight="${weight}">${escaped(text)}</p>`),
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
