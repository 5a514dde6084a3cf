import type { Choice, Drill, Fact, Step, Words } from '#derive/drills/drill.ts';
import { rightOf } from '#derive/drills/path.ts';
import { difficultyWords, drillText, factLabels } from '#views/internal/drill-words.ts';

/**
 * Drills as a question bank for Moodle, in its GIFT format: a category for each drill and a
 * multiple-choice question for each step. What was really done is worth all points,
 * what was done later half of them. Made without a clock: the same drills give the same bytes.
 */
export function giftOf(drills: readonly Drill[]): string {
  return drills.map(categoryOf).join('\n');
}

function categoryOf(drill: Drill): string {
  const { incident, difficulty } = drill;
  const parts = drill.steps.map(
    (step, at) =>
      `::${escaped(`${incident} ${String(at + 1).padStart(2, '0')}`)}::[plain]${escaped(stem(drill, step))}${answers(step)}`,
  );
  const end = `::${escaped(`${incident} end`)}::[plain]${escaped(factText(drill.takeAway))}`;
  return `// ${oneLine(`${incident}, ${difficultyWords[difficulty.level]}`)}\n$CATEGORY: ${category(incident)}\n\n${[...parts, end].join('\n\n')}\n`;
}

/** What stands before the choices: all that is new at this step, after what was said at first. */
function stem(drill: Drill, step: Step): string {
  const clue = step.clue && !step.clue.isTelling ? [plain(step.clue.words)] : [];
  return [
    factText(drill.opening),
    ...(step.known.length > 0 ? [factText(step.known)] : []),
    ...clue,
    plain(step.question),
  ].join('\n');
}

/** A step that is told is a description: GIFT has those without braces. */
function answers(step: Step): string {
  if (step.kind === 'told') {
    const right = rightOf(step);
    return escaped(`\n${[right.words, ...right.answer].map(plain).join('\n')}`);
  }
  // Each choice says [plain], so that none begins with a format or a share of the points of its own.
  const lines = step.choices.map((choice) => {
    const said = choice.answer.map(plain).join('\n');
    return `\t${markOf(choice)}[plain]${escaped(plain(choice.words))}#${escaped(said)}`;
  });
  return ` {\n${lines.join('\n')}\n}`;
}

function markOf({ kind }: Choice): string {
  return kind === 'right' ? '=' : kind === 'later' ? '~%50%' : '~';
}

function factText(facts: readonly Fact[]): string {
  return facts.map(({ label, words }) => `${factLabels[label]}: ${plain(words)}`).join('\n');
}

function plain(words: Words): string {
  return drillText(words).trim();
}

/**
 * What GIFT acts on with a backslash before it, and lines as its own sign for a new line: an empty line
 * would end the question. "->" makes a matching question of it and has no escape, so it becomes an arrow.
 */
function escaped(text: string): string {
  return text
    .replaceAll('->', '→')
    .replaceAll(/[\\~=#{}:]/g, String.raw`\$&`)
    .replaceAll(/\r?\n[ \t]*/g, String.raw`\n`);
}

/** A category is one line and its levels are parted by slashes; an id holds neither. */
function category(incident: string): string {
  return `fixlore/${oneLine(incident)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
