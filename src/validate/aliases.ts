import { reservedNames } from '#parse/inventory.ts';
import type { Context, Rule } from './rule.ts';

/** A former id leads to one record: it is no record's id, and no other record's alias. */
export const aliases: Rule = function* (context) {
  for (const kind of ['incident', 'article'] as const) yield* ofKind(context, kind);
};

function* ofKind({ site, ids }: Context, kind: 'incident' | 'article'): ReturnType<Rule> {
  const owner = new Map<string, string>();
  const records = kind === 'incident' ? site.incidents : site.articles;
  for (const record of [...records].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const [index, alias] of (record.fields.aliases ?? []).entries()) {
      const isTaken = ids[kind].has(alias) || owner.has(alias) || reservedNames.has(alias);
      owner.set(alias, owner.get(alias) ?? record.file);
      if (!isTaken) continue;
      yield {
        code: 'alias-taken',
        record,
        at: ['aliases', index],
        message: `The alias is already the id or the alias of another ${kind}, or is reserved.`,
        hint: 'A former id can redirect to one place only: remove it from one of the two.',
      };
    }
  }
}
