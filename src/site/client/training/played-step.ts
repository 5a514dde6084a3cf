import type { Choice } from '#derive/drills/drill.ts';
import type { Turn } from '#derive/drills/path.ts';

/** A step of a drill as it stands on its page. */
export interface PlayedStep extends Turn {
  section: HTMLElement;
  choices: PlayedChoice[];
  /** What has become known since the step before. */
  known?: HTMLElement;
  /** The clue where it has to be asked for. */
  hint?: HTMLDetailsElement;
}

export interface PlayedChoice {
  text: string;
  kind: Choice['kind'];
  isFix: boolean;
  minutes?: number;
  item: HTMLElement;
  words: HTMLElement;
  answer: HTMLDetailsElement;
}

/** The steps of a drill's page, in order. */
export function playedSteps(article: HTMLElement): PlayedStep[] {
  return [...article.querySelectorAll<HTMLElement>('[data-step][data-kind]')].map((section) => {
    const known = section.querySelector<HTMLElement>('[data-known]');
    const hint = section.querySelector<HTMLDetailsElement>('details[data-clue]');
    const items = section.querySelectorAll<HTMLElement>('[data-choice]');
    return {
      section,
      id: section.dataset['step'] ?? '',
      kind: section.dataset['kind'] as PlayedStep['kind'], // as the page was made
      choices: [...items].map(playedChoice),
      ...(known && { known }),
      ...(hint && { hint }),
    };
  });
}

/** What came of it, as the answer says it: its last sentences of ours. */
export function outcomeOf({ answer }: PlayedChoice): string {
  const told = [...answer.querySelectorAll('[data-answer] > p:not(.sources)')];
  return told.at(-1)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

function playedChoice(item: HTMLElement): PlayedChoice {
  const { choice, minutes, fix } = item.dataset;
  const words = item.querySelector<HTMLElement>('[data-words]')!;
  return {
    text: words.textContent?.trim() ?? '',
    kind: choice as Choice['kind'], // as the page was made
    isFix: fix !== undefined,
    ...(minutes !== undefined && { minutes: Number(minutes) }),
    item,
    words,
    answer: item.querySelector('details')!,
  };
}
