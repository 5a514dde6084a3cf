import { slugOf } from './slug.ts';

/** The folder below `base` for a file of the source: its own folders are the categories. */
export function articleFolder(base: string, path: string): string {
  const folders = path
    .split('/')
    .slice(0, -1)
    .map((name) => slugOf(name) || 'other');
  const isIntake = base === 'kb' && folders[0] === 'intake';
  return [base, ...(isIntake ? ['intake-articles', ...folders.slice(1)] : folders)].join('/');
}

/** What the id of an article is made from: its file, or the folder of an index page. */
export function articleSlug(path: string, title: string): string {
  const [stem = '', folder = ''] = path
    .replace(/\.\w+$/, '')
    .split('/')
    .toReversed();
  const isIndex = /^_?(index|readme)$/i.test(stem);
  return (isIndex ? slugOf(folder) : slugOf(stem)) || slugOf(title) || 'article';
}
