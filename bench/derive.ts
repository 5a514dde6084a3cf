import { blackHoles } from '#derive/black-holes.ts';
import { candidates } from '#derive/candidates.ts';
import { commitments } from '#derive/commitments.ts';
import { confidence } from '#derive/confidence.ts';
import { drills } from '#derive/drills/index.ts';
import { durations } from '#derive/durations.ts';
import { leftovers } from '#derive/leftovers.ts';
import { lookAlikes } from '#derive/look-alikes.ts';
import { proof } from '#derive/proof.ts';
import { related } from '#derive/related.ts';
import { staleness } from '#derive/staleness.ts';
import { tell } from '#derive/tell.ts';
import { timeline } from '#derive/timeline.ts';
import { toil } from '#derive/toil.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import type { Incident, Site } from '#model/site.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { writeKnowledgeBase } from './corpus/write.ts';
import { benchOptions, inTemporaryFolder, repeated } from './measure/command-line.ts';
import { seconds, table, type Figure } from './measure/figures.ts';

const help = `Measures every derivation over a whole knowledge base, within one process.

  node bench/derive.ts [N…] [--runs R] [--seed S]

N: how many records, default 1000 10000. R: how often each is run, default 5.
`;

const now = Date.UTC(2026, 10, 20);

const each = (derive: (incident: Incident, site: Site) => unknown) => (site: Site) =>
  site.incidents.map((incident) => derive(incident, site));

const derivations: Record<string, (site: Site) => unknown> = {
  proof: each((incident) => proof(incident)),
  durations: each((incident, { config }) => durations(incident, config.timezone)),
  timeline: each((incident, { config }) => timeline(incident, config.timezone)),
  confidence: each((incident) => confidence(incident)),
  tell: each((incident, site) => tell(site, incident)),
  commitments: (site) => commitments(site, now),
  'black holes': (site) => blackHoles(site, now),
  leftovers: (site) => leftovers(site, now),
  candidates,
  staleness: (site) => staleness(site, now),
  toil,
  related,
  'look-alikes': lookAlikes,
  // What drills ask of an incident more than once is found once for each: here it is found each time.
  drills: (site) => drills({ ...site, incidents: site.incidents.map((one) => ({ ...one })) }, '1'),
};

const options = benchOptions(help);
for (const count of options?.counts ?? []) {
  const { seed, runs = 5 } = options!;
  const site = await inTemporaryFolder(async (root) => {
    writeKnowledgeBase(root, count, seed);
    const source = knowledgeBase(root, { noCache: true });
    return (await readKnowledgeBase(source, { depth: 'check', now })).site!;
  });
  const rows: { name: string; figures: { time: Figure } }[] = [];
  for (const [name, derive] of Object.entries(derivations)) {
    const times = await repeated(runs, () => Promise.resolve(timed(() => derive(site))));
    rows.push({ name, figures: { time: seconds(times) } });
  }
  const turns = Array.from({ length: runs }, (_, turn) => turn);
  const sums = turns.map((turn) =>
    rows.reduce((sum, { figures }) => sum + (figures.time.values[turn] ?? 0), 0),
  );
  rows.push({ name: 'together', figures: { time: seconds(sums) } });
  console.log(table(`derivations, ${count} records`, rows), '\n');
}

/** Seconds of this thread's wall time. */
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
