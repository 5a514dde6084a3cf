import type { Question } from './judged-set.ts';

/** What an engine answered to one question. */
export interface Ranking {
  question: Question;
  /** Ids of documents, best first. */
  found: string[];
  /** How sure the engine is that the first one answers it; any scale. */
  confidence: number;
  milliseconds: number;
  bytes: number;
}

export interface Scores {
  questions: number;
  hit1: number;
  hit3: number;
  mrr10: number;
  ndcg10: number;
  /** Share of answerable questions with no result at all. */
  empty: number;
  /** How often a question with an answer is surer than one without; undefined if all have one. */
  auc?: number;
  p50: number;
  p95: number;
  bytes: number;
}

export function scoresOf(rankings: readonly Ranking[]): Scores {
  const answerable = rankings.filter(({ question }) => question.answers.size > 0);
  const mean = (value: (ranking: Ranking) => number) =>
    answerable.reduce((sum, ranking) => sum + value(ranking), 0) / answerable.length;
  const times = rankings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    questions: answerable.length,
    hit1: mean((ranking) => Number(firstRight(ranking) === 0)),
    hit3: mean((ranking) => Number(firstRight(ranking) < 3)),
    mrr10: mean((ranking) => (firstRight(ranking) < 10 ? 1 / (firstRight(ranking) + 1) : 0)),
    ndcg10: mean(ndcg10),
    empty: mean(({ found }) => Number(found.length === 0)),
    auc: auc(rankings),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    bytes: rankings.reduce((sum, { bytes }) => sum + bytes, 0) / rankings.length,
  };
}

function firstRight({ question, found }: Ranking): number {
  const position = found.findIndex((id) => question.answers.has(id));
  return position === -1 ? Infinity : position;
}

/** Järvelin and Kekäläinen 2002, “Cumulated gain-based evaluation of IR techniques”. */
function ndcg10({ question, found }: Ranking): number {
  const gain = (scores: number[]) =>
    scores.slice(0, 10).reduce((sum, score, index) => sum + score / Math.log2(index + 2), 0);
  const ideal = gain([...question.answers.values()].sort((a, b) => b - a));
  return gain(found.map((id) => question.answers.get(id) ?? 0)) / ideal;
}

/** The chance that a question with an answer is surer than one without; a tie is half. */
export function auc(rankings: readonly Ranking[]): number | undefined {
  const confidences = (hasAnswer: boolean) =>
    rankings
      .filter(({ question }) => question.answers.size > 0 === hasAnswer)
      .map(({ confidence }) => confidence);
  const [right, wrong] = [confidences(true), confidences(false)];
  if (right.length === 0 || wrong.length === 0) return undefined;
  let sum = 0;
  for (const a of right) for (const b of wrong) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (right.length * wrong.length);
}
