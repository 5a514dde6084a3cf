import { join } from 'node:path';
import type { AstroInlineConfig, AstroUserConfig } from 'astro';
import { packageRoot } from '#io/package-root.ts';
import type { Audience } from '#schema/article.ts';
import { pageCounter, type PageProgress } from './page-counter.ts';

export interface SiteBuild {
  audience: Audience;
  /** A folder for Astro's own files and its cache, kept from one build to the next. */
  workFolder: string;
  /** An empty folder that takes the pages. */
  outFolder: string;
  /** The path under which the site is served, with slashes at both ends. */
  base: string;
  onPage: PageProgress;
}

/**
 * Astro's configuration for a build. Its root is the package itself, wherever that is installed: there
 * Astro and the pages are found, and a knowledge base needs no node_modules. Nothing is written into
 * it. No configuration file is read, neither ours nor one of the surrounding project.
 */
export function astroConfig(build: SiteBuild): AstroInlineConfig {
  return {
    ...pagesConfig(build),
    root: packageRoot(),
    configFile: false,
    logLevel: 'error',
    integrations: [pageCounter(build.onPage)],
  };
}

/** What the pages need, however Astro is started. */
export function pagesConfig(build: Omit<SiteBuild, 'onPage'>): AstroUserConfig {
  const { audience, workFolder, outFolder, base } = build;
  return {
    srcDir: join(packageRoot(), 'src', 'site', audience),
    publicDir: join(workFolder, 'no-public-files'),
    outDir: outFolder,
    cacheDir: pageCacheFolder(workFolder),
    base,
    trailingSlash: 'always',
    compressHTML: true, // the default glues words in neighbouring elements together
    devToolbar: { enabled: false },
    prerenderConflictBehavior: 'error',
    build: { format: 'directory', inlineStylesheets: 'never' },
    experimental: { incrementalBuild: true },
    vite: {
      cacheDir: join(workFolder, 'vite'),
      envDir: false,
      css: { postcss: {} }, // else a configuration of the surrounding project would be run
      build: { assetsInlineLimit: 0, sourcemap: false, reportCompressedSize: false },
      // The bundle runs from the output folder, from where no package can be found.
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  };
}

export function pageCacheFolder(workFolder: string): string {
  return join(workFolder, 'pages');
}
