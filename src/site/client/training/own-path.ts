import { pathOf, rightOf, type Path, type Stop, type Turn } from '#derive/drills/path.ts';
import { durationText } from '#views/time-text.ts';
import { element } from '../elements.ts';
import type { PlayedChoice, PlayedStep } from './played-step.ts';
import { answerIn, type Progress } from './progress.ts';
import { positionOf } from './round.ts';
import { labels, ownTurn } from './words.ts';

/** A step of the path: its choices, and what was chosen once and is no longer offered. */
type Walked = Turn & {
  choices: Pick<PlayedChoice, 'kind' | 'isFix' | 'minutes' | 'text'>[];
};
export type OwnPath = Path<Walked>;

/** The path of the present way through a drill. */
export function ownPath(steps: readonly PlayedStep[], progress: Progress): OwnPath {
  const picks = new Map<string, number>();
  const walked = steps.map(({ id, kind, choices }): Walked => {
    const answer = answerIn(progress, id);
    if (!answer) return { id, kind, choices };
    const position = positionOf(choices, answer);
    picks.set(id, position ?? choices.length);
    if (position !== undefined) return { id, kind, choices };
    const gone = { text: answer.chose, kind: answer.kind, isFix: false };
    return { id, kind, choices: [...choices, gone] };
  });
  return pathOf({ steps: walked }, picks);
}

/** One's own turns beside the real ones; `costs` says how long each real one took, by its step. */
export function pathRows(path: OwnPath, costs: ReadonlyMap<string, string>): HTMLElement {
  const minutesOf = new Map(
    path.stops.map(({ step, right }) => [right.text, rightOf(step).minutes] as const),
  );
  const rows = path.stops.map((stop) => {
    const { step, picked, right } = stop;
    const cost = costs.get(step.id);
    const theirs = element('p', { class: 'theirs' }, who(labels.they), what(right.text));
    if (cost) theirs.append(element('span', { class: 'cost' }, cost));
    const own = element('p', { class: 'own' }, who(labels.you), what(ownText(stop)));
    const turn = picked && ownTurn(picked.kind, step.kind, durationOf(minutesOf.get(picked.text)));
    if (turn) own.append(element('span', { class: 'cost' }, turn));
    return element(
      'li',
      { 'data-turn': step.kind === 'told' ? 'told' : picked?.kind },
      own,
      theirs,
    );
  });
  const head = element(
    'p',
    { class: 'paths-head', 'aria-hidden': 'true' },
    element('span', {}, labels.you),
    element('span', {}, labels.they),
  );
  return element('div', { class: 'paths' }, head, element('ol', {}, ...rows));
}

function ownText({ step, picked, right }: Stop<Walked>): string {
  if (step.kind === 'told') return labels.notAsked;
  if (!picked) return labels.notAnswered;
  return picked === right ? labels.same : picked.text;
}

function durationOf(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : durationText(minutes);
}

function who(name: string): HTMLElement {
  return element('span', { class: 'who' }, name);
}

function what(text: string): HTMLElement {
  return element('span', { class: 'what', dir: 'auto' }, text);
}
