import { beforeAll, describe, expect, it } from 'vitest';
import { drillOf } from '#derive/drills/index.ts';
import type { Site } from '#model/site.ts';
import { drillPage, type DrillPage } from '#views/internal/training/drill-page.ts';
import { groupPage, type GroupPage } from '#views/internal/training/group-page.ts';
import { allTrainingPages } from '#views/internal/training/index.ts';
import { sampleSite } from '../../derive/drills/sample.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import type { WritableFields } from '../../records.ts';

const drill: WritableFields = {
  opened: '2026-03-14T09:00:00+01:00',
  status: 'resolved',
  resolved: '2026-03-20',
  title: 'The disk was full',
  symptoms: ['I see a white page', 'Since nine'],
  errors: ['504', '502'],
  environment: { browser: 'Firefox' },
  cause: 'Logs filled the disk',
  attempts: [
    attempt('no_effect', 'left_in_place', {
      action: 'Restarted the server',
      because: 'It had been up for a year',
      run: 'systemctl restart\n  portal',
      at: '2026-03-14T09:10:00+01:00',
    }),
    attempt('worse', 'reverted', {
      action: 'Rebuilt the index',
      because: 'The lookup was slow',
      at: '2026-03-14T09:35:00+01:00',
    }),
    attempt('fixed', 'no_change', { action: 'Deleted old logs', because: 'df said 100 %' }),
  ],
};

function site(): Site {
  return siteOf([
    ['2026-03-14-a', drill],
    [
      '2026-03-10-b',
      {
        title: 'A telling title',
        symptoms: ['It is slow'],
        attempts: [attempt('fixed', 'no_change', { action: 'Moved to another host' })],
      },
    ],
  ]);
}

function pageIn(kind: 'drill', from?: Site): DrillPage;
function pageIn(kind: 'group', from?: Site): GroupPage;
function pageIn(kind: 'drill' | 'group', from = site()): DrillPage | GroupPage {
  const incident = from.incidents.find(({ id }) => id === '2026-03-14-a')!;
  const made = drillOf(from, incident, '1');
  if (!('steps' in made)) throw new Error(made.why);
  return kind === 'drill' ? drillPage(from, incident, made) : groupPage(from, incident, made);
}

describe('the page of a drill', () => {
  const page = pageIn('drill');

  it('begins with what they said, and keeps the title for the end', () => {
    expect(page.said).toEqual(['I see a white page', 'Since nine']);
    expect(page.frame.title).toBe('Drill: “I see a white page”');
    expect(page.incident).toEqual({
      title: 'The disk was full',
      href: '/incidents/2026-03-14-a/',
    });
    const { incident, takeAway, ...before } = page;
    expect(JSON.stringify([incident, takeAway])).toContain('The disk was full');
    expect(JSON.stringify(before)).not.toContain('The disk was full');
  });

  it('numbers the questions, and has what was known before each of them in groups', () => {
    expect(page.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(page.steps[0]).toMatchObject({
      question: 'What do you do first?',
      unfold: 'What happened?',
      known: [
        { label: 'Message', isCode: true, texts: ['504', '502'] },
        { label: 'Where', isCode: false, texts: ['browser: Firefox'] },
      ],
    });
  });

  it('answers each choice with what happened, what it cost, and where that stands', () => {
    const [first] = page.steps;
    const right = first!.choices.find(({ kind }) => kind === 'right');
    expect(right).toMatchObject({
      text: 'Restarted the server',
      minutes: 25,
      answer: [
        { told: 'That is what they did, as attempt 1. Why:', quoted: 'It had been up for a year' },
        { told: 'What was typed:', typed: 'systemctl restart\n  portal' },
        {
          told: 'It had no effect. The change was left in place. The next attempt came 25 min later.',
        },
      ],
      sources: [
        {
          incident: '2026-03-14-a',
          fields: 'attempts[0]: action, because, run, outcome, afterwards',
        },
      ],
    });
    expect(first!.choices.map(({ letter }) => letter).join('')).toBe('abcd');
  });

  it('lays the real path out, step by step', () => {
    expect(page.realPath).toEqual([
      {
        step: page.steps[0]!.id,
        text: 'Restarted the server',
        minutes: 25,
        cost: '25 min until the next attempt',
      },
      { step: page.steps[1]!.id, text: 'Rebuilt the index' },
      { step: page.steps[2]!.id, text: 'Deleted old logs' },
      {
        step: page.steps[3]!.id,
        text: 'It may not work alone: an earlier change was still in place',
      },
    ]);
  });

  it('names other incidents by what was said there', () => {
    expect(page.others).toEqual([{ quote: 'It is slow', href: '/incidents/2026-03-10-b/' }]);
    expect(JSON.stringify(page)).not.toContain('A telling title');
  });
});

describe('the page for a group', () => {
  const { lines } = pageIn('group');

  it('tells one thing after the other, without choices', () => {
    expect(lines.map(({ kind, label, text }) => [kind, label, text])).toEqual([
      ['said', undefined, 'I see a white page'],
      ['said', undefined, 'Since nine'],
      ['fact', 'Message', '504'],
      ['fact', 'Message', '502'],
      ['fact', 'Where', 'browser: Firefox'],
      ['question', undefined, 'What do you do first?'],
      ['done', 'What they did', 'Restarted the server'],
      ['question', undefined, 'It is not over. What do you do next?'],
      ['done', 'What they did', 'Rebuilt the index'],
      ['question', undefined, 'It is not over. What do you do next?'],
      ['done', 'What they did', 'Deleted old logs'],
      [
        'question',
        undefined,
        'That is the end of the attempts. What may be written down about the fix?',
      ],
      ['done', 'What is known', 'It may not work alone: an earlier change was still in place'],
      ['end', 'What it was', 'The disk was full'],
      ['end', 'Why it happened', 'Logs filled the disk'],
      ['end', 'The fix', 'It worked, but attempt 1 was still in place, or nobody knows:'],
      ['end', 'The fix', 'Restarted the server'],
      ['end', 'The fix', expect.stringContaining('To find out whether that is needed')],
    ]);
  });

  it('gives who leads a hint and what to say to other ideas, and nobody else', () => {
    const first = lines.find(({ kind }) => kind === 'question')!;
    expect(first.notes[0]).toEqual({
      label: 'A hint: what they thought',
      sayings: [{ quoted: 'It had been up for a year' }],
    });
    expect(first.notes).toContainEqual({
      label: 'If they say: Moved to another host',
      sayings: [
        {
          told: 'That was done in another incident. It fixed it. There they said:',
          quoted: 'It is slow',
        },
      ],
    });
    expect(lines.filter(({ kind }) => kind !== 'question').flatMap(({ notes }) => notes)).toEqual(
      [],
    );
  });
});

describe('the drills of the sample knowledge base', () => {
  let pages: ReturnType<typeof allTrainingPages>;
  beforeAll(async () => {
    pages = allTrainingPages(await sampleSite());
  });

  it('each have one right choice to a question, and an answer with its source to most', () => {
    for (const { model } of pages) {
      if (model.kind !== 'drill') continue;
      for (const { kind, choices } of model.steps) {
        expect(choices.filter((choice) => choice.kind === 'right')).toHaveLength(1);
        for (const { answer, sources, ...choice } of choices) {
          expect(answer.length).toBeGreaterThan(0);
          if (kind === 'decision' || choice.kind === 'right') {
            expect(sources.length).toBeGreaterThan(0);
          }
        }
      }
    }
  });

  it('hold the title of their incident nowhere but in what comes after', () => {
    for (const { model } of pages) {
      if (model.kind === 'drill') {
        const { incident, takeAway, ...before } = model;
        expect(takeAway[0]?.texts).toEqual([incident.title]);
        expect(JSON.stringify(before)).not.toContain(JSON.stringify(incident.title));
      }
    }
  });
});
