import type { Drill } from '#derive/drills/drill.ts';
import { drills } from '#derive/drills/index.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { textOption, UsageError, type Call, type ExitCode } from './command.ts';

/**
 * Writes drills to standard output in some format: all of them, or those of the named incidents. Drills are
 * internal, whatever they are exported to.
 */
export async function exportDrills(
  call: Call,
  textOf: (drills: readonly Drill[]) => string,
): Promise<ExitCode> {
  const { root, io } = call;
  const wanted = call.args.slice(1);
  const { site } = await readKnowledgeBase(knowledgeBase(root), { depth: 'check', now: io.now() });
  if (!site) {
    io.stderr('fixlore: The configuration cannot be used. "fixlore check" says why.\n');
    return 1;
  }
  const all = drills(site, textOption(call, 'seed') ?? '1');
  const missing = wanted.find((id) => !all.some(({ incident }) => incident === id));
  if (missing !== undefined) {
    throw new UsageError(`There is no drill "${missing}". "fixlore drill" lists all drills.`);
  }
  const chosen = all.filter(({ incident }) => wanted.length === 0 || wanted.includes(incident));
  io.stdout(textOf(chosen));
  io.stderr(`${chosen.length === 1 ? 'One drill' : `${chosen.length} drills`}.\n`);
  return 0;
}
