/* Where pages are, relative to the base of their site. The names are part of the contract. */

export const homePath = '';
export const incidentsPath = 'incidents/';
export const articlesPath = 'articles/';
export const searchPath = 'search/';
export const knownIssuesPath = 'known-issues/';
export const contactPath = 'contact/';

export function incidentPath(id: string): string {
  return `incidents/${id}/`;
}

export function articlePath(id: string): string {
  return `articles/${id}/`;
}

/** The same article to be kept: as Markdown. */
export function articleCopyPath(id: string): string {
  return `articles/${id}.md`;
}

/** The picture that stands for an article where somebody shares its address. */
export function cardPath(id: string): string {
  return `cards/${id}.png`;
}

export function productPath(id: string): string {
  return `products/${id}/`;
}

export function intakePath(product: string): string {
  return `${contactPath}${product}/`;
}

/** A file beside a record, by its path in the knowledge base. */
export function filePath(path: string): string {
  return `files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** What machines read. */
export const feedPath = 'feed.xml';
export const sitemapPath = 'sitemap.xml';
export const calendarPath = 'calendar.ics';
