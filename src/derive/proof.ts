import type { Incident } from '#model/site.ts';

/**
 * Whether the effective fix is known to work alone.
 *
 * The effective fix is the attempt whose outcome is `fixed`. It is proven alone when somebody showed
 * so (`fix.isolated`), or when every attempt before it was `reverted` or was `no_change`; that holds
 * too when there was none. Otherwise each earlier attempt that is `left_in_place`, `unknown` or says
 * nothing about it may also be needed. Attempts after the fix do not count: it worked before them.
 * Positions count from 0 in the order of the record.
 */
export type Proof =
  | { kind: 'no_fix' }
  | { kind: 'proven_alone'; fix: number; because: 'isolated' | 'nothing_left' | 'first_attempt' }
  | { kind: 'may_also_need'; fix: number; attempts: number[] };

export function proof({ fields }: Pick<Incident, 'fields'>): Proof {
  const { attempts = [], fix: about } = fields;
  const fix = attempts.findIndex(({ outcome }) => outcome === 'fixed');
  if (fix === -1) return { kind: 'no_fix' };
  if (about?.isolated) return { kind: 'proven_alone', fix, because: 'isolated' };
  const left = attempts.slice(0, fix).flatMap(({ afterwards }, index) => {
    return afterwards === 'reverted' || afterwards === 'no_change' ? [] : [index];
  });
  if (left.length > 0) return { kind: 'may_also_need', fix, attempts: left };
  return { kind: 'proven_alone', fix, because: fix === 0 ? 'first_attempt' : 'nothing_left' };
}
