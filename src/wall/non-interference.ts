import type { PublicSite } from '#model/public-site.ts';
import type { Site } from '#model/site.ts';
import { configFile } from '#model/config.ts';
import { readKnowledgeBase, readRecord, type Source } from '#pipeline.ts';
import { differences, publicOutput } from './public-output.ts';
import { variantOf, type Variant } from './variant.ts';
import type { WrittenBase } from './written-base.ts';

/** What a public site is made by: under proof is that it looks at nothing but what is public. */
export type Projector = (site: Site) => PublicSite;

/** Two knowledge bases that say the same to the public, and give it something else. */
export interface Interference {
  /** The number of the variant, which makes it again. */
  variant: number;
  changes: string[];
  /** Which outputs differ. */
  differs: string[];
}

export interface Interferences {
  /** How many variants were tried. */
  tried: number;
  found?: Interference;
  /** What the public site is made from, whatever is internal. */
  output: ReadonlyMap<string, string>;
}

/**
 * Reads a knowledge base and so many variants of it through the real pipeline, and compares what the
 * public pages and the public index are made from. Stops at the first difference.
 */
export async function nonInterference(
  base: WrittenBase,
  project: Projector,
  options: { variants: number; first?: number; onVariant?: (done: number) => void },
): Promise<Interferences> {
  const output = await outputOf({ files: new Map(base), now: 0, changes: [] }, project);
  const { first = 0, variants, onVariant } = options;
  for (let index = first; index < first + variants; index += 1) {
    const variant = variantOf(base, index);
    const differs = differences(output, await outputOf(variant, project));
    const { changes } = variant;
    if (differs.length > 0) {
      return { tried: index - first + 1, output, found: { variant: index, changes, differs } };
    }
    onVariant?.(index - first + 1);
  }
  return { tried: variants, output };
}

async function outputOf({ files, now }: Variant, project: Projector) {
  const { site } = await readKnowledgeBase(sourceOf(files), { depth: 'render', now });
  if (!site) throw new Error('The configuration of a variant cannot be read');
  return publicOutput(project(site));
}

function sourceOf(files: ReadonlyMap<string, Uint8Array>): Source {
  const entries = [...files].map(([path, bytes]) => ({ path, size: bytes.length }));
  return {
    config: () => Promise.resolve(files.get(configFile)),
    entries: () => Promise.resolve(entries.filter(({ path }) => path !== configFile)),
    records: (records) =>
      Promise.all(
        records.map(({ kind, file }) =>
          // No public page is made from the body of an incident.
          readRecord(
            kind,
            file,
            files.get(file) ?? new Uint8Array(),
            kind === 'incident' ? 'check' : 'render',
          ),
        ),
      ),
    logs: () => Promise.resolve(new Map()),
  };
}
