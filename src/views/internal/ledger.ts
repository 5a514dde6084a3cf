import { proof } from '#derive/proof.ts';
import type { Incident, Site } from '#model/site.ts';
import { timeOnDayOf, type TimeText } from '../time-text.ts';
import { aftermathTags, outcomeTags, resolutionWords, type Tag } from '../words.ts';

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

export interface ProofView {
  isAlone: boolean;
  /** What is known, in one plain sentence or two. */
  sentence: string;
  /** How that was shown, or how to find out. */
  how: string;
}

export function ledgerOf(site: Site, incident: Incident): Ledger {
  const { attempts = [], opened, resolution, status } = incident.fields;
  const shown = proofView(incident);
  return {
    attempts: attempts.map(({ action, because, run, at, by, outcome, afterwards }) => ({
      action,
      because,
      run,
      at: at ? timeOnDayOf(at, opened, site.config) : undefined,
      by,
      tags: [outcome && outcomeTags[outcome], afterwards && aftermathTags[afterwards]].filter(
        (tag) => tag !== undefined,
      ),
      isFix: outcome === 'fixed',
      proof: outcome === 'fixed' ? shown : undefined,
    })),
    ending: resolution
      ? `${resolutionWords[resolution]}.`
      : endingWithoutFix(attempts.length, status, shown !== undefined),
  };
}

function endingWithoutFix(count: number, status: string, hasFix: boolean): string | undefined {
  if (hasFix) return undefined;
  if (count === 0) return 'The record names no attempts.';
  return status === 'open' || status === 'mitigated'
    ? 'Nothing has fixed it yet.'
    : 'The record does not say which attempt fixed it.';
}

function proofView(incident: Incident): ProofView | undefined {
  const known = proof(incident);
  if (known.kind === 'no_fix') return undefined;
  const { attempts = [], fix } = incident.fields;
  const action = (index: number) => `“${attempts[index]?.action ?? ''}”`;
  if (known.kind === 'proven_alone') {
    return {
      isAlone: true,
      sentence: alone(action(known.fix), known.because),
      how: howAlone(fix?.isolated_how, known.because),
    };
  }
  const kept = known.attempts.map((index) => attempts[index]?.afterwards === 'left_in_place');
  const was = kept.every(Boolean) ? 'left in place' : 'perhaps left in place';
  const isOne = known.attempts.length === 1;
  const others = listed(known.attempts.map(action));
  return {
    isAlone: false,
    sentence: `${action(known.fix)} fixed it. ${others} before it ${isOne ? 'was' : 'were'} ${was}, so ${isOne ? 'it' : 'they'} may also be needed.`,
    how: `Not shown to work alone. To settle it: go back to the state before ${isOne ? 'that attempt' : 'those attempts'}, run step ${known.fix + 1} only, and record how in isolated_how.`,
  };
}

function alone(action: string, because: 'isolated' | 'nothing_left' | 'first_attempt'): string {
  if (because === 'first_attempt') return `${action} fixed it, and nothing was changed before.`;
  if (because === 'nothing_left') {
    return `${action} fixed it, and nothing that was tried before was still in place.`;
  }
  return `${action} fixed it, and was shown to work without the earlier attempts.`;
}

function howAlone(how: string | undefined, because: string): string {
  if (how) return how;
  return because === 'isolated' ? '' : 'So it is known to work alone.';
}

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
