import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { manifestPath } from '#search/query/index-files.ts';

const needed = [
  'index.html',
  '404.html',
  'search/index.html',
  manifestPath,
  'pagefind/pagefind.js',
  '_headers',
];

/** Looks at a new site once more before it takes the place of the old one. */
export function verifyOutput(folder: string): void {
  for (const path of needed) {
    if (!existsSync(join(folder, path))) throw new Error(`The new site lacks ${path}`);
  }
  if (!readdirSync(join(folder, '_astro')).some((name) => name.endsWith('.css'))) {
    throw new Error('The new site lacks its style sheets');
  }
  if (!readFileSync(join(folder, 'index.html'), 'utf8').includes('Content-Security-Policy')) {
    throw new Error('The pages of the new site lack their policy');
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.name === '.prerender' || /\.(mjs|map|astro|ts)$/.test(entry.name)) {
      throw new Error(`The new site holds a file of the build: ${path}`);
    }
    if (entry.isFile() && entry.name.endsWith('.html') && statSync(path).size === 0) {
      throw new Error(`The page ${path} is empty`);
    }
  }
}
