import { confidence, type ConfidenceReason } from '#derive/confidence.ts';
import type { Incident } from '#model/site.ts';

const levels = { high: 'High', medium: 'Medium', low: 'Low' };

const reasons: Record<ConfidenceReason, string> = {
  failed_again: 'it failed when the problem was seen again',
  worked_again: 'it worked when the problem was seen again',
  proven_alone: 'known to work alone',
  may_need_more: 'earlier attempts may also be needed',
  verified_outside: 'confirmed from outside',
  verified_by_staff: 'confirmed by staff only',
  not_verified: 'nobody confirmed it',
};

/** "High: it worked when the problem was seen again, known to work alone"; undefined without a fix. */
export function confidenceText(incident: Incident): string | undefined {
  const known = confidence(incident);
  return known && `${levels[known.level]}: ${known.reasons.map((one) => reasons[one]).join(', ')}`;
}
