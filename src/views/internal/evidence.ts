import { joined } from '#model/link-target.ts';
import { isImage } from '#model/served-files.ts';
import type { Incident, Site } from '#model/site.ts';
import { filePath } from '../addresses.ts';
import { evidenceWords } from '../words.ts';
import { internalHref } from './frame.ts';

/** One piece of evidence: an image to look at, a log to unfold, or a file to open. */
export interface EvidenceView {
  kind: string;
  shows: string;
  href?: string;
  name: string;
  size?: string;
  isImage: boolean;
  log?: string;
}

export function evidenceOf(site: Site, incident: Incident): EvidenceView[] {
  return (incident.fields.evidence ?? []).map(({ kind, shows, file, url }) => {
    const path = file && joined(incident.file, file);
    const info = path ? site.files.get(path) : undefined;
    return {
      kind: evidenceWords[kind],
      shows,
      href: url ?? (path && info && internalHref(site, filePath(path))),
      name: url ?? file?.split('/').at(-1) ?? '',
      size: info && sizeText(info.size),
      isImage: Boolean(path && info && isImage(path)),
      log: path && site.logs.get(path),
    };
  });
}

/** "412 bytes", "3.1 KB", "2.0 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
