import { headingPrefix } from '#markdown/slugs.ts';
import { resolvedHtml } from '#markdown/resolved-html.ts';
import { linkTarget } from '#model/link-target.ts';
import { isImage, isServed } from '#model/served-files.ts';
import type { Site } from '#model/site.ts';
import { idOf } from '#parse/record.ts';
import { articlePath, filePath, incidentPath } from '../addresses.ts';

/** The HTML of a record's body with its links leading into the internal site. */
export function internalHtml(site: Site, file: string): string {
  const body = site.bodies.get(file);
  if (!body) return '';
  return resolvedHtml(body.html, (kind, href) => internalAddress(site, file, { kind, href }));
}

function internalAddress(
  site: Site,
  fromFile: string,
  { kind, href }: { kind: 'link' | 'image'; href: string },
): string | undefined {
  const base = site.config.base.internal;
  const target = linkTarget(fromFile, href);
  if (kind === 'image') {
    const isShown = target.kind === 'file' && isImage(target.path) && site.files.has(target.path);
    return isShown ? base + filePath(target.path) : undefined;
  }
  if (target.kind === 'web') return target.href;
  if (target.kind === 'anchor') return `#${headingPrefix}${target.slug}`;
  if (target.kind === 'file') {
    const isThere = site.files.has(target.path) && isServed(target.path);
    return isThere ? base + filePath(target.path) : undefined;
  }
  if (target.kind !== 'record' || !site.recordFiles.has(target.file)) return undefined;
  const page = pageOf(target.file);
  return page && `${base}${page}${target.slug ? `#${headingPrefix}${target.slug}` : ''}`;
}

function pageOf(file: string): string | undefined {
  if (file.startsWith('incidents/')) return incidentPath(idOf(file));
  return file.startsWith('kb/intake/') ? undefined : articlePath(idOf(file));
}
