import { describe, expect, it } from 'vitest';
import { proof } from '#derive/proof.ts';
import { attempt, incidentOf } from '../incident-of.ts';

const proofOf = (attempts: ReturnType<typeof attempt>[], fix?: Record<string, boolean | string>) =>
  proof(incidentOf({ attempts, fix }));

describe('proof', () => {
  it('is missing without an effective fix', () => {
    expect(proof(incidentOf())).toEqual({ kind: 'no_fix' });
    expect(proofOf([attempt('no_effect', 'reverted'), attempt('partly', 'left_in_place')])).toEqual(
      {
        kind: 'no_fix',
      },
    );
  });

  it('holds for the first attempt, whatever came after it', () => {
    expect(
      proofOf([attempt('fixed', 'left_in_place'), attempt('no_effect', 'left_in_place')]),
    ).toEqual({ kind: 'proven_alone', fix: 0, because: 'first_attempt' });
  });

  it('holds when nothing of what was tried before is still in place', () => {
    const attempts = [
      attempt('no_effect', 'reverted'),
      attempt('worse', 'no_change'),
      attempt('fixed', 'left_in_place'),
    ];
    expect(proofOf(attempts)).toEqual({ kind: 'proven_alone', fix: 2, because: 'nothing_left' });
  });

  it('needs every earlier attempt that is left in place, unknown or silent, in order', () => {
    const attempts = [
      attempt('no_effect', 'left_in_place'),
      attempt('partly', 'unknown'),
      attempt('worse', 'reverted'),
      { action: 'Says nothing' },
      attempt('fixed', 'no_change'),
    ];
    expect(proofOf(attempts)).toEqual({ kind: 'may_also_need', fix: 4, attempts: [0, 1, 3] });
  });

  it('is settled by an isolated fix', () => {
    const attempts = [attempt('no_effect', 'left_in_place'), attempt('fixed', 'left_in_place')];
    const fix = { isolated: true, isolated_how: 'On a copy', customer_solvable: false };
    expect(proofOf(attempts, fix)).toEqual({ kind: 'proven_alone', fix: 1, because: 'isolated' });
    expect(proofOf(attempts, { ...fix, isolated: false }).kind).toBe('may_also_need');
  });
});
