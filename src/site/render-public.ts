import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySocialCards, drawSocialCards } from '#io/cards/social-cards.ts';
import { endWithParent } from '#io/end-with-parent.ts';
import { systemCode } from '#io/environment-error.ts';
import type { PublicSite } from '#model/public-site.ts';
import { socialCards } from '#views/public/social-cards.ts';
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
  const site = JSON.parse(readFileSync(job.siteFile, 'utf8')) as PublicSite;
  putAtHand(site);
  const drawing = drawSocialCards(socialCards(site), join(job.workFolder, 'cards'));
  drawing.catch(() => undefined); // it is waited for below, unless the pages fail first
  await renderPages({ ...job, onPage: (done, total) => tell({ kind: 'page', done, total }) });
  copySocialCards(await drawing, job.outFolder);
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  tell({ kind: 'failed', message, stack, code: systemCode(error) });
  process.exitCode = 1;
}
finish();

function tell(message: PublicRenderMessage): void {
  process.send?.(message);
}
