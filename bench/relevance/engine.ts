import type { JudgedSet } from './judged-set.ts';

/** A search engine with an index of a judged set. */
export interface Engine {
  name: string;
  ask: (question: string) => Promise<Found>;
  /** The bytes that a browser without a cache fetches to answer the question: index, and code of the engine if it is fetched at that moment. */
  bytesOfFirst: (question: string) => Promise<number>;
  close: () => void | Promise<void>;
}

export interface Found {
  /** Ids of documents, best first, at most ten. */
  ids: string[];
  /** How sure the engine is that the first one answers; any scale. */
  confidence: number;
  /** Whether it says that the question is answered. */
  isAnswered: boolean;
}

export type EngineOf = (set: JudgedSet) => Engine | Promise<Engine>;
