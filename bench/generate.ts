import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeKnowledgeBase } from './corpus/write.ts';

const help = `Writes a knowledge base of N realistic records into an empty folder.

  node bench/generate.ts N DIR [--seed S]

The same N and seed give the same bytes on every machine. Default seed: 1.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
});
const [count = '', folder = ''] = positionals;

if (values.help || !/^\d+$/.test(count) || folder === '') {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const { records, bytes } = writeKnowledgeBase(
    resolve(folder),
    Number(count),
    Number(values.seed),
  );
  const each = (bytes / records.length / 1000).toFixed(2);
  console.log(`${records.length} records of ${each} KB on average, in ${folder}`);
}
