import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { leakCodes } from '#diagnostics/catalogue.ts';
import { knownSecrets } from '#leaks/known-secrets.ts';
import { scan } from '#leaks/scan.ts';
import { Random } from './corpus/random.ts';
import { disguises, seededLeaks } from './leaks/seeded-leaks.ts';
import { inTemporaryFolder, program } from './measure/command-line.ts';

const help = `Measures the search for leaks: what it misses, and how often it cries wolf.

  node bench/leaks.ts [ARTICLES] [--each N] [--seed S] [--show]

ARTICLES: a folder of real articles in Markdown, which are imported, published and checked; --show
tells where, never what. N: how many leaks of each kind are made up and hidden in each way, default 50.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    show: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(help);
else {
  await missed(Number(values.each), Number(values.seed));
  for (const folder of positionals)
    await inTemporaryFolder((root) => alarms(root, resolve(folder)));
}

/** Recall, by kind and by disguise. */
async function missed(each: number, seed: number): Promise<void> {
  const random = new Random(seed, 0);
  for (const { name, make, sentence, isLetterByLetter } of seededLeaks) {
    const figures: string[] = [];
    for (const [disguise, hide] of Object.entries(disguises)) {
      if (disguise !== 'plain' && !isLetterByLetter) continue;
      let found = 0;
      for (let turn = 0; turn < each; turn += 1) {
        const leak = make(random);
        const text = sentence(hide(leak, random));
        const leaks = [...scan(text), ...(await knownSecrets(text))];
        if (leaks.some((one) => one.text.includes(leak) || leak.includes(one.text))) found += 1;
      }
      figures.push(`${disguise} ${found}/${each}`);
    }
    console.log(`${name.padEnd(34)} ${figures.join('  ')}`);
  }
}

/** What the check says of real articles, published as they are. */
function alarms(root: string, folder: string): Promise<void> {
  const config = 'products:\n  - id: product\n    name: Product\n';
  writeFileSync(join(root, 'fixlore.config.yaml'), config);
  const chosen = ['--product', 'product', '--audience', 'public', '-C', root];
  spawnSync(process.execPath, [program, 'import', 'markdown', folder, ...chosen]);
  const files = readdirSync(join(root, 'kb'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(root, 'kb', path));
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^state: draft$/m, 'state: published'));
  }
  const started = performance.now();
  const { stdout } = spawnSync(
    process.execPath,
    [program, 'check', '--no-cache', '--format', 'json', '-C', root],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  const leaks = diagnostics.filter(({ code }) => leakCodes.has(code));
  const byCode = Map.groupBy(leaks, ({ code }) => code);
  const touched = new Set(leaks.map(({ file }) => file)).size;
  console.log(
    `${files.length} articles: ${leaks.length} findings in ${touched} of them (${((100 * touched) / files.length).toFixed(1)} %), check ${seconds} s`,
  );
  for (const [code, found] of byCode) {
    console.log(`  ${code} ${found.length} in ${new Set(found.map(({ file }) => file)).size}`);
    for (const { file, line, message } of values.show ? found : []) {
      console.log(`    ${file}:${line} ${message}`);
    }
  }
  return Promise.resolve();
}
