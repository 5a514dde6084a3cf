import { readFileSync } from 'node:fs';
import type { PublicSite } from '#model/public-site.ts';
import { putAtHand } from './at-hand.ts';
import { renderPages, type RenderOptions } from './render.ts';

/*
 * Renders the public pages in a process of its own. All it gets is the projection and where to write;
 * the internal model is not in its memory, and none of its code can read a record.
 */

export interface PublicRenderJob extends Omit<RenderOptions, 'onPage'> {
  /** The file with the projection. */
  siteFile: string;
}

export type PublicRenderMessage =
  { kind: 'page'; done: number; total: number } | { kind: 'failed'; message: string };

const job = JSON.parse(process.argv[2] ?? '{}') as PublicRenderJob;

try {
  putAtHand(JSON.parse(readFileSync(job.siteFile, 'utf8')) as PublicSite);
  await renderPages({ ...job, onPage: (done, total) => tell({ kind: 'page', done, total }) });
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? String(error.stack) : String(error) });
  process.exitCode = 1;
}
process.disconnect();

function tell(message: PublicRenderMessage): void {
  process.send?.(message);
}
