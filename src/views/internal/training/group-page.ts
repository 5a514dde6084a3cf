import type { Choice, Drill, Fact, Step } from '#derive/drills/drill.ts';
import { rightOf } from '#derive/drills/path.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import type { Frame } from '../../frame.ts';
import { clueLabel, difficultyWords, drillText, factLabels } from '../drill-words.ts';
import { internalFrame, internalHref } from '../frame.ts';
import { cut, drillName, type DrillName } from './drill-name.ts';
import { drillPath, groupPath, trainingPath } from './paths.ts';
import { sayings, type Saying } from './said.ts';

/** A drill for one who leads a group through it: told line by line, without choices, with notes for the leader. */
export interface GroupPage {
  kind: 'group';
  frame: Frame;
  /** The id of the incident. */
  id: string;
  name: DrillName;
  level: string;
  lines: GroupLine[];
  incident: { title: string; href: string };
  drillHref: string;
}

/** What the group sees at once. */
export interface GroupLine {
  /**
   * - `said`: what the customer said
   * - `fact`: what was known, with its label
   * - `question`: the group's turn
   * - `done`: what was really done, or what is so
   * - `end`: what to take away
   */
  kind: 'said' | 'fact' | 'question' | 'done' | 'end';
  label?: string;
  text: string;
  /** Said with it: what came of it. */
  more: Saying[];
  /** For the leader alone. */
  notes: GroupNote[];
}

export interface GroupNote {
  label: string;
  sayings: Saying[];
}

export function groupPage(site: Site, incident: Incident, drill: Drill): GroupPage {
  const { id, fields } = incident;
  const name = drillName(site, incident);
  return {
    kind: 'group',
    frame: internalFrame(site, {
      title: `For a group: “${cut(name.quote, 60)}”`,
      path: groupPath(id),
      crumbs: [
        { label: 'Training', path: trainingPath },
        { label: 'The drill', path: drillPath(id) },
      ],
    }),
    id,
    name,
    level: difficultyWords[drill.difficulty.level],
    lines: [
      ...drill.opening.map(({ words }) => line('said', drillText(words))),
      ...drill.steps.flatMap(stepLines),
      ...drill.takeAway.map((fact) => factLine('end', fact)),
    ],
    incident: { title: fields.title, href: internalHref(site, incidentPath(id)) },
    drillHref: internalHref(site, drillPath(id)),
  };
}

function line(kind: GroupLine['kind'], text: string): GroupLine {
  return { kind, text: text.trim(), more: [], notes: [] };
}

function factLine(kind: 'fact' | 'end', { label, words }: Fact): GroupLine {
  return { ...line(kind, drillText(words)), label: factLabels[label] };
}

/** What became known, the question unless nobody could answer it, and what was really done. */
function stepLines(step: Step): GroupLine[] {
  const { kind, known, question } = step;
  const asks: GroupLine = { ...line('question', drillText(question)), notes: notesOf(step) };
  return [
    ...known.map((fact) => factLine('fact', fact)),
    ...(kind === 'told' ? [] : [asks]),
    doneLine(step),
  ];
}

const doneLabels: Record<Step['kind'], string> = {
  intake: 'The question that says most',
  decision: 'What they did',
  told: 'What they did',
  proof: 'What is known',
};

function doneLine(step: Step): GroupLine {
  const { words, answer, minutes } = rightOf(step);
  const cost =
    minutes === undefined ? [] : [{ template: 'minutes_to_next' as const, numbers: [minutes] }];
  const news = answer.filter((one) => !('template' in one && one.template === 'done_next'));
  return {
    ...line('done', drillText(words)),
    label: doneLabels[step.kind],
    more: sayings([...news, ...cost]),
  };
}

/** The hint, and what to say to other ideas: those that are choices of the drill. */
function notesOf({ kind, clue, choices }: Step): GroupNote[] {
  const hint = clue
    ? [{ label: `A hint: ${clueLabel.toLowerCase()}`, sayings: sayings([clue.words]) }]
    : [];
  const others = kind === 'proof' ? [] : choices.filter(isOther);
  return [
    ...hint,
    ...others.map(({ words, answer }) => ({
      label: `If they say: ${drillText(words).trim()}`,
      sayings: sayings(answer),
    })),
  ];
}

function isOther(choice: Choice): boolean {
  return choice.kind !== 'right';
}
