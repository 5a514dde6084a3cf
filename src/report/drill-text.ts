import { printable } from '#diagnostics/printable.ts';
import { rightOf, type Path } from '#derive/drills/path.ts';
import type { Choice, Drill, Fact, Step, Words } from '#derive/drills/drill.ts';
import {
  aheadText,
  citationOf,
  clueLabel,
  difficultyWords,
  drillText,
  factLabels,
  pathHead,
  realText,
  reasonText,
} from '#views/internal/drill-words.ts';
import { durationText } from '#views/time-text.ts';
import type { Paint } from './paint.ts';

/** How a drill is set in lines. */
export interface DrillStyle {
  paint: Paint;
  /** The longest line; long words may stand out. */
  width: number;
}

/** The name by which a drill is offered: what they said, since the title often tells the answer. */
export function drillName({ opening }: Drill): string {
  const [first] = opening;
  return first ? printable(drillText(first.words)) : '';
}

/** One line for each drill: its difficulty, its id, what they said, and why it is so hard. */
export function drillList(drills: readonly Drill[], { paint }: DrillStyle): string {
  const width = Math.max(0, ...drills.map(({ incident }) => incident.length));
  return drills
    .map((drill) => {
      const { level, points, reasons } = drill.difficulty;
      const why = reasons.map(({ reason, count }) => reasonText(reason, count)).join(', ');
      const head = `${difficultyWords[level].padEnd(6)} ${String(points).padStart(2)}`;
      return `${head}  ${paint.bold(drill.incident.padEnd(width))}  ${drillName(drill)}\n${' '.repeat(11)}${paint.dim(why || 'short and straight')}\n`;
    })
    .join('');
}

/** What the drill begins with. */
export function openingText(drill: Drill, style: DrillStyle): string {
  const { level } = drill.difficulty;
  const head = style.paint.bold(
    `A drill, ${difficultyWords[level]}: ${questionCount(drill)} questions`,
  );
  return `${head}\n\n${factLines(drill.opening, style)}`;
}

/** What has become known since, and the clue unless it tells the answer. */
export function situationText({ known, clue }: Step, style: DrillStyle): string {
  const shown = clue && !clue.isTelling ? `${clueText(clue.words, style)}` : '';
  return `${factLines(known, style)}${shown}`;
}

/** What made them think of what they did. */
export function clueText(words: Words, style: DrillStyle): string {
  return lines(clueLabel, textOf(words), style);
}

/** The question with its choices, each with its letter. */
export function questionText({ question, choices }: Step, style: DrillStyle): string {
  const asked = style.paint.bold(textOf(question));
  const listed = choices.map(({ words }, at) =>
    indented(`${letterOf(at)}  ${textOf(words)}`, style.width, 2, 5),
  );
  return `${asked}\n${listed.join('\n')}\n`;
}

/** The question, for who is asked by other means. */
export function questionName({ question }: Step): string {
  return textOf(question);
}

/** A choice in one line. */
export function choiceName({ words }: Choice): string {
  return textOf(words);
}

/** What happened, said of what was chosen and, if that was something else, of what was really done. */
export function answerText(step: Step, picked: Choice | undefined, style: DrillStyle): string {
  const right = rightOf(step);
  if (step.kind === 'told') {
    return `${textOf(step.question)}\n${saidOf(right, style, true)}`;
  }
  if (picked === right) return `${style.paint.green('Yes.')}\n${saidOf(right, style, false)}`;
  const verdict = picked?.kind === 'later' ? 'Not yet.' : 'Not this time.';
  const own = picked ? `${style.paint.bold(verdict)}\n${saidOf(picked, style, true)}` : '';
  if (step.kind !== 'decision')
    return `${own}${picked ? 'It is:\n' : ''}${saidOf(right, style, true)}`;
  return `${own}${saidOf(right, style, true)}`;
}

/** What to remember. */
export function takeAwayText({ takeAway, incident }: Drill, style: DrillStyle): string {
  return `${style.paint.bold('What to take away')}\n${factLines(takeAway, style)}${style.paint.dim(`From ${incident}`)}\n`;
}

/** One's own path beside the real one, with what each turn cost. */
export function pathText(path: Path, style: DrillStyle): string {
  const { stops } = path;
  const rows = stops.map(({ step, picked, right: real }) => {
    const cost =
      real.minutes === undefined ? '' : ` (${durationText(real.minutes)} until the next one)`;
    const mark = step.kind === 'told' ? ' ' : picked === real ? '=' : '≠';
    const own = picked && picked !== real ? `\n     you: ${textOf(picked.words)}` : '';
    return indented(`${mark} ${textOf(real.words)}${cost}`, style.width, 2, 4) + own;
  });
  const said = [realText(path), aheadText(path)].flatMap((one) => (one ? [`${one}\n`] : []));
  return `${style.paint.bold(pathHead(path))}\n${said.join('')}${rows.join('\n')}\n`;
}

/** a, b, c … */
export function letterOf(position: number): string {
  return String.fromCharCode(97 + position);
}

function questionCount({ steps }: Drill): number {
  return steps.filter(({ kind }) => kind !== 'told').length;
}

function saidOf({ words, answer, minutes }: Choice, style: DrillStyle, isNamed: boolean): string {
  const cost =
    minutes === undefined ? [] : [{ template: 'minutes_to_next' as const, numbers: [minutes] }];
  const text = paragraphs([...answer, ...cost]).map((one) => indented(one, style.width, 4, 4));
  const cited = answer.map(citationOf).find((one) => one !== undefined);
  const named = isNamed ? [indented(textOf(words), style.width, 2, 2)] : [];
  const source = cited ? [`    ${style.paint.dim(`[${printable(cited)}]`)}`] : [];
  return `${[...named, ...text, ...source].join('\n')}\n`;
}

/** Sentences of templates follow each other; what a record says stands alone, after what announces it. */
function paragraphs(words: readonly Words[]): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const one of words) {
    const text = textOf(one);
    const isTold = 'template' in one;
    const last = found.at(-1) ?? '';
    if (isOpen && (isTold || last.endsWith(':'))) found[found.length - 1] = `${last} ${text}`;
    else found.push(text);
    isOpen = isTold;
  }
  return found;
}

function factLines(facts: readonly Fact[], style: DrillStyle): string {
  return facts.map(({ label, words }) => lines(factLabels[label], textOf(words), style)).join('');
}

function lines(label: string, text: string, { paint, width }: DrillStyle): string {
  const [first = '', ...rest] = wrapped(`${label}: ${text}`, width - 2, width - 4);
  const painted = first.startsWith(`${label}:`)
    ? `${paint.dim(`${label}:`)}${first.slice(label.length + 1)}`
    : first;
  return `${[`  ${painted}`, ...rest.map((line) => `    ${line}`)].join('\n')}\n`;
}

function indented(text: string, width: number, first: number, others: number): string {
  return wrapped(text, width - first, width - others)
    .map((line, at) => ' '.repeat(at === 0 ? first : others) + line)
    .join('\n');
}

/** Broken between words; lines of a command stay lines. */
function wrapped(text: string, first: number, others: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = found.length === 0 ? first : others;
    if (line && line.length + word.length + 1 > room) {
      found.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...found, line];
}

/** A command of several lines is shown in one. */
function textOf(words: Words): string {
  return printable(
    drillText(words)
      .trim()
      .replaceAll(/\s*\n\s*/g, ' ⏎ '),
  );
}
