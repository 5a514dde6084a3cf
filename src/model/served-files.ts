/** Endings that are served as they are, with the type that a server must send for them. */
export const servedTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  gz: 'application/gzip',
  har: 'application/json; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  mp4: 'video/mp4',
  pcap: 'application/vnd.tcpdump.pcap',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  webm: 'video/webm',
  webp: 'image/webp',
  zip: 'application/zip',
};

const images = new Set(['avif', 'gif', 'jpeg', 'jpg', 'png', 'webp']);
const logs = new Set(['csv', 'log', 'txt']);
const texts = new Set([...logs, 'har', 'json']);

export function endingOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file beside a record may be served. SVG and HTML can run scripts, so they are not. */
export function isServed(path: string): boolean {
  return Object.hasOwn(servedTypes, endingOf(path));
}

export function isImage(path: string): boolean {
  return images.has(endingOf(path));
}

/** Whether pictures of this kind lose what a camera or a program wrote into them when they are published. */
export function hasNoMetadata(path: string): boolean {
  return isImage(path) && endingOf(path) !== 'avif';
}

/** Whether a file is plain text that a page can show folded. */
export function isLog(path: string): boolean {
  return logs.has(endingOf(path));
}

/** Whether what a file says can be read without knowing a format. */
export function isText(path: string): boolean {
  return texts.has(endingOf(path));
}
