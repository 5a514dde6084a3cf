import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { fixlore } from '../fixlore.ts';
import { elementsOf, pagesOf, type PageElement } from '../site/pages.ts';
import { folderIn, suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';

/* A real Starlight site that is built with exported articles, as its own team would. */

const repository = join(import.meta.dirname, '..', '..');
// Below the repository: there its packages are found, and Astro needs a folder in common with them.
const suite = suiteFolder(folderIn(repository, '.fixlore'));
const site = folderIn(suite, 'site');
let pages: Map<string, PageElement[]>;

const config = `import starlight from '@astrojs/starlight';
import { readFileSync } from 'node:fs';
const exported = (name) =>
  JSON.parse(readFileSync(new URL('./src/content/docs/help/' + name, import.meta.url), 'utf8'));
export default {
  integrations: [starlight({ title: 'Acme docs', sidebar: exported('sidebar.json') })],
  redirects: exported('redirects.json'),
};
`;

const manifest = JSON.stringify({
  ...{ name: 'site', type: 'module', private: true },
  dependencies: { '@astrojs/starlight': '*', astro: '*' },
});

const content = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

beforeAll(async () => {
  put(site, 'package.json', manifest);
  put(site, 'astro.config.mjs', config);
  put(site, 'src/content.config.ts', content);
  put(site, 'src/content/docs/index.md', '---\ntitle: Welcome\n---\nThe docs of a team.\n');
  const kb = join(repository, 'tests', 'fixtures', 'export');
  const help = join(site, 'src/content/docs/help');
  const exported = ['export', 'docs', '-C', kb, '--to', help, '--format', 'starlight'];
  expect((await fixlore(exported, { cwd: suite })).code).toBe(0);
  const built = await fixlore(['build', '--root', site], {
    cwd: site,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    command: [process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs')],
  });
  expect(built.code, built.stdout + built.stderr).toBe(0);
  pages = pagesOf(join(site, 'dist'));
});

/** The elements of what an author wrote; around it stands what Starlight shows. */
function written(path: string): { text: string; elements: PageElement[] } {
  const html = readFileSync(join(site, 'dist', path), 'utf8');
  const [, main = ''] = /<main[^>]*>([^]*)<footer/.exec(html) ?? [];
  const elements = elementsOf(main);
  return { text: elements.map(({ text }) => text).join('\n'), elements };
}

it('has a page for each article, and one that redirects for each former address', () => {
  expect([...pages.keys()].sort()).toEqual([
    '404.html',
    'help/mail/hostile/index.html',
    'help/portal/blank-page/index.html',
    'help/portal/old-printer/index.html',
    'help/portal/white-page/index.html',
    'index.html',
  ]);
  expect(readFileSync(join(site, 'dist/help/portal/blank-page/index.html'), 'utf8')).toContain(
    'content="0;url=/help/portal/white-page/"',
  );
});

it('shows its title, what one may be seeing, its picture, and links that lead to pages', () => {
  const { elements } = written('help/portal/white-page/index.html');
  const texts = (name: string) =>
    elements.filter((one) => one.name === name).map(({ text }) => text);
  expect(texts('h1').map((text) => text.trim())).toEqual(['The page stays white']);
  expect(texts('li')).toEqual(expect.arrayContaining(['“I see a white page”', '503: no session']));
  expect(texts('img')).toHaveLength(1);
  const ids = (path: string) => pages.get(path)?.map(({ attributes }) => attributes['id']);
  const links = elements.map(({ attributes }) => attributes['href']).filter(Boolean);
  expect(links).toContain('/help/mail/hostile/#steps');
  expect(ids('help/mail/hostile/index.html')).toContain('steps');
});

it('names the products in its sidebar, and leaves out what is archived', () => {
  const page = pages.get('index.html') ?? [];
  expect(page.map(({ text }) => text.trim())).toContain('Mail & <b>letters</b> {{ 1 + 1 }}');
  const links = page.map(({ attributes }) => attributes['href']);
  expect(links).toContain('/help/portal/white-page/');
  expect(links).not.toContain('/help/portal/old-printer/');
});

it('says what is hostile in words, and runs nothing', () => {
  const { text, elements } = written('help/mail/hostile/index.html');
  for (const words of ['{alert(4)}', '<img src=x onerror=alert(5)>', '{{ 9 * 9 }}', 'Title']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('--- {{ 7 * 7 }} <script>alert(1)</script> {alert(2)} "quoted": # no');
  expect(
    elements.filter(({ text }) => /alert\(\d\)/.test(text)).map(({ name }) => name),
  ).not.toContain('script');
  const handlers = elements.flatMap(({ attributes }) => Object.keys(attributes));
  expect(handlers.filter((name) => name.startsWith('on'))).toEqual([]);
  expect(elements.map(({ name }) => name)).not.toContain('aside');
});
