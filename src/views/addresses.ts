/* Where pages are, relative to the base of their site. The names are part of the contract. */

export const homePath = '';
export const incidentsPath = 'incidents/';
export const articlesPath = 'articles/';
export const searchPath = 'search/';
export const contactPath = 'contact/';

export function incidentPath(id: string): string {
  return `incidents/${id}/`;
}

export function articlePath(id: string): string {
  return `articles/${id}/`;
}

export function intakePath(product: string): string {
  return `${contactPath}${product}/`;
}

/** A file beside a record, by its path in the knowledge base. */
export function filePath(path: string): string {
  return `files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** What machines read of the internal site. */
export const feedPath = 'feed.xml';
export const calendarPath = 'calendar.ics';
