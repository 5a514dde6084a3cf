import type { Site } from '#model/site.ts';
import { reasonText } from '../drill-words.ts';
import { internalHref } from '../frame.ts';
import { drillName, type DrillName } from './drill-name.ts';
import { questionCount, type DrillBrief } from './drills-at-hand.ts';
import { drillPath, groupPath } from './paths.ts';

/** A drill in a list. */
export interface DrillRow {
  /** The id of the incident. */
  id: string;
  href: string;
  groupHref: string;
  name: DrillName;
  product: string;
  level: DrillBrief['difficulty']['level'];
  points: number;
  questions: number;
  questionText: string;
  steps: string[];
  /** Why it is that hard: "4 decisions (2), 2 sides involved (1)". */
  why: string;
}

export function drillRow(site: Site, brief: DrillBrief): DrillRow {
  const { incident, product, record, difficulty, steps } = brief;
  const questions = questionCount(steps);
  return {
    id: incident,
    href: internalHref(site, drillPath(incident)),
    groupHref: internalHref(site, groupPath(incident)),
    name: drillName(site, record),
    product,
    level: difficulty.level,
    points: difficulty.points,
    questions,
    questionText: questionText(questions),
    steps: steps.map(({ id }) => id),
    why: whyText(difficulty),
  };
}

/** "One question", "7 questions". */
export function questionText(count: number): string {
  return count === 1 ? 'One question' : `${count} questions`;
}

/** The points of a drill as a sum: "5 points: 4 decisions (2), 3 reasons that led the wrong way (3)". */
export function whyText({ points, reasons }: DrillBrief['difficulty']): string {
  if (points === 0) return `No points: short and straight`;
  const sum = points === 1 ? 'One point' : `${points} points`;
  const parts = reasons.map((one) => `${reasonText(one.reason, one.count)} (${one.points})`);
  return `${sum}: ${parts.join(', ')}`;
}
