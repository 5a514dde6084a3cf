import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents, questions, and which documents answer which question. */
export interface JudgedSet {
  documents: { id: string; title: string; text: string }[];
  questions: Question[];
}

export interface Question {
  id: string;
  text: string;
  /** The ids of the documents that answer it, with how well; empty if none does. */
  answers: ReadonlyMap<string, number>;
}

/** Reads docs.jsonl {id, title, text}, queries.jsonl {id, query, no_answer?} and qrels.tsv. */
export function readJudgedSet(folder: string): JudgedSet {
  const answers = new Map<string, Map<string, number>>();
  for (const line of linesOf(folder, 'qrels.tsv')) {
    const [question = '', document = '', score = ''] = line.split('\t');
    if (!(Number(score) > 0)) continue;
    const known = answers.get(question) ?? new Map<string, number>();
    answers.set(question, known.set(document, Number(score)));
  }
  return {
    documents: linesOf(folder, 'docs.jsonl').map((line) => JSON.parse(line) as Document),
    questions: linesOf(folder, 'queries.jsonl')
      .map((line) => JSON.parse(line) as { id: string; query: string; no_answer?: boolean })
      .map(({ id, query, no_answer }) => ({
        id,
        text: query,
        answers: no_answer ? new Map() : (answers.get(id) ?? new Map()),
      })),
  };
}

type Document = JudgedSet['documents'][number];

function linesOf(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
