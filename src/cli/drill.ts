import type { Drill, Step } from '#derive/drills/drill.ts';
import { drillOf, drills } from '#derive/drills/index.ts';
import { pathOf } from '#derive/drills/path.ts';
import { askChoice, askKey, Cancelled } from '#io/ask.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import {
  answerText,
  choiceName,
  clueText,
  drillList,
  drillName,
  letterOf,
  openingText,
  pathText,
  questionName,
  questionText,
  situationText,
  takeAwayText,
  type DrillStyle,
} from '#report/drill-text.ts';
import { noDrillWords } from '#views/internal/drill-words.ts';
import { textOption, UsageError, type Call, type Command, type ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

export const drill: Command = {
  name: 'drill',
  summary: 'Trains on a real incident: what was known, what do you do next, what really happened.',
  usage: '[INCIDENT]',
  options: {
    answers: {
      type: 'string',
      value: 'LETTERS',
      help: 'answers all questions at once, for scripts: bacd',
    },
    seed: {
      type: 'string',
      value: 'WORD',
      help: 'draws other choices in another order; the same word gives the same drill',
    },
  },
  details: `On a terminal the letters choose, h gives a hint where there is one, Ctrl+C leaves.
Without INCIDENT it asks which one; elsewhere it lists all drills, easiest first.
Not on a terminal, and without --answers, it prints the questions, then the answers.`,
  run: runDrill,
};

async function runDrill(call: Call): Promise<ExitCode> {
  const { root, args, io } = call;
  const [wanted, ...others] = args;
  if (others.length > 0) throw new UsageError('One drill at a time.');
  const { site } = await readKnowledgeBase(knowledgeBase(root), { depth: 'check', now: io.now() });
  if (!site) {
    io.stderr('fixlore: The configuration cannot be used. "fixlore check" says why.\n');
    return 1;
  }
  const style = { paint: paintFor(io), width: Math.min(100, Math.max(40, io.columns)) };
  const seed = textOption(call, 'seed') ?? '1';
  const answers = textOption(call, 'answers');
  if (wanted === undefined && answers !== undefined) {
    throw new UsageError('--answers needs the incident whose drill is answered.');
  }
  try {
    if (wanted !== undefined) return await train(call, drillNamed(site, wanted, seed), style);
    const all = drills(site, seed);
    if (!io.isTerminal || all.length === 0) return list(call, all, style);
    return await train(call, await asked(all), style);
  } catch (error) {
    if (error instanceof Cancelled) return 130;
    throw error;
  }
}

function list({ io }: Call, all: readonly Drill[], style: DrillStyle): ExitCode {
  io.stdout(
    all.length > 0
      ? drillList(all, style)
      : 'No incident makes a drill yet: it takes a resolved one with two attempts or more.\n',
  );
  return 0;
}

async function asked(all: readonly Drill[]): Promise<Drill> {
  const id = await askChoice(
    'Which drill? Easiest first.',
    all.map((one) => ({
      value: one.incident,
      label: `${one.difficulty.level.padEnd(6)} ${drillName(one)}`,
    })),
  );
  return all.find(({ incident }) => incident === id)!; // one of those that were offered
}

function drillNamed(site: Site, id: string, seed: string): Drill {
  const byId = incidentsById(site);
  const incident =
    byId.get(id) ?? site.incidents.find(({ fields }) => fields.aliases?.includes(id));
  if (!incident) {
    const near = didYouMean(id, [...byId.keys()]);
    const advice = near ? `Did you mean "${near}"?` : '"fixlore drill" lists all drills.';
    throw new UsageError(`There is no incident "${id}". ${advice}`);
  }
  const made = drillOf(site, incident, seed);
  if ('steps' in made) return made;
  throw new UsageError(`There is no drill: ${incident.id} ${noDrillWords[made.why]}.`);
}

async function train(call: Call, made: Drill, style: DrillStyle): Promise<ExitCode> {
  const { io } = call;
  const answers = textOption(call, 'answers');
  if (answers === undefined && !io.isTerminal) {
    io.stdout(sheet(made, style));
    return 0;
  }
  const given = answers === undefined ? undefined : picksIn(answers, made);
  const picks = new Map<Step['id'], number>();
  io.stdout(`${openingText(made, style)}\n`);
  for (const step of made.steps) {
    io.stdout(situationText(step, style));
    if (step.kind !== 'told') {
      if (given) io.stdout(`\n${questionText(step, style)}`);
      picks.set(step.id, given ? given.get(step.id)! : await pick(call, step, style));
    }
    const picked = step.choices[picks.get(step.id) ?? -1];
    io.stdout(`\n${answerText(step, picked, style)}\n`);
  }
  io.stdout(`${takeAwayText(made, style)}\n${pathText(pathOf(made, picks), style)}`);
  return 0;
}

/** Asks until one of the choices is picked; a hint can be had before. */
async function pick({ io }: Call, step: Step, style: DrillStyle): Promise<number> {
  const choices = step.choices.map((choice, at) => ({
    key: letterOf(at),
    label: choiceName(choice),
  }));
  const hint = step.clue?.isTelling ? step.clue.words : undefined;
  const key = await askKey(
    questionName(step),
    hint ? [...choices, { key: 'h', label: 'Give me a hint' }] : choices,
  );
  if (key !== 'h' || !hint) return key.charCodeAt(0) - 97;
  io.stdout(`${clueText(hint, style)}\n`);
  return (await askKey(questionName(step), choices)).charCodeAt(0) - 97;
}

/** The answers of `--answers`, by step. */
function picksIn(answers: string, { steps }: Drill): Map<Step['id'], number> {
  const letters = [...answers.toLowerCase().replaceAll(/[\s,]/g, '')];
  const questions = steps.filter(({ kind }) => kind !== 'told');
  if (letters.length !== questions.length) {
    throw new UsageError(
      `--answers takes a letter for each of the ${questions.length} questions, not ${letters.length}.`,
    );
  }
  return new Map(
    questions.map(({ id, choices }, at) => {
      const position = (letters[at]?.charCodeAt(0) ?? 0) - 97;
      if (choices[position]) return [id, position];
      const last = letterOf(choices.length - 1);
      throw new UsageError(`--answers takes a to ${last} for question ${at + 1}.`);
    }),
  );
}

/** The whole drill on paper: the questions, and after them what really happened. */
function sheet(made: Drill, style: DrillStyle): string {
  const questions = made.steps.map((step) => {
    const asks = step.kind !== 'told';
    const text = asks ? questionText(step, style) : answerText(step, undefined, style);
    return `${situationText(step, style)}\n${text}\n`;
  });
  const answers = made.steps
    .filter(({ kind }) => kind !== 'told')
    .map((step, at) => {
      const letter = letterOf(step.choices.findIndex(({ kind }) => kind === 'right'));
      return `${at + 1}: ${letter}\n${answerText(step, undefined, style)}`;
    });
  return [
    openingText(made, style),
    ...questions,
    `${style.paint.bold('What really happened')}\n`,
    ...answers,
    `\n${takeAwayText(made, style)}`,
  ].join('');
}
