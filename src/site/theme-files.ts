import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#model/config.ts';
import { themePaths } from '#views/frame.ts';

/** The files that the theme of the configuration adds to a site, by their path in the output. */
export function themeFiles(root: string, theme: Config['theme']): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  if (theme?.accent) files.set(themePaths.accent, accentStyles(theme.accent));
  if (theme?.css) files.set(themePaths.css, readFileSync(join(root, theme.css)));
  if (theme?.logo) files.set(themePaths.logo(theme.logo), readFileSync(join(root, theme.logo)));
  return files;
}

/**
 * The accent as given in light, and mixed with white in dark until it is light enough to be read on
 * dark paper. It is named twice so that it wins over the palette's own.
 */
function accentStyles(accent: string): string {
  return `:root:root {
  --accent: light-dark(${accent}, color-mix(in oklab, ${accent}, white 55%));
  --accent-soft: light-dark(color-mix(in oklab, ${accent}, white 88%), color-mix(in oklab, ${accent}, black 65%));
}
`;
}
