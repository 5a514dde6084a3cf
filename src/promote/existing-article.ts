import { proof } from '#derive/proof.ts';
import { sourceDigest } from '#derive/source-digest.ts';
import { changesIn } from '#derive/staleness.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { articleDraft, cleaner, takenOver } from './draft.ts';
import { withFields } from './edited-record.ts';
import { leftOut } from './left-out.ts';
import { notesOn, removedNote } from './notes.ts';
import type { Promotion } from './promotion.ts';
import { storyOf } from './source-story.ts';

/** The draft in the place of an article's text. What its author decided beyond the text stays. */
export function rewritten(article: Article, incidents: readonly Incident[], site: Site): Promotion {
  const { file, fields } = article;
  const all = withSources(article, incidents, site);
  const draft = articleDraft(site, {
    incidents: all,
    audience: fields.audience,
    file,
    former: article,
  });
  return {
    kind: 'rewritten',
    file,
    text: draft.text,
    added: addedTo(article, incidents),
    changes: changesIn(site, article),
    leftOut: all.flatMap((one) => leftOut(one, draft.story, fields.audience === 'public')),
    notes: [
      ...(isPublic(article)
        ? ['It was published and is a draft again: its page is gone until you publish it.']
        : []),
      ...notesOn(draft),
    ],
  };
}

/** Sources and digest of an article brought up to date; undefined if they are. */
export function refreshed(
  article: Article,
  incidents: readonly Incident[],
  { site, text: former }: { site: Site; text: string },
): Promotion | undefined {
  const { file, fields } = article;
  const all = withSources(article, incidents, site);
  const added = addedTo(article, incidents);
  const digest = sourceDigest(all);
  if (added.length === 0 && digest === fields.source_digest) return undefined;
  const fresh = incidents.filter(({ id }) => added.includes(id));
  const { cleaned, removed } = cleaner(site, all, fields.audience);
  const taken = takenOver(fresh, cleaned);
  const more = (have: readonly string[] = [], found: readonly string[] = []) => {
    const known = new Set(have.map((one) => one.toLowerCase()));
    return found.filter((one) => !known.has(one.toLowerCase()));
  };
  const symptoms = more(fields.symptoms, taken.symptoms);
  const errors = more(fields.errors, taken.errors);
  // A source whose record is broken today stays a source.
  const sources = [...new Set([...(fields.sources ?? []), ...all.map(({ id }) => id)])];
  const text = withFields(
    former,
    {
      sources,
      source_digest: digest,
      ...(symptoms.length > 0 && { symptoms: [...(fields.symptoms ?? []), ...symptoms] }),
      ...(errors.length > 0 && { errors: [...(fields.errors ?? []), ...errors] }),
    },
    'product',
  );
  const count = symptoms.length + errors.length;
  const isOpen = isPublic(article);
  return {
    kind: 'refreshed',
    file,
    text,
    added,
    changes: changesIn(site, article),
    leftOut: fresh.flatMap((one) => leftOut(one, storyOf(fresh), fields.audience === 'public')),
    notes: [
      ...(count > 0
        ? [
            `${count} ${count === 1 ? 'line was' : 'lines were'} added to \`symptoms\` and \`errors\`${isOpen ? '; the article is published, so read them before you commit' : ''}.`,
          ]
        : []),
      ...removedNote([...removed]),
      ...mayNeedNote(fresh),
      'The text of the article is as it was: see whether its steps still hold.',
    ],
  };
}

/** The text stays, so what a new source says of earlier attempts is told here, and not dropped. */
function mayNeedNote(fresh: readonly Incident[]): string[] {
  return fresh.flatMap((incident) => {
    const known = proof(incident);
    if (known.kind !== 'may_also_need') return [];
    const numbers = known.attempts.map((index) => index + 1).join(', ');
    return [
      `The fix of ${incident.id} was not proven alone: attempts that may be needed as well: ${numbers}. Say so in the steps if they are.`,
    ];
  });
}

function withSources({ fields }: Article, incidents: readonly Incident[], site: Site): Incident[] {
  const former = (fields.sources ?? []).flatMap(
    (id) => site.incidents.find((one) => one.id === id) ?? [],
  );
  return [...new Set([...former, ...incidents])];
}

function addedTo({ fields }: Article, incidents: readonly Incident[]): string[] {
  return incidents.map(({ id }) => id).filter((id) => !fields.sources?.includes(id));
}
