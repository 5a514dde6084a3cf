import type { Incident } from '#model/site.ts';
import type { Audience } from '#schema/article.ts';
import type { Refusal } from './promotion.ts';

/** Why an incident cannot become an article for this audience; undefined if it can. */
export function unfit({ id, fields }: Incident, audience: Audience): Refusal | undefined {
  const { status, duplicate_of, attempts = [], fix, resolution } = fields;
  const no = (why: string, hint: string): Refusal => ({ incident: id, why, hint });
  if (status !== 'resolved' && status !== 'archived') {
    return no(
      `It is ${status}, not resolved.`,
      'Promote it once the fix is known. Until then, "fixlore new article --type known_issue" tells customers what is known.',
    );
  }
  if (duplicate_of) {
    return no(`It is a duplicate of ${duplicate_of}.`, `Promote ${duplicate_of} instead.`);
  }
  if (audience === 'internal') return undefined;
  if (!attempts.some(({ outcome }) => outcome === 'fixed')) {
    return no(
      `It has no effective fix${resolution ? ` (resolution: ${resolution})` : ''}, so there are no steps to tell.`,
      'Set "outcome: fixed" on the attempt that helped, or make an internal article with --audience internal.',
    );
  }
  if (!fix?.customer_solvable) {
    return no(
      fix
        ? 'Its fix says "customer_solvable: false": customers cannot do it alone.'
        : 'Nothing says whether customers could have done it alone.',
      'Make an internal article with --audience internal, or correct "customer_solvable" in `fix`.',
    );
  }
  return undefined;
}
