import type { Incident } from '#model/site.ts';
import { gapsOf } from './required-by-status.ts';
import { none as withoutFix } from './effective-fix.ts';
import type { Rule } from './rule.ts';

/** What an imported incident lacks that one written here would have, told once for the record. */
export const importedIncomplete: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    const holes = holesOf(incident);
    if (holes.length === 0) continue;
    yield {
      code: 'imported-incomplete',
      record: incident,
      at: ['imported'],
      part: 'key',
      message: `The imported record has ${holes.length === 1 ? 'a hole' : `${holes.length} holes`}: ${holes.join(', ')}.`,
      hint: 'It builds as it is. Fill in what is still known; then drills and reports can use it.',
    };
  }
};

/** What an imported incident lacks, in words: "`cause`", "the effective fix". None for others. */
export function holesOf(incident: Incident): string[] {
  const { imported, status } = incident.fields;
  if (!imported) return [];
  const isOver = status === 'resolved' || status === 'archived';
  return [...gapsOf(incident), ...(isOver ? withoutFix(incident) : [])].map(nameOf);
}

function nameOf({ code, message }: { code: string; message: string }): string {
  const field = /^The field (`\w+`)/.exec(message)?.[1];
  if (field) return field;
  if (code === 'attempt-incomplete') return 'an attempt without outcome or aftermath';
  return code === 'no-effective-fix' ? 'the effective fix' : 'what mitigated it';
}
