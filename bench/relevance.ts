import { performance } from 'node:perf_hooks';
import { fixloreEngine, type Engine } from './relevance/fixlore-engine.ts';
import { readJudgedSet, type JudgedSet } from './relevance/judged-set.ts';
import { scoresOf, type Ranking, type Scores } from './relevance/scores.ts';

const engines = [fixloreEngine];

for (const folder of process.argv.slice(2)) {
  const set = readJudgedSet(folder);
  for (const engineOf of engines) {
    const engine = await engineOf(set);
    const rankings = await asked(engine, set);
    console.log(engine.name, folder.split('/').at(-1), line(scoresOf(rankings)));
    engine.close();
  }
}

async function asked(engine: Engine, { questions }: JudgedSet): Promise<Ranking[]> {
  const rankings: Ranking[] = [];
  for (const question of questions) {
    const before = performance.now();
    const answer = await engine.ask(question.text);
    rankings.push({ question, ...answer, milliseconds: performance.now() - before });
  }
  return rankings;
}

function line(scores: Scores): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toFixed(3)) : '-'}`)
    .join(' ');
}
