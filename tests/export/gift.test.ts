import { parse, type GIFTQuestion } from 'gift-pegjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drills } from '#derive/drills/index.ts';
import { giftOf } from '#export/gift.ts';
import type { Site } from '#model/site.ts';
import { drillText } from '#views/internal/drill-words.ts';
import { sampleSite } from '../derive/drills/sample.ts';
import { attempt, siteOf } from '../incident-of.ts';

let site: Site;
beforeAll(async () => {
  site = await sampleSite();
});

const choicesOf = (question: GIFTQuestion) => (question.type === 'MC' ? question.choices : []);

describe('drills as GIFT', () => {
  it('are read back by a GIFT parser: every choice with its share, every answer', () => {
    const all = drills(site, 'a');
    const questions = parse(giftOf(all));
    const asked = all.flatMap(({ steps }) => steps.filter(({ kind }) => kind !== 'told'));
    const read = questions.filter(({ type }) => type === 'MC');
    expect(questions.filter(({ type }) => type === 'Category')).toHaveLength(all.length);
    expect(
      read.map((question) =>
        choicesOf(question).map(({ isCorrect, weight, text, feedback }) => ({
          isCorrect,
          weight,
          text: text.text,
          feedback: feedback?.text,
        })),
      ),
    ).toEqual(
      asked.map(({ choices }) =>
        choices.map(({ kind, words, answer }) => ({
          isCorrect: kind === 'right',
          weight: kind === 'later' ? 50 : null,
          text: drillText(words).trim(),
          feedback: answer.map((one) => drillText(one).trim().replaceAll(/\n */g, '\n')).join('\n'),
        })),
      ),
    );
  });

  it('keep what GIFT acts on as text', () => {
    const nasty = [
      'Set a=b {~x} # 50% : done',
      '%100% of it: = ~ -> {',
      String.raw`Deleted C:\new\temp ::x::`,
      '[html]<b>all</b>',
      '// a comment',
      '$CATEGORY: other',
    ];
    const incident = {
      status: 'resolved',
      resolved: '2026-03-14',
      symptoms: ['It says {x} = ~y # 5 :: \\n'],
      attempts: nasty.map((action, at) =>
        attempt(at === 5 ? 'fixed' : 'no_effect', 'reverted', { action, because: action }),
      ),
    };
    const text = giftOf(drills(siteOf([['2026-03-14-a', incident]]), 'a'));
    const questions = parse(text);
    const texts = questions.flatMap(choicesOf).map((choice) => choice.text.text);
    expect(new Set(texts.filter((one) => !/^(It|There) /.test(one)))).toEqual(
      new Set(nasty.map((one) => one.replace('->', '→'))),
    );
    expect(questions.filter(({ type }) => type === 'Category')).toHaveLength(1);
    const stems = questions.flatMap((question) => ('stem' in question ? question.stem.text : []));
    for (const stem of stems.slice(0, -1)) {
      expect(stem).toContain('They say: It says {x} = ~y # 5 :: \\n');
    }
  });

  it('are the same bytes for the same seed', () => {
    expect(giftOf(drills(site, 'a'))).toBe(giftOf(drills(site, 'a')));
  });
});
