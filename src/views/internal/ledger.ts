import type { Incident, Site } from '#model/site.ts';
import type { Aftermath, Outcome } from '#schema/incident.ts';
import { timeOnDayOf, type TimeText } from '../time-text.ts';
import { aftermathTags, outcomeTags, resolutionWords, type Tag } from '../words.ts';
import { withoutFix } from './incident-words.ts';
import { proofView, type ProofView } from './proof.ts';

/** Every attempt in order, and what the record proves about the one that fixed it. */
export interface Ledger {
  attempts: AttemptView[];
  /** In place of an effective fix: how it ended, or that it has not. */
  ending?: string;
}

export interface AttemptView {
  action: string;
  because?: string;
  run?: string;
  at?: TimeText;
  by?: string;
  tags: Tag[];
  isFix: boolean;
  proof?: ProofView;
}

export function ledgerOf(site: Site, incident: Incident): Ledger {
  const { attempts = [], opened, resolution, status } = incident.fields;
  const shown = proofView(incident);
  const first = attempts.findIndex(({ outcome }) => outcome === 'fixed');
  return {
    attempts: attempts.map(({ action, because, run, at, by, outcome, afterwards }, index) => ({
      action,
      because,
      run,
      at: at ? timeOnDayOf(at, opened, site.config) : undefined,
      by,
      tags: tagsOf(outcome, afterwards),
      isFix: outcome === 'fixed',
      proof: index === first ? shown : undefined,
    })),
    ending: resolution
      ? `${resolutionWords[resolution]}.`
      : endingWithoutFix(attempts.length, status, shown !== undefined),
  };
}

/** A fix is meant to stay in place: that needs nobody's attention. */
function tagsOf(outcome?: Outcome, afterwards?: Aftermath): Tag[] {
  const isKept = outcome === 'fixed' && afterwards === 'left_in_place';
  return [
    ...(outcome ? [outcomeTags[outcome]] : []),
    ...(afterwards
      ? [{ ...aftermathTags[afterwards], ...(isKept && { tone: 'none' as const }) }]
      : []),
  ];
}

function endingWithoutFix(count: number, status: string, hasFix: boolean): string | undefined {
  if (hasFix) return undefined;
  if (count === 0) return withoutFix.noAttempts;
  return status === 'open' || status === 'mitigated' ? withoutFix.notYet : withoutFix.notTold;
}
