import { confidence } from '#derive/confidence.ts';
import { proof } from '#derive/proof.ts';
import type { Incident } from '#model/site.ts';
import type { Tag } from '../words.ts';
import {
  confidenceReasons,
  confidenceTags,
  knownAlone,
  mayAlsoNeed,
  provenAlone,
  settleIt,
} from './incident-words.ts';

/** What the record proves about the effective fix, and how far it can be trusted the next time. */
export interface ProofView {
  isAlone: boolean;
  /** What is known, in one plain sentence or two. */
  sentence: string;
  /** How that was shown, or how to find out. */
  how: string;
  trust: { tag: Tag; reasons: string };
}

/** Undefined without an effective fix. */
export function proofView(incident: Incident): ProofView | undefined {
  const known = proof(incident);
  const trusted = confidence(incident);
  if (known.kind === 'no_fix' || !trusted) return undefined;
  const { attempts = [], fix } = incident.fields;
  const action = attempts[known.fix]?.action ?? '';
  const trust = { tag: confidenceTags[trusted.level], reasons: confidenceReasons(trusted) };
  if (known.kind === 'proven_alone') {
    const { because } = known;
    const how = fix?.isolated_how ?? (because === 'isolated' ? '' : knownAlone);
    return { isAlone: true, sentence: provenAlone(action, because), how, trust };
  }
  const earlier = known.attempts.map((index) => ({
    step: index + 1,
    action: attempts[index]?.action ?? '',
    isLeft: attempts[index]?.afterwards === 'left_in_place',
  }));
  return {
    isAlone: false,
    sentence: mayAlsoNeed(action, earlier),
    how: settleIt(known.fix + 1, earlier.length),
    trust,
  };
}
