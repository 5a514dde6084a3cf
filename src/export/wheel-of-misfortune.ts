import type { Drill, Fact, Words } from '#derive/drills/drill.ts';
import { difficultyWords, drillText, factLabels } from '#views/internal/drill-words.ts';

/** One scenario of the Wheel of Misfortune: its own field names. */
export interface Scenario {
  ID: string;
  title: string;
  /** HTML: the wheel puts it into its page as it stands. */
  scenario: string;
}

/**
 * Drills as the list of scenarios that the Wheel of Misfortune reads (`incidents/general_incidents.json` of
 * github.com/dastergon/wheel-of-misfortune): an `ID`, a `title` for the slice, and the `scenario`.
 *
 * The wheel shows the scenario as HTML, so what records say is escaped. The slice has the name of the
 * drill in the customer's words, cut to 40 characters, since the title of a record often tells the answer.
 * What really happened stays with the one who leads the group, in `fixlore drill INCIDENT`.
 */
export function wheelOfMisfortune(drills: readonly Drill[]): Scenario[] {
  return drills.map((drill, at) => ({
    ID: String(at + 1),
    title: html(slice(drill)),
    scenario: scenarioOf(drill),
  }));
}

function slice({ opening }: Drill): string {
  const [first] = opening;
  const text = first ? drillText(first.words).replaceAll(/\s+/g, ' ') : '';
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}

function scenarioOf({ incident, difficulty, opening, steps }: Drill): string {
  const known = steps.find(({ kind }) => kind === 'decision' || kind === 'told')?.known ?? [];
  return [
    ...opening.map(({ words }) => `<p>“${text(words)}”</p>`),
    ...(known.length > 0 ? [`<ul>${known.map(item).join('')}</ul>`] : []),
    `<p>${html(`${incident}, ${difficultyWords[difficulty.level]}`)}</p>`,
  ].join('\n');
}

function item({ label, words }: Fact): string {
  return `<li>${html(factLabels[label])}: ${text(words)}</li>`;
}

function text(words: Words): string {
  return html(drillText(words).trim());
}

function html(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
