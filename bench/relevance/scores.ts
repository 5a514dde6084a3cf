import type { Found } from './engine.ts';
import type { Question } from './judged-set.ts';

/** What an engine answered to one question. */
export interface Ranked extends Found {
  question: Question;
  milliseconds: number;
}

export interface Scores {
  hit1: number;
  hit3: number;
  mrr10: number;
  ndcg10: number;
  /** Share of answerable questions with no result at all. */
  empty: number;
  /** How often a question with an answer is surer than one without; undefined if all have one. */
  auc?: number;
  /** Share of the answerable questions that the engine calls answered. */
  saidYes: number;
  /** Share of the others that it does not; undefined if there are none. */
  saidNo?: number;
  /** Milliseconds of a search in a client that has asked before. */
  p50: number;
  p95: number;
  firstBytes: number;
}

export function scoresOf(rankings: readonly Ranked[], firstBytes: number): Scores {
  const hopeless = rankings.filter(({ question }) => question.answers.size === 0);
  const answerable = rankings.filter(({ question }) => question.answers.size > 0);
  const mean = (value: (ranked: Ranked) => number) =>
    answerable.reduce((sum, ranked) => sum + value(ranked), 0) / answerable.length;
  const times = rankings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    hit1: mean((ranked) => Number(firstRight(ranked) === 0)),
    hit3: mean((ranked) => Number(firstRight(ranked) < 3)),
    mrr10: mean((ranked) => (firstRight(ranked) < 10 ? 1 / (firstRight(ranked) + 1) : 0)),
    ndcg10: mean(ndcg10),
    empty: mean(({ ids }) => Number(ids.length === 0)),
    auc: auc(rankings),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    saidYes: mean(({ isAnswered }) => Number(isAnswered)),
    saidNo: hopeless.length
      ? hopeless.filter(({ isAnswered }) => !isAnswered).length / hopeless.length
      : undefined,
    firstBytes,
  };
}

function firstRight({ question, ids }: Ranked): number {
  const position = ids.findIndex((id) => question.answers.has(id));
  return position === -1 ? Infinity : position;
}

/** Järvelin and Kekäläinen 2002, “Cumulated gain-based evaluation of IR techniques”. */
function ndcg10({ question, ids }: Ranked): number {
  const gain = (scores: number[]) =>
    scores.slice(0, 10).reduce((sum, score, index) => sum + score / Math.log2(index + 2), 0);
  const ideal = gain([...question.answers.values()].sort((a, b) => b - a));
  return gain(ids.map((id) => question.answers.get(id) ?? 0)) / ideal;
}

/** The chance that a question with an answer is surer than one without; a tie is half. */
export function auc(rankings: readonly Ranked[]): number | undefined {
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
