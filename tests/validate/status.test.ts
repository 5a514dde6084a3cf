import { describe, expect, it } from 'vitest';
import { checkedFile } from '../memory-knowledge-base.ts';
import { incidentText, resolvedText, type WritableFields } from '../records.ts';

const file = 'incidents/a.md';

describe('an open incident', () => {
  it('needs what can be known in the first minute, and nothing else', async () => {
    expect(await checkedFile(file, incidentText())).toEqual([]);
    for (const field of ['title', 'status', 'product', 'opened', 'symptoms']) {
      expect(await checkedFile(file, incidentText({ [field]: undefined }))).toEqual([
        '2: missing-field',
      ]);
    }
  });
});

describe('a mitigated incident', () => {
  const mitigated = { status: 'mitigated', mitigated: '2026-03-14' };

  it.each([
    ['a workaround', { workaround: { summary: 'Use the app' } }, []],
    ['an attempt that helped in part', { attempts: [{ action: 'A', outcome: 'partly' }] }, []],
    ['an attempt that made it worse', { attempts: [{ action: 'A', outcome: 'worse' }] }, []],
    [
      'an attempt without effect',
      { attempts: [{ action: 'A', outcome: 'no_effect' }] },
      ['3: mitigation-missing'],
    ],
    ['an attempt without outcome', { attempts: [{ action: 'A' }] }, ['3: mitigation-missing']],
    ['nothing', {}, ['3: mitigation-missing']],
    ['a resolution', { resolution: 'went_away' }, []],
  ])('with %s', async (_, fields, expected) => {
    expect(await checkedFile(file, incidentText({ ...mitigated, ...fields }))).toEqual(expected);
  });

  it('says when', async () => {
    const text = incidentText({ status: 'mitigated', workaround: { summary: 'Use the app' } });
    expect(await checkedFile(file, text)).toEqual(['3: missing-field']);
  });
});

describe.each(['resolved', 'archived'])('a %s incident', (status) => {
  const check = (fields: WritableFields) => checkedFile(file, resolvedText({ status, ...fields }));

  it('is complete', async () => {
    expect(await check({})).toEqual([]);
  });

  it.each(['mitigated', 'resolved', 'cause', 'side', 'fix'])('needs %s', async (field) => {
    expect(await check({ [field]: undefined })).toEqual(['3: missing-field']);
  });

  it.each(['went_away', 'worked_around', 'not_reproducible', 'wont_fix'])(
    'may end by %s',
    async (resolution) => {
      const attempts = [{ action: 'A', outcome: 'no_effect', afterwards: 'reverted' }];
      const fields = { resolution, attempts, fix: undefined, mitigated: undefined };
      expect(await check(fields)).toEqual([]);
    },
  );

  it('needs one effective fix, neither none nor two', async () => {
    const attempt = { action: 'A', outcome: 'fixed', afterwards: 'no_change' };
    const partly = { ...attempt, outcome: 'partly' };
    expect(await check({ attempts: [partly], fix: undefined })).toEqual(['10: no-effective-fix']);
    expect(await check({ attempts: [attempt, partly, attempt] })).toEqual([
      '18: several-effective-fixes',
    ]);
    expect(await check({ attempts: undefined, fix: undefined })).toEqual([
      '3: mitigation-missing',
      '3: no-effective-fix',
    ]);
  });
});

it('asks an imported incident for what every record needs, and tells the rest as one note', async () => {
  const imported = { from: 'cstate', id: 'a' };
  expect(await checkedFile(file, incidentText({ status: 'resolved', imported }))).toEqual([
    '8: imported-incomplete',
  ]);
  expect(await checkedFile(file, incidentText({ title: undefined, imported }))).toEqual([
    '2: missing-field',
  ]);
});
