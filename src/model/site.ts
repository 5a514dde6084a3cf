import type { Body } from '#markdown/body.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { Config } from './config.ts';

/** Everything that was written down, connected. Lists are in a fixed order, whatever the disk said. */
export interface Site {
  config: Config;
  /** The moment of which questions about time are asked, in milliseconds since 1970. */
  now: number;
  /** By time of opening, latest first. */
  incidents: Incident[];
  /** By title. */
  articles: Article[];
  /** By product. */
  intakes: Intake[];
  /** The paths of all records. */
  recordFiles: ReadonlySet<string>;
  /** Every file below incidents/ and kb/ that is not a record, by path. */
  files: ReadonlyMap<string, FileInfo>;
  /** Rendered bodies by file; empty when only a check was asked for. */
  bodies: ReadonlyMap<string, Body>;
  /** The text of log files that incidents name as evidence, by path. */
  logs: ReadonlyMap<string, string>;
}

export interface Incident extends ParsedRecord<'incident'> {
  /** Ids of the articles made from it. */
  articles: string[];
  /** Ids of the incidents that call themselves duplicates of it. */
  duplicates: string[];
  /**
   * Incidents that look the same and are not, told in either of the two. Words that were written in
   * the other one may say "here" and mean there.
   */
  unlike: { incident: string; tell_apart: string; isToldThere: boolean }[];
}

export interface Article extends ParsedRecord<'article'> {
  /** The folders below kb/, outermost first. */
  categories: string[];
}

export type Intake = ParsedRecord<'intake'>;

export interface FileInfo {
  /** Bytes. */
  size: number;
}
