import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { endingOf, servedTypes } from '#model/served-files.ts';

/** What a site consists of, beside the files that records bring along. */
const siteTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

export function contentType(path: string): string {
  const ending = endingOf(path);
  return siteTypes[ending] ?? servedTypes[ending] ?? 'application/octet-stream';
}

/** Sends a file or the part of it that was asked for; `missing` is called if it went meanwhile. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: { path: string; size: number },
  missing: () => void,
): void {
  const { path, size } = file;
  const part = partOf(request.headers.range, size);
  if (part === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const stream = createReadStream(path, part);
  stream.once('error', () => {
    if (response.headersSent) response.destroy();
    else missing();
  });
  stream.once('open', () => {
    response.setHeader('Content-Type', contentType(path));
    response.setHeader('Accept-Ranges', 'bytes');
    if (part) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
    response.setHeader('Content-Length', part ? part.end - part.start + 1 : size);
    response.writeHead(part ? 206 : 200);
    if (request.method === 'HEAD') {
      stream.destroy();
      response.end();
    } else stream.pipe(response);
  });
}

interface Part {
  start: number;
  /** The last byte, not the one after it. */
  end: number;
}

/** One range, as players of videos ask for it; anything else gets the whole file. */
function partOf(range: string | undefined, size: number): Part | 'outside' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (!from && !to) return undefined;
  const start = from ? Number(from) : Math.max(size - Number(to), 0);
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  return start > end ? 'outside' : { start, end };
}
