import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#model/config.ts';
import { themePaths } from '#views/frame.ts';

/** The icon, and the files that the theme of the configuration adds, by their path in the output. */
export function themeFiles(root: string, theme: Config['theme']): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([['favicon.svg', icon(theme?.accent)]]);
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

/** Lines of a ledger, the last one filled in. */
function icon(accent = '#0b5a63'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${accent}"/><g fill="none" stroke="#fff" stroke-width="2.4"><circle cx="9" cy="9" r="2.6"/><path d="M15 9h9M15 16h9" stroke-linecap="round"/><circle cx="9" cy="16" r="2.6"/></g><circle cx="9" cy="23" r="3.8" fill="#fff"/><path d="M15 23h9" stroke="#fff" stroke-width="3.4" stroke-linecap="round"/></svg>\n`;
}
