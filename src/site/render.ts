import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  mkdirSync(workFolder, { recursive: true });
  writeFileSync(join(workFolder, '..', '.gitignore'), '*\n');
  if (force) rmSync(cacheFolder, { recursive: true, force: true });
  dropUnlessSound(cacheFolder);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = (await import('astro')) as { build: Build };
  await build({ ...astroConfig(options), force }, { sync: false });
  sealPageCache(cacheFolder);
}

/**
 * Astro's build with an option that its types leave out: without `sync` it writes no type
 * declarations into its root, which may be read-only.
 */
type Build = (config: AstroInlineConfig, options: { sync: boolean }) => Promise<void>;
