import { incidentsById } from '#model/by-id.ts';
import { lookAlikes } from '#derive/look-alikes.ts';
import type { Rule } from './rule.ts';

/** Incidents that look the same and are not say how to tell them apart. Told at the later one. */
export const toldApart: Rule = function* ({ site, isWhole }) {
  if (!isWhole) return; // both of a pair have to be there, and how rare a word is takes all
  const byId = incidentsById(site);
  for (const { incidents, isToldApart } of lookAlikes(site)) {
    const [later, earlier] = incidents.map((id) => byId.get(id));
    if (isToldApart || !later || !earlier) continue;
    yield {
      code: 'look-alike-not-told-apart',
      record: later,
      at: ['symptoms'],
      part: 'key',
      message: 'The symptoms match those of another incident that was fixed differently.',
      hint: `Say under \`unlike\` how to tell it from ${earlier.id}, or write \`duplicate_of\` if it is the same.`,
      related: { record: earlier, at: ['symptoms'], message: 'The other one.' },
    };
  }
};
