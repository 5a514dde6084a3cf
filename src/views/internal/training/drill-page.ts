import type { Choice, Drill, Step } from '#derive/drills/drill.ts';
import { rightOf } from '#derive/drills/path.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import type { Frame } from '../../frame.ts';
import { durationText } from '../../time-text.ts';
import { clueLabel, difficultyWords, drillText } from '../drill-words.ts';
import { internalFrame, internalHref } from '../frame.ts';
import { cut, drillName, type DrillName } from './drill-name.ts';
import { questionCount } from './drills-at-hand.ts';
import { drillPath, groupPath, trainingPath } from './paths.ts';
import {
  factGroups,
  sayings,
  sourcesOf,
  type FactGroup,
  type Saying,
  type Source,
} from './said.ts';

/** A drill as a page: without a script with folded answers, on paper with the answers at the end. */
export interface DrillPage {
  kind: 'drill';
  frame: Frame;
  /** The id of the incident. */
  id: string;
  name: DrillName;
  level: string;
  /** "7 questions". */
  questions: string;
  /** What they said first. */
  said: string[];
  steps: StepView[];
  takeAway: FactGroup[];
  /** What was really done, step by step. */
  realPath: RealStep[];
  /** The record, named only once the drill is done. */
  incident: { title: string; href: string };
  /** The other incidents of which choices were taken, by what was said there. */
  others: { quote: string; href: string }[];
  groupHref: string;
  listHref: string;
}

export interface StepView {
  id: string;
  kind: Step['kind'];
  /** Of the questions, from 1; what is told has none. */
  number?: number;
  known: FactGroup[];
  question: string;
  clue?: { label: string; text: string; isTelling: boolean };
  /** What unfolds the answer to a choice. */
  unfold: string;
  choices: ChoiceView[];
}

export interface ChoiceView {
  /** a, b, c … */
  letter: string;
  kind: Choice['kind'];
  text: string;
  isFix: boolean;
  minutes?: number;
  answer: Saying[];
  sources: Source[];
}

export interface RealStep {
  step: Step['id'];
  text: string;
  minutes?: number;
  /** How long it was until the next attempt. */
  cost?: string;
}

export function drillPage(site: Site, incident: Incident, drill: Drill): DrillPage {
  const { id, fields } = incident;
  const name = drillName(site, incident);
  const questions = questionCount(drill.steps);
  return {
    kind: 'drill',
    frame: internalFrame(site, {
      title: `Drill: “${cut(name.quote, 60)}”`,
      path: drillPath(id),
      crumbs: [{ label: 'Training', path: trainingPath }],
    }),
    id,
    name,
    level: difficultyWords[drill.difficulty.level],
    questions: questions === 1 ? 'one question' : `${questions} questions`,
    said: drill.opening.map(({ words }) => drillText(words).trim()),
    steps: stepViews(drill),
    takeAway: factGroups(drill.takeAway),
    realPath: drill.steps.map(realStep),
    incident: { title: fields.title, href: internalHref(site, incidentPath(id)) },
    others: othersOf(site, drill),
    groupHref: internalHref(site, groupPath(id)),
    listHref: internalHref(site, trainingPath),
  };
}

function stepViews({ steps }: Drill): StepView[] {
  let asked = 0;
  return steps.map((step): StepView => {
    const { id, kind, known, question, clue, choices } = step;
    return {
      id,
      kind,
      ...(kind !== 'told' && { number: (asked += 1) }),
      known: factGroups(known),
      question: drillText(question),
      ...(clue && {
        clue: { label: clueLabel, text: drillText(clue.words).trim(), isTelling: clue.isTelling },
      }),
      unfold: unfolds[kind],
      choices: choices.map(choiceView),
    };
  });
}

const unfolds: Record<Step['kind'], string> = {
  intake: 'What would they have said?',
  decision: 'What happened?',
  told: 'What happened?',
  proof: 'Is it so?',
};

function choiceView({ words, kind, isFix, answer, minutes }: Choice, at: number): ChoiceView {
  const cost =
    minutes === undefined ? [] : [{ template: 'minutes_to_next' as const, numbers: [minutes] }];
  return {
    letter: String.fromCharCode(97 + at),
    kind,
    text: drillText(words).trim(),
    isFix,
    ...(minutes !== undefined && { minutes }),
    answer: sayings([...answer, ...cost]),
    sources: sourcesOf(answer),
  };
}

function realStep(step: Step): RealStep {
  const { words, minutes } = rightOf(step);
  return {
    step: step.id,
    text: drillText(words).trim(),
    ...(minutes !== undefined && {
      minutes,
      cost: `${durationText(minutes)} until the next attempt`,
    }),
  };
}

function othersOf(site: Site, { incident, steps }: Drill): DrillPage['others'] {
  const byId = incidentsById(site);
  const ids = new Set(
    steps.flatMap(({ choices }) =>
      choices.flatMap(({ words }) => ('incident' in words ? words.incident : [])),
    ),
  );
  ids.delete(incident);
  return [...ids].flatMap((id) => {
    const other = byId.get(id);
    return other
      ? { quote: drillName(site, other).quote, href: internalHref(site, incidentPath(id)) }
      : [];
  });
}
