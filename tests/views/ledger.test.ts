import { describe, expect, it } from 'vitest';
import { ledgerOf } from '#views/internal/ledger.ts';
import { attempt, siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';

const ledger = (fields: WritableFields) => {
  const site = siteOf([['a', fields]]);
  return ledgerOf(site, site.incidents[0]!);
};

const rebuilt = (afterwards: string) =>
  attempt('no_effect', afterwards, { action: 'Rebuilt the index' });
const recalculated = attempt('fixed', 'left_in_place', { action: 'Recalculated the statistics' });

describe('ledgerOf', () => {
  it('says in a plain sentence what may also be needed', () => {
    const { attempts } = ledger({ attempts: [rebuilt('left_in_place'), recalculated] });
    expect(attempts[1]?.proof).toMatchObject({
      isAlone: false,
      sentence:
        '“Recalculated the statistics” fixed it. “Rebuilt the index” before it was left in place, so it may also be needed.',
      how: 'Not shown to work alone. To settle it: go back to the state before that attempt, run step 2 only, and record how in isolated_how.',
    });
    expect(attempts[0]?.proof).toBeUndefined();
  });

  const sentence = (...afterwards: string[]) => {
    const earlier = afterwards.map((one, index) =>
      attempt('no_effect', one, { action: `Tried ${'ABCDE'[index]}` }),
    );
    return ledger({ attempts: [...earlier, recalculated] }).attempts.at(-1)?.proof?.sentence;
  };
  const fixedIt = '“Recalculated the statistics” fixed it.';

  it.each([
    [
      ['left_in_place', 'left_in_place'],
      '“Tried A” and “Tried B” before it were left in place, so they may also be needed.',
    ],
    [
      ['left_in_place', 'reverted', 'left_in_place', 'left_in_place'],
      'Steps 1, 3 and 4 before it were left in place, so they may also be needed.',
    ],
    [
      ['unknown'],
      'Nobody knows whether “Tried A” before it is still in place, so it may also be needed.',
    ],
    [
      ['unknown', 'unknown', 'unknown'],
      'Nobody knows whether steps 1, 2 and 3 before it are still in place, so they may also be needed.',
    ],
    [
      ['unknown', 'left_in_place'],
      '“Tried B” before it was left in place, and nobody knows whether “Tried A” is still in place, so they may also be needed.',
    ],
    [
      ['left_in_place', 'unknown', 'left_in_place', 'no_change', 'unknown'],
      'Steps 1 and 3 before it were left in place, and nobody knows whether steps 2 and 5 are still in place, so they may also be needed.',
    ],
  ])('says it of %s', (afterwards, words) => {
    expect(sentence(...afterwards)).toBe(`${fixedIt} ${words}`);
  });

  it('says how far the fix can be trusted, and what speaks for and against it', () => {
    const trust = (fields: WritableFields) =>
      ledger({ attempts: [rebuilt('left_in_place'), recalculated], ...fields }).attempts[1]?.proof
        ?.trust;
    expect(trust({})).toEqual({
      tag: { text: 'Medium trust', tone: 'none' },
      reasons: 'Against it: earlier attempts may also be needed, and nobody confirmed it.',
    });
    expect(
      trust({
        fix: { customer_solvable: false, verified_by: 'customer' },
        seen_again: [
          { at: '2026-04-01', fix_worked: true },
          { at: '2026-04-02', fix_worked: false },
        ],
      }),
    ).toEqual({
      tag: { text: 'Low trust', tone: 'warn' },
      reasons:
        'For it: it worked when the problem was seen again, and it was confirmed from outside. Against it: it failed when the problem was seen again, and earlier attempts may also be needed.',
    });
  });

  it('says when the fix is known to work alone, and how that was shown', () => {
    const fix = { isolated: true, isolated_how: 'On a copy of the night', customer_solvable: true };
    const { attempts } = ledger({ attempts: [rebuilt('left_in_place'), recalculated], fix });
    expect(attempts[1]?.proof).toMatchObject({
      isAlone: true,
      sentence:
        '“Recalculated the statistics” fixed it, and was shown to work without the earlier attempts.',
      how: 'On a copy of the night',
    });
    expect(
      ledger({ attempts: [rebuilt('reverted'), recalculated] }).attempts[1]?.proof?.isAlone,
    ).toBe(true);
  });

  it('says how it ended when nothing fixed it', () => {
    expect(ledger({}).ending).toBe('The record names no attempts.');
    expect(ledger({ attempts: [rebuilt('reverted')] }).ending).toBe('Nothing has fixed it yet.');
    expect(ledger({ resolution: 'went_away' }).ending).toBe('It went away without a fix.');
    expect(ledger({ attempts: [recalculated] }).ending).toBeUndefined();
  });

  it('shows the time alone on the day of the opening', () => {
    const { attempts } = ledger({
      opened: '2026-03-14T09:10:00+01:00',
      attempts: [
        attempt('no_effect', 'reverted', { at: '2026-03-14T10:05:00+01:00' }),
        attempt('no_effect', 'reverted', { at: '2026-03-15T10:05:00+01:00' }),
        attempt('no_effect', 'reverted', { at: '2026-03-14' }),
      ],
    });
    expect(attempts.map(({ at }) => at?.text)).toEqual([
      '10:05',
      '15 Mar 2026, 10:05',
      '14 Mar 2026',
    ]);
  });
});
