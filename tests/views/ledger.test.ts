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
    expect(attempts[1]?.proof).toEqual({
      isAlone: false,
      sentence:
        '“Recalculated the statistics” fixed it. “Rebuilt the index” before it was left in place, so it may also be needed.',
      how: 'Not shown to work alone. To settle it: go back to the state before that attempt, run step 2 only, and record how in isolated_how.',
    });
    expect(attempts[0]?.proof).toBeUndefined();
  });

  it('does not claim to know where nobody knows', () => {
    const other = attempt('partly', 'left_in_place', { action: 'Restarted' });
    const { attempts } = ledger({ attempts: [rebuilt('unknown'), other, recalculated] });
    expect(attempts[2]?.proof?.sentence).toBe(
      '“Recalculated the statistics” fixed it. “Rebuilt the index” and “Restarted” before it were perhaps left in place, so they may also be needed.',
    );
  });

  it('says when the fix is known to work alone, and how that was shown', () => {
    const fix = { isolated: true, isolated_how: 'On a copy of the night', customer_solvable: true };
    const { attempts } = ledger({ attempts: [rebuilt('left_in_place'), recalculated], fix });
    expect(attempts[1]?.proof).toEqual({
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
