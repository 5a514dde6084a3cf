import { rightOf } from '#derive/drills/path.ts';
import { element } from '../elements.ts';
import type { PlayedChoice, PlayedStep } from './played-step.ts';
import type { Answer } from './progress.ts';
import { positionOf } from './round.ts';
import { goneChoice, marks } from './words.ts';

/* A step on its page: as a question to be answered, or answered. What is away is away on the screen only. */

/** Puts a button in the place of each choice; the words stay for the printer. */
export function prepare(step: PlayedStep, choose: (position: number) => void): void {
  step.section.tabIndex = -1;
  step.hint?.querySelector('summary')?.setAttribute('aria-keyshortcuts', 'h');
  for (const [position, { item, text }] of step.choices.entries()) {
    const letter = String.fromCharCode(97 + position);
    const button = element(
      'button',
      { type: 'button', class: 'choose', 'aria-keyshortcuts': `${letter} ${position + 1}` },
      element('span', { class: 'letter', 'aria-hidden': 'true' }, letter),
      element('span', {}, text),
    );
    button.addEventListener('click', () => choose(position));
    item.prepend(button);
  }
  ask(step);
}

export function ask(step: PlayedStep): void {
  step.section.removeAttribute('data-answered');
  step.section.querySelector('[data-gone]')?.remove();
  for (const { item, answer, words } of step.choices) {
    item.removeAttribute('data-picked');
    item.querySelector('.mark')?.remove();
    item.querySelector('button')!.hidden = false;
    setAway(words, true);
    setAway(answer, true);
    answer.open = false;
  }
}

/** Marks what was chosen and what is right, and explains both; what others would have led to can be unfolded. */
export function reveal(step: PlayedStep, answer: Answer | undefined): void {
  const right = rightOf(step);
  const picked = answer && step.choices[positionOf(step.choices, answer) ?? -1];
  ask(step);
  step.section.setAttribute('data-answered', '');
  for (const choice of step.choices) show(step, choice, { picked, right });
  if (!answer || picked) return;
  const gone = element('p', { class: 'quiet', 'data-gone': '' }, goneChoice(answer.chose));
  step.section.querySelector('[data-choices]')!.before(gone);
}

interface Marked {
  picked: PlayedChoice | undefined;
  right: PlayedChoice;
}

function show({ kind }: PlayedStep, choice: PlayedChoice, { picked, right }: Marked): void {
  const { item, answer, words } = choice;
  const isTold = choice === picked || choice === right;
  item.querySelector('button')!.hidden = true;
  setAway(words, false);
  setAway(answer, false);
  answer.open = isTold;
  const said = [
    ...(choice === picked ? [marks.own] : []),
    ...(choice === right && kind !== 'told' ? [rightMarks[kind]] : []),
  ];
  if (said.length > 0) words.after(element('p', { class: 'mark' }, said.join(' · ')));
  if (isTold) item.setAttribute('data-picked', choice === right ? 'right' : choice.kind);
}

const rightMarks = { decision: marks.done, intake: marks.asked, proof: marks.shown };

export function setAway(one: Element, isAway: boolean): void {
  one.toggleAttribute('data-away', isAway);
}
