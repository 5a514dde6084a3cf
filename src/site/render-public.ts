import { readFileSync } from 'node:fs';
import { endWithParent } from '#io/end-with-parent.ts';
import { systemCode } from '#io/environment-error.ts';
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
  | { kind: 'page'; done: number; total: number }
  | { kind: 'failed'; message: string; stack?: string; code?: string };

const finish = endWithParent();
const job = JSON.parse(process.argv[2] ?? '{}') as PublicRenderJob;

try {
  putAtHand(JSON.parse(readFileSync(job.siteFile, 'utf8')) as PublicSite);
  await renderPages({ ...job, onPage: (done, total) => tell({ kind: 'page', done, total }) });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  tell({ kind: 'failed', message, stack, code: systemCode(error) });
  process.exitCode = 1;
}
finish();

function tell(message: PublicRenderMessage): void {
  process.send?.(message);
}
