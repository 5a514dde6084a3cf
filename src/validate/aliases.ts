import type { Article, Incident } from '#model/site.ts';
import { reservedNames } from '#parse/inventory.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** A former id leads to one record: it is no record's id, and no other record's alias. */
export const aliases: Rule = function* (context) {
  for (const kind of ['incident', 'article'] as const) yield* ofKind(context, kind);
};

function* ofKind({ site, ids }: Context, kind: 'incident' | 'article'): ReturnType<Rule> {
  const owners = new Map<string, Incident | Article>();
  const records = kind === 'incident' ? site.incidents : site.articles;
  for (const record of [...records].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const [index, alias] of (record.fields.aliases ?? []).entries()) {
      const other = owners.get(alias);
      if (!other) owners.set(alias, record);
      const why = reservedNames.has(alias)
        ? 'The alias is a reserved name; no record ever had it.'
        : alias === record.id
          ? 'The alias is the id of the record itself.'
          : ids[kind].has(alias)
            ? `The alias is the id of another ${kind}.`
            : other &&
              `The alias is already one of ${other === record ? 'this' : 'another'} ${kind}.`;
      if (why) yield taken({ record, index, why, other });
    }
  }
}

function taken({ record, index, why, other }: Taken): Finding {
  return {
    code: 'alias-taken',
    record,
    at: ['aliases', index],
    message: why,
    hint: 'A former id can redirect to one page only: remove it here or there.',
    ...(other && other !== record && { related: firstUse(other, record, index) }),
  };
}

function firstUse(other: Incident | Article, record: Incident | Article, index: number) {
  const alias = record.fields.aliases?.[index] ?? '';
  const at = ['aliases', other.fields.aliases?.indexOf(alias) ?? 0];
  return { record: other, at, message: 'It is used here first.' };
}

interface Taken {
  record: Incident | Article;
  index: number;
  why: string;
  other: Incident | Article | undefined;
}
