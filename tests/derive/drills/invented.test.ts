import { beforeAll, describe, expect, it } from 'vitest';
import { drills } from '#derive/drills/index.ts';
import type { Quoted, Words } from '#derive/drills/drill.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { drillTemplates, drillText } from '#views/internal/drill-words.ts';
import { drillsOfAllSeeds, sampleSite, sentencesOf } from './sample.ts';

let site: Site;
let sentences: Words[];
beforeAll(async () => {
  site = await sampleSite();
  sentences = drillsOfAllSeeds(site).flatMap(sentencesOf);
});

/** What a field of a record says: "attempts[2].because", "environment.old host". */
function valueAt({ incident, field }: Pick<Quoted, 'incident' | 'field'>): unknown {
  const [, first = '', rest = ''] = /^([a-z_]+)(.*)$/s.exec(field) ?? [];
  const fields = incidentsById(site).get(incident)?.fields as Record<string, unknown> | undefined;
  const value = fields?.[first];
  const [, index, , key] = /^(?:\[(\d+)\])?(\.(.*))?$/s.exec(rest) ?? [];
  const item = index === undefined ? value : (value as unknown[] | undefined)?.[Number(index)];
  return key === undefined ? item : (item as Record<string, unknown> | undefined)?.[key];
}

describe('a drill invents nothing', () => {
  it('quotes what stands in the field that it cites, or says a template', () => {
    expect(sentences.length).toBeGreaterThan(10_000);
    const strange = sentences.filter((words) => {
      if ('template' in words) return !(words.template in drillTemplates);
      // Of a choice the customer's name is left out: what is around it stands in the record.
      const said = String(valueAt(words));
      const parts = words.field.endsWith('.action')
        ? words.text.split(/the customer/i)
        : [words.text];
      const places = parts.map((part) => said.indexOf(part));
      return places.some((at, index) => at < (places[index - 1] ?? 0));
    });
    expect(strange).toEqual([]);
  });

  it('speaks in templates only of fields that the record has', () => {
    const missing = sentences.filter(
      (words) =>
        'template' in words &&
        words.about !== undefined &&
        words.template !== 'not_asked' &&
        !words.template.endsWith('_missing') &&
        valueAt(words.about) === undefined,
    );
    expect(missing).toEqual([]);
  });

  it('has no number in a sentence of a template but those it was given', () => {
    for (const words of sentences) {
      if (!('template' in words)) continue;
      const numbers = drillText(words).match(/\d+/g) ?? [];
      expect(words.numbers.map(String)).toEqual(expect.arrayContaining(numbers));
    }
  });

  it('is the same for the same seed, and other for another', () => {
    expect(drills(site, 'a')).toEqual(drills(site, 'a'));
    expect(drills(site, 'a')).not.toEqual(drills(site, 'b'));
  });

  it('tells of the cause, the title and what the proof is nothing before they are asked for', () => {
    for (const drill of drills(site, 'a')) {
      const steps = drill.steps.filter(({ kind }) => kind !== 'proof');
      const before = [drill.opening, ...steps.map(({ known }) => known)].flat();
      const fields = before.flatMap(({ words }) => ('field' in words ? [words.field] : []));
      expect(fields.filter((field) => /^(title|cause|fix|attempts|unlike)/.test(field))).toEqual(
        [],
      );
    }
  });
});
