import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ranking } from '#search/query/ranking.ts';
import type { Engine, EngineOf } from './relevance/engine.ts';
import { fixloreEngine } from './relevance/fixlore-engine.ts';
import { readJudgedSet, type JudgedSet } from './relevance/judged-set.ts';
import { lunrEngine } from './relevance/lunr-engine.ts';
import { minisearchEngine } from './relevance/minisearch-engine.ts';
import { pagefindEngine } from './relevance/pagefind-engine.ts';
import { scoresOf, type Ranked, type Scores } from './relevance/scores.ts';

const help = `Measures how well and how fast questions with known answers are answered, next to other engines.

  node bench/relevance.ts FOLDER… [--parts] [--misses]

FOLDER: docs.jsonl {id, title, text}, queries.jsonl {id, query, no_answer?}, qrels.tsv (query, document, score).
--parts: instead of other engines, fixlore with each part of its ranking switched off.
--misses: the questions of which no answer was among the first three, with what came first.
`;

const peers: EngineOf[] = [fixloreEngine, pagefindEngine, minisearchEngine, lunrEngine];

const parts: EngineOf[] = [
  (set) => fixloreEngine(set),
  (set) =>
    fixloreEngine(set, 'sentences not compared', { ...ranking, likeness: 0, titleLikeness: 0 }),
  (set) => fixloreEngine(set, 'titles like other sentences', { ...ranking, titleLikeness: 0 }),
  (set) => fixloreEngine(set, 'typing errors not corrected', { ...ranking, corrected: 0 }),
  (set) =>
    fixloreEngine(set, 'stop words ignored', {
      ...ranking,
      kinds: { ...ranking.kinds, stop: 0 },
      stopInSentence: 0,
    }),
  (set) =>
    fixloreEngine(set, 'stop words like others', {
      ...ranking,
      kinds: { ...ranking.kinds, stop: 1 },
      stopInSentence: 1,
    }),
  (set) =>
    fixloreEngine(set, 'codes and numbers like words', {
      ...ranking,
      kinds: { ...ranking.kinds, code: 1, number: 1 },
      pieceOfKnown: 1,
    }),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    parts: { type: 'boolean' },
    misses: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help || positionals.length === 0) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  for (const folder of positionals) await measure(basename(folder), readJudgedSet(folder));
}

async function measure(name: string, set: JudgedSet): Promise<void> {
  console.log(heading(name));
  for (const engineOf of values.parts ? parts : peers) {
    const engine = await engineOf(set);
    const answers = await asked(engine, set);
    console.log(row(engine.name, scoresOf(answers, await meanOfFirst(engine, set))));
    await engine.close();
    if (values.misses && engine.name === 'fixlore') showMisses(answers);
  }
  console.log();
}

async function asked(engine: Engine, { questions }: JudgedSet): Promise<Ranked[]> {
  const answers: Ranked[] = [];
  for (const question of questions) {
    const before = performance.now();
    const found = await engine.ask(question.text);
    answers.push({ question, ...found, milliseconds: performance.now() - before });
  }
  return answers;
}

/** Of some fifty questions, each asked by a browser that has fetched nothing yet. */
async function meanOfFirst(engine: Engine, { questions }: JudgedSet): Promise<number> {
  const every = Math.ceil(questions.length / 50);
  const some = questions.filter((_, position) => position % every === 0);
  let sum = 0;
  for (const { text } of some) sum += await engine.bytesOfFirst(text);
  return sum / some.length;
}

function showMisses(answers: readonly Ranked[]): void {
  for (const { question, ids } of answers) {
    if (question.answers.size === 0 || ids.slice(0, 3).some((id) => question.answers.has(id)))
      continue;
    console.log(
      `${question.text}\n  wanted ${[...question.answers.keys()].join(', ')}\n  found  ${ids.slice(0, 3).join(', ')}`,
    );
  }
}

function heading(name: string): string {
  const columns = [
    'hit@1',
    'hit@3',
    'MRR@10',
    'nDCG@10',
    'no result',
    'AUC',
    'said yes',
    'said no',
    'p50',
    'p95',
    'first search',
  ];
  return `| ${[name, ...columns].join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`;
}

function row(name: string, scores: Scores): string {
  const share = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3));
  const time = (value: number) => `${value.toFixed(1)} ms`;
  const { hit1, hit3, mrr10, ndcg10, empty, auc, saidYes, saidNo, p50, p95, firstBytes } = scores;
  const cells = [
    ...[hit1, hit3, mrr10, ndcg10, empty, auc, saidYes, saidNo].map(share),
    time(p50),
    time(p95),
    `${(firstBytes / 1000).toFixed(0)} KB`,
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}
