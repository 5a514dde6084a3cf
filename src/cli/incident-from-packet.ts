import { openSync, readSync, closeSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NewRecord } from '#export/new-records.ts';
import { draftIncident } from '#intake/draft-incident.ts';
import { intakeFor } from '#intake/intake-for.ts';
import { largestPacket } from '#intake/limits.ts';
import { readPacket } from '#intake/read-packet.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { printable } from '#diagnostics/printable.ts';
import type { Config } from '#model/config.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { textOption, UsageError, type Call } from './command.ts';

/** What came in cannot become an incident; the message says why. */
export class UnusablePacket extends Error {}

/** The draft of an incident from a packet or an issue. The file may lie anywhere. */
export async function incidentFromPacket(
  call: Call,
  file: string,
  { config, isTaken }: { config: Config; isTaken: (id: string) => boolean },
): Promise<NewRecord> {
  const others = answeredByPacket.filter((name) => call.options[name] !== undefined);
  if (others.length > 0)
    throw new UsageError(`--from brings what --${others[0]} would say: leave that out.`);
  const now = call.io.now();
  const { site } = await readKnowledgeBase(knowledgeBase(call.root), { depth: 'check', now });
  const matched = intakeFor(
    readPacket(beginning(resolve(call.io.cwd, file), file)),
    (site?.intakes ?? []).map(({ fields }) => fields),
    { product: textOption(call, 'product'), made: new Date(now).toISOString() },
  );
  if ('problems' in matched) {
    const lines = matched.problems.map((problem) => `${printable(file)}: ${printable(problem)}`);
    throw new UnusablePacket(lines.join('\n'));
  }
  const { packet, intake } = matched;
  return draftIncident(packet, { intake, clock: { now, timezone: config.timezone }, isTaken });
}

const answeredByPacket = ['said', 'title', 'name', 'organization', 'contact', 'channel', 'type'];

/** As much of a file as tells whether it is too large. */
function beginning(path: string, file: string): Uint8Array {
  try {
    if (!statSync(path).isFile()) throw new EnvironmentError(`${file} is no file.`);
    const bytes = new Uint8Array(largestPacket + 1);
    const handle = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw EnvironmentError.from(error, `${file} cannot be read`);
  }
}
