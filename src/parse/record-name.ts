import { idMaxLength, idPattern } from '#schema/scalars.ts';

/** Names that a record may not have: they are pages, folders of the output, or devices of Windows. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...[
    'index',
    'search',
    'pagefind',
    '404',
    'api',
    'files',
    'by',
    'page',
    'feed',
    'sitemap',
    'coverage',
  ],
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`]),
]);

/** The id of a record: the stem of its file name. */
export function idOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** Whether a record may have this id. */
export function isUsableId(id: string): boolean {
  return idPattern.test(id) && id.length <= idMaxLength && !reservedNames.has(id);
}

/** The nearest usable id, or undefined if nothing of the name can be kept. */
export function nearestId(id: string): string | undefined {
  const nearest = id
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, idMaxLength)
    .replaceAll(/^-+|-+$/g, '');
  return isUsableId(nearest) ? nearest : undefined;
}
