import { describe, expect, it } from 'vitest';
import { drillOf, drills } from '#derive/drills/index.ts';
import type { Drill, Step } from '#derive/drills/drill.ts';
import { pathOf, rightOf } from '#derive/drills/path.ts';
import { drillText } from '#views/internal/drill-words.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import type { WritableFields } from '../../records.ts';

const over: WritableFields = { status: 'resolved', resolved: '2026-03-20', side: 'ours' };

/** Three attempts with a reason each, the last of which fixed it. */
const attempts = [
  attempt('no_effect', 'left_in_place', {
    action: 'Rebuilt the index',
    because: 'The lookup was slow',
    at: '2026-03-14T10:00:00+01:00',
  }),
  attempt('worse', 'reverted', {
    action: 'Restarted the service',
    because: 'The workers were old',
    at: '2026-03-14T10:30:00+01:00',
  }),
  attempt('fixed', 'left_in_place', {
    action: 'Recalculated the statistics',
    because: 'The planner expected few rows',
    at: '2026-03-14T11:45:00+01:00',
  }),
];

const id = '2026-03-14-a';

function made(fields: WritableFields, others: readonly (readonly [string, WritableFields])[] = []) {
  const site = siteOf([[id, { ...over, ...fields }], ...others]);
  return drillOf(
    site,
    site.incidents.find((one) => one.id === id)!,
    'a',
  );
}

function drill(...given: Parameters<typeof made>): Drill {
  const one = made(...given);
  if (!('steps' in one)) throw new Error(one.why);
  return one;
}

const textsOf = ({ choices }: Step) => choices.map(({ words }) => drillText(words));
const ask = ({ steps }: Drill) => steps.filter(({ kind }) => kind === 'decision');

describe('what makes a drill', () => {
  it.each([
    ['is kept out', { drill: 'false', attempts }, 'kept_out'],
    ['is open', { status: 'open', resolved: undefined, attempts }, 'not_resolved'],
    ['has no attempt', {}, 'too_few_attempts'],
    ['has one attempt', { attempts: attempts.slice(2) }, 'too_few_attempts'],
    [
      'has attempts without a word',
      { attempts: ['-', '…', '?'].map((action) => attempt('no_effect', 'no_change', { action })) },
      'too_few_attempts',
    ],
    [
      'has attempts that are all the same',
      {
        attempts: ['Waited', 'waited.', 'WAITED'].map((action) =>
          attempt('no_effect', 'no_change', { action }),
        ),
      },
      'attempts_alike',
    ],
    ['has too little to choose from', { attempts: attempts.slice(1) }, 'too_few_choices'],
  ])('is no incident that %s', (_, fields, why) => {
    expect(made(fields)).toEqual({ incident: id, why });
  });

  it('is an incident of two attempts, if others of the product offer choices', () => {
    const other = { attempts: [attempt('worse', 'reverted', { action: 'Opened the port' })] };
    const one = drill({ attempts: attempts.slice(1) }, [['2026-01-01-b', other]]);
    expect(ask(one).map((step) => textsOf(step).toSorted())).toEqual([
      ['Opened the port', 'Recalculated the statistics', 'Restarted the service'],
      ['Opened the port', 'Recalculated the statistics', 'Restarted the service'],
    ]);
  });

  it('never takes a choice of another product, or of one that is kept out', () => {
    const said = { symptoms: ['I see a white page'] };
    const other = (action: string) => ({
      ...said,
      attempts: [attempt('fixed', 'no_change', { action })],
    });
    const one = drill({ attempts }, [
      ['2026-01-01-b', { ...over, ...other('Opened the port'), product: 'billing' }],
      ['2026-01-02-c', { ...over, ...other('Sent the letters'), drill: 'false' }],
    ]);
    const texts = one.steps.flatMap(textsOf).join('\n');
    expect(texts).not.toMatch(/Opened the port|Sent the letters/);
  });
});

describe('a drill', () => {
  it('goes through the attempts in order and ends with the proof', () => {
    const { steps } = drill({ attempts });
    expect(steps.map(({ kind, attempt: at }) => [kind, at])).toEqual([
      ['decision', 0],
      ['decision', 1],
      ['told', 2],
      ['proof', undefined],
    ]);
    expect(steps.map((step) => drillText(rightOf(step).words))).toEqual([
      'Rebuilt the index',
      'Restarted the service',
      'Recalculated the statistics',
      'It may not work alone: an earlier change was still in place',
    ]);
    expect(steps.map((step) => rightOf(step).minutes)).toEqual([30, 75, undefined, undefined]);
  });

  it('says what really happened, with the field that says so', () => {
    const [first] = drill({ attempts }).steps;
    expect(rightOf(first!).answer.map(drillText)).toEqual([
      'That is what they did, as attempt 1.',
      'Why:',
      'The lookup was slow',
      'It had no effect.',
      'The change was left in place.',
    ]);
    expect(rightOf(first!).answer.at(-1)).toMatchObject({
      about: { incident: id, field: 'attempts[0].afterwards' },
    });
  });

  it('tells instead of asking where nobody wrote a reason', () => {
    const riddle = attempt('no_effect', 'no_change', { action: 'Changed the fonts' });
    const { steps } = drill({ attempts: [attempts[0]!, riddle, ...attempts.slice(1)] });
    expect(steps.map(({ kind }) => kind)).toEqual([
      'decision',
      'told',
      'decision',
      'told',
      'proof',
    ]);
  });

  it('holds back a reason that names the answer', () => {
    const telling = attempt('no_effect', 'reverted', {
      action: 'Emptied the proxy',
      because: 'The proxy was full',
    });
    const one = drill({ attempts: [telling, ...attempts] });
    expect(ask(one).map(({ clue }) => clue?.isTelling)).toEqual([true, false, false]);
  });

  it.each([
    ['it shares a word with several choices', 'The old workers', [], false],
    ['no other choice shares its word', 'The old workers and the index', [], true],
    ['its form differs', 'An indexing job hung', [], true],
    [
      'only what is said already speaks of another choice',
      'The index, or a restart of the service',
      ['The service needs a restart'],
      true,
    ],
    ['it speaks of another choice, too', 'The index, or a restart of the service', [], false],
    ['a fact leads from it to one choice', 'The night job', ['An index of the job'], true],
    ['no fact leads from it to a choice', 'The night job', ['An index of the day'], false],
  ])('holds back a reason or shows it when %s', (_, because, said, isTelling) => {
    const rebuilt = { ...(attempts[0] as object), because } as (typeof attempts)[number];
    const one = drill({ attempts: [rebuilt, ...attempts.slice(1)], symptoms: ['Help', ...said] });
    expect(ask(one)[0]?.clue?.isTelling).toBe(isTelling);
  });

  it('shows nothing of later in the opening', () => {
    const one = drill({
      attempts,
      opened: '2026-03-14T09:00:00+01:00',
      recent_changes: [
        { what: 'The new cards' },
        { what: 'The old switch', at: '2026-03-14T10:15:00+01:00' },
      ],
      evidence: [
        { kind: 'log', url: 'https://a.example/1', shows: 'A white page' },
        { kind: 'log', url: 'https://a.example/2', shows: 'Service with workers of March' },
        { kind: 'log', url: 'https://a.example/3', shows: 'The errors fall from 11:50 on' },
      ],
      cause: 'Stale numbers',
    });
    const known = one.steps.map((step) => step.known.map(({ words }) => drillText(words)));
    expect(known).toEqual([
      ['The new cards', 'A white page'],
      ['Service with workers of March'],
      [],
      [],
    ]);
    expect(one.takeAway.map(({ words }) => drillText(words))).toEqual(
      expect.arrayContaining(['The old switch', 'The errors fall from 11:50 on']),
    );
  });

  it('asks first for what says most about the cause', () => {
    const one = drill({
      attempts,
      recent_changes: [{ what: 'A policy that blocks windows' }],
      goal: 'Print a receipt',
      cause: 'The window was blocked by a policy',
    });
    const [intake] = one.steps;
    expect(intake?.kind).toBe('intake');
    expect(drillText(rightOf(intake!).words)).toBe('What has changed lately, on any side?');
    expect(drill({ attempts, cause: 'unknown' }).steps[0]?.kind).toBe('decision');
  });

  it('does not offer a question that says nearly as much about the cause', () => {
    const [intake] = drill({
      attempts,
      cause: 'The window was blocked by a policy',
      recent_changes: [{ what: 'A policy for each window' }],
      ...{ goal: 'Open a window', expected: 'A window', errors: ['No window'] },
    }).steps;
    expect(textsOf(intake!).toSorted()).toEqual([
      'Can you send us a picture or a log of it?',
      'Does it happen every time that you try?',
      'What has changed lately, on any side?',
      'Where exactly does it happen: which version, which device?',
    ]);
  });

  it('asks no question first where hardly one says less', () => {
    const one = drill({
      attempts,
      cause: 'The window was blocked by a policy',
      recent_changes: [{ what: 'A policy that blocks windows' }],
      ...{ goal: 'A window', expected: 'A window', errors: ['Window'] },
      ...{ environment: { browser: 'In a window' } },
      evidence: [{ kind: 'log', url: 'https://a.example/1', shows: 'A window' }],
    });
    expect(one.steps[0]?.kind).toBe('decision');
  });

  it('shows how the fix was proven before it asks what is known of it', () => {
    const fix = { isolated: 'true', customer_solvable: 'false' };
    const how = 'On staging it was enough';
    const last = (more: object) => drill({ attempts, fix: { ...fix, ...more } }).steps.at(-1);
    expect(last({ isolated_how: how })).toMatchObject({
      kind: 'proof',
      known: [{ label: 'tested', words: { field: 'fix.isolated_how', text: how } }],
    });
    expect(last({})?.kind).toBe('told');
    expect(drill({ attempts }).steps.at(-1)).toMatchObject({ kind: 'proof', known: [] });
  });

  it('calls no customer by name in its choices', () => {
    const named = attempt('no_effect', 'no_change', {
      action: 'Foobar’s IT moved, and Dana called',
    });
    const one = drill({
      attempts: [named, ...attempts],
      reporter: { name: 'Dana Whitfield', organization: 'Foobar Insurance' },
    });
    expect(one.steps.flatMap(textsOf)).toContain(
      'The customer’s IT moved, and the customer called',
    );
  });

  it('keeps a step and its choices when another attempt is edited', () => {
    const edited = { ...(attempts[0] as object), because: 'Something else' };
    const [before, after] = [attempts, [edited, ...attempts.slice(1)]].map((list) =>
      drill({ attempts: list as typeof attempts }).steps.map((step) => [step.id, textsOf(step)]),
    );
    expect(after).toEqual(before);
  });
});

describe('difficulty', () => {
  it('is a sum of points, each with its reason', () => {
    expect(drill({ attempts }).difficulty).toEqual({
      level: 'easy',
      points: 4,
      reasons: [
        { reason: 'misleading', count: 2, points: 2 },
        { reason: 'made_worse', count: 1, points: 1 },
        { reason: 'not_proven', count: 1, points: 1 },
      ],
    });
    const sides = ['customer', 'vendor', 'network'].map((side) => ({ what: 'Changed it', side }));
    expect(drill({ attempts, recent_changes: sides }).difficulty).toMatchObject({
      level: 'medium',
      points: 6,
    });
  });
});

describe('a path through a drill', () => {
  const one = drill({ attempts });
  const walk = (kinds: readonly (string | undefined)[]) =>
    pathOf(
      one,
      new Map(
        one.steps.map((step, at) => [
          step.id,
          step.choices.findIndex(({ kind, isFix }) =>
            kinds[at] === 'fix' ? isFix : kind === kinds[at],
          ),
        ]),
      ),
    );

  it('counts what was as it really was', () => {
    expect(walk(['right', 'right', undefined, 'right'])).toMatchObject({
      answered: 3,
      right: 3,
      later: 0,
    });
    expect(walk(['right', undefined, undefined, 'other'])).toMatchObject({ answered: 2, right: 1 });
  });

  it('says what it would have saved to name the fix at once', () => {
    expect(walk(['fix', 'right', undefined, 'right'])).toMatchObject({
      later: 1,
      ahead: { attempts: 2, minutes: 105 },
    });
  });

  it('ignores steps that the drill no longer has', () => {
    expect(pathOf(one, new Map([['decision-gone', 1]]))).toMatchObject({ answered: 0, right: 0 });
  });
});

it('all drills come easiest first', () => {
  const site = siteOf([
    [id, { ...over, attempts }],
    [
      '2026-03-15-b',
      {
        ...over,
        attempts: attempts.map((one, at) => ({
          ...(one as object),
          action: `Did ${'xyz'[at] ?? ''}${String(at)}`,
          outcome: at === 2 ? 'fixed' : 'no_effect',
          afterwards: 'reverted',
        })),
      },
    ],
  ]);
  expect(drills(site, 'a').map(({ incident }) => incident)).toEqual(['2026-03-15-b', id]);
});
