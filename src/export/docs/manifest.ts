import * as z from 'zod';
import type { DocsFormat } from './docs-format.ts';
import { jsonOf } from './json-of.ts';

/** Beside the files it lists: which of them are the tool's own, and not a person's. */
export const manifestPath = '.fixlore-docs.json';

/** A path that stays below its folder, whoever wrote it. */
const path = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\:]+$/, 'leads out of the folder');

const digests = z.record(path, z.string());

const manifestSchema = z.object({
  version: z.literal(1),
  format: z.string(),
  files: digests,
  /** What a run was about to write that did not come to its end. */
  begun: digests.optional(),
});

export type Manifest = z.output<typeof manifestSchema>;

/** Undefined if it is damaged. */
export function manifestOf(text: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function manifestText(
  format: DocsFormat['name'],
  files: ReadonlyMap<string, string>,
  begun?: ReadonlyMap<string, string>,
): string {
  return jsonOf({
    ...{ version: 1, format },
    files: sorted(files),
    ...(begun && { begun: sorted(begun) }),
  });
}

function sorted(digests: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...digests].sort(([a], [b]) => (a < b ? -1 : 1)));
}
