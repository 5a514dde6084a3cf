import { once } from 'node:events';
import { endWithParent } from '#io/end-with-parent.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { withLastGood } from '#io/last-good.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { buildSites } from './build.ts';
import type { DevBuildAnswer, DevBuildJob } from './dev-builder.ts';

/* Builds one site once for the dev server, then ends; see dev-builder.ts. */

const finish = endWithParent();
const [[job]] = (await Promise.all([once(process, 'message'), import('astro')])) as [
  [DevBuildJob],
  unknown,
];
process.send?.(await answer(job));
finish();

async function answer({
  root,
  outFolder,
  audience,
  lastGood,
}: DevBuildJob): Promise<DevBuildAnswer> {
  try {
    const { site } = await readKnowledgeBase(withLastGood(knowledgeBase(root), lastGood), {
      depth: 'render',
      now: Date.now(),
    });
    if (!site) return { kind: 'failed', message: 'There is no usable configuration yet.' };
    await buildSites(site, {
      root,
      outFolder,
      audiences: [audience],
      force: false,
      interrupted: new AbortController().signal,
      progress: () => undefined,
    });
    return { kind: 'built' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
