import { fieldNames, type Field } from '../fields.ts';
import type { Language } from '../query/language.ts';
import { tokensOf } from '../query/tokens.ts';
import type { SearchDocument } from '../document.ts';
import { textOfHtml } from './html-text.ts';

/** What a page contributes to the index. */
export interface IndexEntry {
  /** Each term with how often it stands in each field, in the order of `fieldNames`. */
  counts: Map<string, number[]>;
  /** How many terms each field has. */
  lengths: number[];
  /** Words as written in title, symptoms, errors and facts: what typing errors are corrected to. */
  headWords: Set<string>;
  /** Words as written elsewhere. */
  bodyWords: Set<string>;
  /** The terms of the title, and those of the symptoms: what synonyms are learnt from. */
  titleTerms: Set<string>;
  symptomTerms: Set<string>;
}

const heads: ReadonlySet<Field> = new Set(['title', 'symptoms', 'errors', 'facts']);

export function entryOf(document: SearchDocument, language: Language): IndexEntry {
  const entry: IndexEntry = {
    counts: new Map(),
    lengths: fieldNames.map(() => 0),
    headWords: new Set(),
    bodyWords: new Set(),
    titleTerms: new Set(),
    symptomTerms: new Set(),
  };
  const add = (field: Field, text: string) => addText(entry, field, text, language);
  add('title', document.title);
  for (const { field, text } of document.parts) add(field, text);
  add('body', textOfHtml(document.html));
  return entry;
}

function addText(entry: IndexEntry, field: Field, text: string, language: Language): void {
  const position = fieldNames.indexOf(field);
  const words = heads.has(field) ? entry.headWords : entry.bodyWords;
  for (const { term, word, kind, whole } of tokensOf(text, language)) {
    let counts = entry.counts.get(term);
    if (!counts) entry.counts.set(term, (counts = fieldNames.map(() => 0)));
    counts[position]! += 1;
    if (!whole) entry.lengths[position]! += 1;
    if (kind !== 'word') continue;
    words.add(word);
    if (field === 'title') entry.titleTerms.add(term);
    if (field === 'symptoms') entry.symptomTerms.add(term);
  }
}
