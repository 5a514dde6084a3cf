import type { Commitment } from '#derive/commitments.ts';
import type { Incident } from '#model/site.ts';

/** What a commitment is about, as its record says. */
export interface CommitmentFacts {
  /** What was promised or put off; a hand-off says only to whom. */
  what?: string;
  /** To whom it was promised or handed over, or who does it. */
  who?: string;
  /** The reference of whoever has it. */
  ref?: string;
}

export function commitmentFacts({ fields }: Incident, { kind, item }: Commitment): CommitmentFacts {
  if (kind === 'promise') {
    const promise = fields.promises?.[item];
    return { what: promise?.what, who: promise?.to };
  }
  if (kind === 'handoff') {
    const handoff = fields.handoffs?.[item];
    return { who: handoff?.to, ref: handoff?.ref };
  }
  const followUp = fields.follow_ups?.[item];
  return { what: followUp?.what, who: followUp?.owner };
}
