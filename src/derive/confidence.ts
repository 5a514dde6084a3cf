import type { Incident } from '#model/site.ts';
import { proof } from './proof.ts';

/** How far the fix of an incident can be trusted the next time, and why. */
export interface Confidence {
  level: 'high' | 'medium' | 'low';
  reasons: ConfidenceReason[];
}

export type ConfidenceReason =
  | 'failed_again'
  | 'worked_again'
  | 'proven_alone'
  | 'may_need_more'
  | 'verified_outside'
  | 'verified_by_staff'
  | 'not_verified';

/**
 * Undefined without an effective fix. Otherwise:
 *
 * - `low` if the fix did not work at least once when the problem was seen again;
 * - `high` if it worked again at least once, or if it is both proven alone and confirmed by the customer
 *   or by monitoring;
 * - `medium` in all other cases.
 *
 * `seen_again` without `fix_worked` says nothing. The reasons are all that apply, in the order of
 * `ConfidenceReason`.
 */
export function confidence({ fields }: Pick<Incident, 'fields'>): Confidence | undefined {
  const known = proof({ fields });
  if (known.kind === 'no_fix') return undefined;
  const again = (fields.seen_again ?? []).map(({ fix_worked }) => fix_worked);
  const verified = fields.fix?.verified_by;
  const isOutside = verified === 'customer' || verified === 'monitoring';
  const isAlone = known.kind === 'proven_alone';
  const reasons: (ConfidenceReason | false)[] = [
    again.includes(false) && 'failed_again',
    again.includes(true) && 'worked_again',
    isAlone ? 'proven_alone' : 'may_need_more',
    isOutside ? 'verified_outside' : verified === 'staff' ? 'verified_by_staff' : 'not_verified',
  ];
  const isHigh = again.includes(true) || (isAlone && isOutside);
  return {
    level: again.includes(false) ? 'low' : isHigh ? 'high' : 'medium',
    reasons: reasons.filter((reason) => reason !== false),
  };
}
