import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { dropUnlessSound, sealPageCache } from '#io/page-cache.ts';
import { astroConfig, pageCacheFolder, type SiteBuild } from './astro-config.ts';

export interface RenderOptions extends SiteBuild {
  /** Render every page, whatever the cache says. */
  force: boolean;
}

/** Renders the pages of the site that was put at hand. */
export async function renderPages(options: RenderOptions): Promise<void> {
  const { workFolder, force } = options;
  const cacheFolder = pageCacheFolder(workFolder);
  if (force) rmSync(cacheFolder, { recursive: true, force: true });
  dropUnlessSound(cacheFolder);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['NODE_ENV'] = 'production'; // else the surroundings decide what is in the pages
  delete process.env['PROD']; // as a variable it takes the place of what Astro knows itself
  const { build } = (await import('astro')) as { build: Build };
  const before = process.cwd();
  // Astro keeps its bundle in the output folder only if that is below the current folder; elsewhere
  // it would land in the current folder, which may be read-only or in use by another build.
  process.chdir(dirname(options.outFolder));
  try {
    await build({ ...astroConfig(options), force }, { sync: false });
  } finally {
    process.chdir(before);
  }
  sealPageCache(cacheFolder);
}

/**
 * Astro's build with an option that its types leave out: without `sync` it writes no type
 * declarations into its root, which may be read-only.
 */
type Build = (config: AstroInlineConfig, options: { sync: boolean }) => Promise<void>;
