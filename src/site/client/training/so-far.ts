import { rightOf } from '#derive/drills/path.ts';
import { element } from '../elements.ts';
import { outcomeOf, type PlayedStep } from './played-step.ts';
import { labels, quoted } from './words.ts';

/** Everything that was known before a step, folded: what they said, what was found out, what was done. */
export function soFar(
  opening: HTMLElement | null,
  before: readonly PlayedStep[],
): HTMLDetailsElement {
  const known = before.flatMap((step) => (step.known ? [...step.known.children] : []));
  const facts = element('dl', { class: 'known' });
  facts.append(
    ...(opening ? said(opening) : []),
    ...known.flatMap(({ children }) => [...children].map((one) => one.cloneNode(true))),
  );
  const done = before.filter(({ kind }) => kind === 'decision' || kind === 'told');
  return element(
    'details',
    { class: 'so-far' },
    element('summary', {}, labels.soFar),
    facts,
    ...(done.length > 0 ? doneSoFar(done) : []),
  );
}

function said(opening: HTMLElement): HTMLElement[] {
  const quotes = [...opening.querySelectorAll('.said')].map((one) =>
    element('dd', { dir: 'auto' }, quoted(one.textContent?.trim() ?? '')),
  );
  return [element('dt', {}, labels.said), ...quotes];
}

function doneSoFar(done: readonly PlayedStep[]): HTMLElement[] {
  const items = done.map((step) => {
    const right = rightOf(step);
    return element(
      'li',
      {},
      element('span', { dir: 'auto' }, right.text),
      element('span', { class: 'came-of-it' }, outcomeOf(right)),
    );
  });
  return [element('p', { class: 'quiet' }, labels.doneSoFar), element('ol', {}, ...items)];
}
