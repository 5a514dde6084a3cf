import { hash } from 'node:crypto';
import { sorted, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { codeDigest } from '#io/code-digest.ts';
import { readFindings, writeFindings, type Findings } from '#io/findings-file.ts';
import { openSearcher } from '#io/search-reader.ts';
import type { Site } from '#model/site.ts';
import type { Audience } from '#schema/article.ts';
import type { Searcher } from '#search/query/searcher.ts';
import { diagnosticOf } from '#validate/rule.ts';
import { touchedBy } from './asked-again.ts';
import { phrasesOf, type Phrase } from './phrases.ts';
import { askFor, unfindable } from './unfindable.ts';

export interface FindabilityOptions {
  /** Where the built site is; its index is asked. */
  siteFolder: string;
  /** Where is kept what was found, so that after a change only what it touches is asked again. */
  memory: string;
  /** Ask everything, whatever was kept. */
  force: boolean;
  progress: (done: number, total: number) => void;
}

/** More changed pages than this are as good as all. */
const mostChanged = 200;
const rememberedPages = 20_000;

/** Asks the finished index of a site for every phrase, and tells of those that do not find their record. */
export async function findability(
  site: Site,
  audience: Audience,
  { siteFolder, memory, force, progress }: FindabilityOptions,
): Promise<Diagnostic[]> {
  const phrases = phrasesOf(site, audience);
  if (phrases.length === 0) return [];
  const searcher = await openSearcher(siteFolder, rememberedPages);
  const key = hash('sha1', codeDigest() + JSON.stringify(site.config.search ?? {}));
  const known = force ? undefined : readFindings(memory, key);
  const pages = await searcher.pageNames();
  const isOpen = known ? await openAgain(searcher, pages, known) : () => true;

  const missed: Findings['missed'] = {};
  for (const [done, phrase] of phrases.entries()) {
    if (done % 100 === 0) progress(done, phrases.length);
    const name = nameOf(phrase);
    const instead = isOpen(phrase) ? await askFor(phrase, searcher) : known?.missed[name];
    if (instead) missed[name] = instead;
  }
  writeFindings(memory, { key, pages, missed });
  const found = phrases.flatMap((phrase) => {
    const instead = missed[nameOf(phrase)];
    return instead ? [diagnosticOf(unfindable(phrase, instead))] : [];
  });
  return sorted(found);
}

/**
 * Which phrases have to be asked again: those that a changed page touches, and those that were missed because
 * of a page that is not there any more, or says something else now.
 */
async function openAgain(
  searcher: Searcher,
  pages: readonly string[],
  known: Findings,
): Promise<(phrase: Phrase) => boolean> {
  const before = new Set(known.pages);
  const changed = pages.filter((name) => !before.has(name));
  if (changed.length > mostChanged) return () => true;
  const stored = await Promise.all(changed.map((name) => searcher.storedPage(name)));
  const isTouched = touchedBy(stored, searcher.language);
  const present = new Set(pages);
  return (phrase) =>
    isTouched(phrase) ||
    Boolean(known.missed[nameOf(phrase)]?.some(({ page }) => !present.has(page)));
}

function nameOf({ source, at, text }: Phrase): string {
  return [source.file, ...at, text].join('\0');
}
