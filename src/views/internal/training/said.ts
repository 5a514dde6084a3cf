import type { Fact, FactLabel, Words } from '#derive/drills/drill.ts';
import { drillText, factLabels } from '../drill-words.ts';

/** Facts of one kind that follow each other: "Message", and each message. */
export interface FactGroup {
  label: string;
  /** Messages are set as they were typed; of the environment each text has its key. */
  isCode: boolean;
  texts: string[];
}

/** A sentence of ours, and what a record says after it. */
export interface Saying {
  told?: string;
  quoted?: string;
  /** What was typed, with its lines. */
  typed?: string;
}

export function factGroups(facts: readonly Fact[]): FactGroup[] {
  const groups: (FactGroup & { kind: FactLabel })[] = [];
  for (const { label, words } of facts) {
    const last = groups.at(-1);
    const text = drillText(words).trim();
    if (last?.kind === label) last.texts.push(text);
    else {
      groups.push({
        kind: label,
        label: factLabels[label],
        isCode: label === 'error',
        texts: [text],
      });
    }
  }
  return groups.map(({ label, isCode, texts }) => ({ label, isCode, texts }));
}

/** Sentences of templates follow each other; what a record says stands beside what announces it. */
export function sayings(words: readonly Words[]): Saying[] {
  const found: Saying[] = [];
  for (const one of words) {
    const text = drillText(one).trim();
    const last = found.at(-1);
    const isOpen =
      last?.told !== undefined && last.quoted === undefined && last.typed === undefined;
    if ('template' in one) {
      if (isOpen && !last.told?.endsWith(':')) last.told = `${last.told} ${text}`;
      else found.push({ told: text });
    } else {
      const said = one.field.endsWith('.run') ? { typed: text } : { quoted: text };
      if (isOpen && last.told?.endsWith(':')) Object.assign(last, said);
      else found.push(said);
    }
  }
  return found;
}

/** A record, and the fields of it that something was taken from. */
export interface Source {
  incident: string;
  fields: string;
}

/** Where sentences come from: "attempts[2]: action, because". Each record once, in order. */
export function sourcesOf(words: readonly Words[]): Source[] {
  const records = new Map<string, Map<string, Set<string>>>();
  for (const one of words) {
    const about = 'template' in one ? one.about : one;
    if (!about) continue;
    const parts = records.get(about.incident) ?? new Map<string, Set<string>>();
    const [part, field] = partsOf(about.field);
    parts.set(part, new Set([...(parts.get(part) ?? []), field]));
    records.set(about.incident, parts);
  }
  return [...records].map(([incident, parts]) => ({ incident, fields: fieldsText(parts) }));
}

function fieldsText(parts: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...parts]
    .map(([part, fields]) => {
      const inner = [...fields].filter((field) => field !== '');
      return inner.length > 0 ? `${part}: ${inner.join(', ')}` : part;
    })
    .join('; ');
}

/** "attempts[2].because" is a field of "attempts[2]"; what holds no other field stands for itself. */
function partsOf(field: string): [part: string, field: string] {
  const [, part = field, inner = ''] = /^(\w+\[\d+\])\.(\w+)$/.exec(field) ?? [];
  return [part, inner];
}
