import { aheadText, pathHead, realText } from '#views/internal/drill-words.ts';
import { drillTablePath, drillPath } from '#views/internal/training/paths.ts';
import type { DrillTable } from '#views/internal/training/drill-table.ts';
import { element } from '../elements.ts';
import type { KeptProgress } from './kept-progress.ts';
import { ownPath, pathRows } from './own-path.ts';
import type { PlayedStep } from './played-step.ts';
import { isMissed, type Answer, type Progress } from './progress.ts';
import { standingOf } from './round.ts';
import type { Ending } from './stage.ts';
import { longestNotes } from './stored-progress.ts';
import {
  comesBack,
  dueResult,
  labels,
  nextDrill,
  nextDue,
  nothingDue,
  nothingMissed,
} from './words.ts';

/** The drill whose end it is. */
export interface Drilled {
  incident: string;
  siteHref: string;
  steps: readonly PlayedStep[];
}

export interface EndActs {
  noted: (notes: string) => void;
  back: () => void;
  startAgain: () => void;
}

/** What a drill ends with: how it went, both paths, when what was missed comes back, notes, and the ways on. */
export function wholeEnd(
  drilled: Drilled,
  kept: KeptProgress,
  today: string,
  { noted, back, startAgain }: EndActs,
): Ending {
  const progress = kept.read(drilled.incident);
  const path = ownPath(drilled.steps, progress);
  const sentences = [realText(path), aheadText(path)].flatMap((one) => one ?? []);
  const dues = duesOf(drilled, progress);
  const ways = element(
    'p',
    { class: 'acts ways-on' },
    button(labels.back, back),
    button(labels.startAgain, startAgain),
  );
  void nextDrillLink(drilled, kept).then((link) => link && ways.prepend(link));
  return {
    parts: [
      element('p', { class: 'result' }, pathHead(path)),
      ...sentences.map((one) => element('p', {}, one)),
      element('p', {}, dues.length > 0 ? comesBack(dues, today) : nothingMissed),
      pathRows(path, costs()),
    ],
    after: [notesField(progress.notes ?? '', noted), ways],
  };
}

/** What a round of what has come back ends with; `given` are the answers of this round. */
export function dueEnd(
  drilled: Drilled,
  kept: KeptProgress,
  today: string,
  given: readonly Answer[],
): Ending {
  const right = given.filter((answer) => !isMissed(answer)).length;
  const result = given.length > 0 ? dueResult(right, given.length) : nothingDue;
  const dues = duesOf(drilled, kept.read(drilled.incident));
  const whole = element('a', { class: 'choice', href: location.pathname }, labels.wholeDrill);
  const ways = element('p', { class: 'acts ways-on' }, whole);
  void nextDueLink(drilled, kept, today).then((link) => link && ways.prepend(link));
  return {
    parts: [
      element('p', { class: 'result' }, result),
      ...(dues.length > 0 ? [element('p', {}, comesBack(dues, today))] : []),
      ways,
    ],
  };
}

/** The days on which something of the drill comes back. */
function duesOf({ steps }: Drilled, { answers }: Progress): string[] {
  return steps.flatMap(({ id }) => answers.get(id)?.again?.due ?? []);
}

/** How long each real step took, as the page says it. */
function costs(): Map<string, string> {
  const items = document.querySelectorAll<HTMLElement>('[data-real-path] > [data-step]');
  return new Map(
    [...items].flatMap((item) => {
      const cost = item.querySelector('.quiet')?.textContent;
      return cost ? [[item.dataset['step'] ?? '', cost]] : [];
    }),
  );
}

/** A field for what one wants to remember; `changed` is told what is in it. */
function notesField(notes: string, changed: (notes: string) => void): HTMLElement {
  const field = element('textarea', {
    id: 'notes',
    rows: '4',
    maxlength: String(longestNotes),
    dir: 'auto',
    'aria-describedby': 'notes-where',
  });
  field.value = notes;
  field.addEventListener('input', () => changed(field.value));
  return element(
    'div',
    { class: 'question own-note' },
    element('label', { for: 'notes' }, labels.notes),
    element('p', { class: 'quiet', id: 'notes-where' }, labels.notesWhere),
    field,
  );
}

/** The drills of the list after this one, and then those before it; none if they cannot be reached. */
async function otherDrills({ incident, siteHref }: Drilled): Promise<DrillTable['drills']> {
  try {
    const response = await fetch(siteHref + drillTablePath);
    const { drills }: DrillTable = await response.json();
    const at = drills.findIndex(({ id }) => id === incident);
    return [...drills.slice(at + 1), ...drills.slice(0, Math.max(0, at))];
  } catch {
    return [];
  }
}

/** The next drill that is not done. */
async function nextDrillLink(
  drilled: Drilled,
  kept: KeptProgress,
): Promise<HTMLElement | undefined> {
  const next = (await otherDrills(drilled)).find(({ id }) => kept.read(id).done === undefined);
  return next && mainLink(drilled.siteHref + drillPath(next.id), nextDrill(next.quote));
}

/** The next drill of which something has come back. */
async function nextDueLink(
  drilled: Drilled,
  kept: KeptProgress,
  today: string,
): Promise<HTMLElement | undefined> {
  const next = (await otherDrills(drilled)).find(
    ({ id, steps }) => standingOf(steps, kept.read(id), today).due > 0,
  );
  return next && mainLink(`${drilled.siteHref}${drillPath(next.id)}?due`, nextDue(next.quote));
}

function mainLink(href: string, text: string): HTMLElement {
  return element('a', { class: 'choice main', href }, text);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'second' }, text);
  made.addEventListener('click', act);
  return made;
}
