import type { SourceChange } from '#derive/source-digest.ts';
import { printable } from '#diagnostics/printable.ts';
import type { KnownArticle, Promotion, Refusal } from '#promote/promotion.ts';
import type { Paint } from './paint.ts';

/** Why nothing was promoted, a paragraph for each reason. */
export function refusalText(refusals: readonly Refusal[], paint: Paint): string {
  return refusals
    .map(({ incident, why, hint }) => {
      const what = incident === undefined ? '' : `${paint.bold(printable(incident))}: `;
      return `${what}${printable(why)}\n  → ${printable(hint)}\n`;
    })
    .join('');
}

/** Articles that take the incidents into account already. */
export function knownText(articles: readonly KnownArticle[], paint: Paint): string {
  return articles
    .map(({ id, file, changes }) => {
      if (changes?.length === 0) return `${paint.bold(file)} is up to date with its sources.\n`;
      return `${paint.bold(file)} was made from it.\n${changesText(changes)}  → --into ${id} takes note of that, --to SLUG makes another article. Nothing was written.\n`;
    })
    .join('');
}

/** What was written, what changed in the sources, what was left out, and what is to be done. */
export function promotionText(promotion: Promotion, isDryRun: boolean, paint: Paint): string {
  const { file, kind, added, changes, notes, text } = promotion;
  const verb = isDryRun ? would[kind] : did[kind];
  const blocks = [
    `${verb} ${paint.bold(file)}\n`,
    kind === 'new' ? '' : `${addedText(added)}${changesText(changes)}`,
    leftOutText(promotion, paint),
    notes.map((note) => `  • ${note}\n`).join(''),
    kind === 'refreshed' ? '' : nextText(text),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

const did = { new: 'Wrote', refreshed: 'Brought up to date:', rewritten: 'Rewrote' };
const would = {
  new: 'Would write',
  refreshed: 'Would bring up to date:',
  rewritten: 'Would rewrite',
};

function addedText(added: readonly string[]): string {
  return added.map((id) => `  new source: ${id}\n`).join('');
}

function changesText(changes: readonly SourceChange[] | undefined): string {
  if (!changes)
    return '  What changed in its sources since is not known: it has no digest of them.\n';
  return changes
    .map(({ incident, fields }) =>
      fields.length > 0
        ? `  changed in ${incident}: ${fields.join(', ')}\n`
        : `  ${incident} was not among the sources when they were last read\n`,
    )
    .join('');
}

function leftOutText({ leftOut }: Promotion, paint: Paint): string {
  const byIncident = Map.groupBy(leftOut, ({ incident }) => incident);
  return [...byIncident]
    .map(([incident, left]) => {
      const shown = left.map(({ what, why }) => ({ what: printable(what), why }));
      const width = Math.max(
        ...shown.map(({ what }) => what.length).filter((one) => one <= widest),
      );
      const lines = shown.map(({ what, why }) =>
        what.length > widest
          ? `  ${what}\n  ${' '.repeat(Math.max(width, 0))}  ${paint.dim(why)}\n`
          : `  ${what.padEnd(width)}  ${paint.dim(why)}\n`,
      );
      return `Left out of ${printable(incident)}:\n${lines.join('')}`;
    })
    .join('\n');
}

/** Behind longer names the reason stands on a line of its own. */
const widest = 48;

function nextText(text: string): string {
  const places = text.match(/\bTODO:/g)?.length ?? 0;
  const count = places === 1 ? '1 place says' : `${places} places say`;
  const fill = places > 0 ? `${count} TODO: fill them. ` : '';
  return `${fill}Read it as its readers will, then set "state: published".\n`;
}
