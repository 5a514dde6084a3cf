import { describe, expect, it } from 'vitest';
import { lookAlikes } from '#derive/look-alikes.ts';
import { related } from '#derive/related.ts';
import { terms } from '#derive/terms.ts';
import { attempt, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

const fixedBy = (action: string): WritableFields => ({
  status: 'resolved',
  attempts: [{ action, outcome: 'fixed', afterwards: 'no_change' }],
});
const saying = (...symptoms: string[]) => ({ title: symptoms[0]!, symptoms });

describe('terms', () => {
  it('are words without accents, endings and stop words, each once; codes stay whole', () => {
    expect(terms('The Receipts of Müller: receipt 0x8007000E, ERR_SSL.x and C2065')).toEqual([
      ...['receipt', 'muller', '0x8007000e', 'err_ssl.x', 'c2065'],
    ]);
    expect(terms('')).toEqual([]);
  });
});

describe('related', () => {
  const site = siteOf(
    [
      ['a', { ...saying('Upload stops at 99 percent'), errors: ['ERR_TIMED_OUT'] }],
      ['b', { ...saying('Video upload stops early'), component: 'login' }],
      ['c', { ...saying('Nothing like the others'), errors: ['err_timed_out'] }],
      ['d', { ...saying('Upload stops at 99 percent, again'), duplicate_of: 'a' }],
      ['e', { ...saying('Printer prints boxes'), component: 'login' }],
    ],
    [
      recordOf('article', 'kb/upload.md', articleText({ title: 'Upload stops at 99 percent' })),
      recordOf('article', 'kb/old.md', articleText({ title: 'Upload stops', state: 'archived' })),
      recordOf('article', 'kb/made.md', articleText({ title: 'Upload stops', sources: ['a'] })),
    ],
  );
  const all = related(site);
  const ids = (key: string) => all.get(key)?.map(({ kind, id }) => `${kind} ${id}`);

  it('shows what shares words or errors, without what the page names anyway', () => {
    expect(ids('incident a')?.sort()).toEqual(['article upload', 'incident b', 'incident c']);
    expect(ids('article made')).not.toContain('incident a');
    expect(ids('incident e')).toEqual([]);
  });

  it('says why: the words, the error as the other one writes it', () => {
    const c = all.get('incident a')?.find(({ id }) => id === 'c');
    expect(c).toMatchObject({ errors: ['err_timed_out'] });
    const b = all.get('incident a')?.find(({ id }) => id === 'b');
    expect(b?.words.toSorted()).toEqual(['stop', 'upload']);
  });

  it('shows five at most, the most alike first', () => {
    const many = Array.from({ length: 9 }, (_, index) => [
      `i${String(index)}`,
      saying(`Upload stops ${index < 3 ? 'at noon' : `differently number${String(index)}`}`),
    ]) as [string, WritableFields][];
    const found = related(siteOf(many)).get('incident i0')!;
    expect(found).toHaveLength(5);
    expect(
      found
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['i1', 'i2']);
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('finds nothing in nothing', () => {
    expect(related(siteOf([]))).toEqual(new Map());
    expect(related(siteOf([['a', saying('Alone')]]))).toEqual(new Map([['incident a', []]]));
  });
});

describe('lookAlikes', () => {
  const said = saying('The sign-in page comes back after my password');

  it('are pairs with the same symptoms and different fixes', () => {
    const site = siteOf([
      ['b', { ...said, ...fixedBy('Cleared the cookies') }],
      ['a', { ...said, ...fixedBy('Set the clock of the phone') }],
      ['c', { ...saying('Letters print with boxes'), ...fixedBy('Installed a font') }],
    ]);
    expect(lookAlikes(site)).toEqual([
      { incidents: ['a', 'b'], similarity: expect.closeTo(1), isToldApart: false },
    ]);
  });

  it('are none where the fix is the same, missing, or one is a duplicate', () => {
    const pair = (a: WritableFields, b: WritableFields) =>
      lookAlikes(
        siteOf([
          ['a', { ...said, ...a }],
          ['b', { ...said, ...b }],
        ]),
      );
    expect(pair(fixedBy('Cleared the cookies'), fixedBy('Cleared all cookies'))).toEqual([]);
    expect(
      pair(fixedBy('Cleared the cookies'), { attempts: [attempt('worse', 'reverted')] }),
    ).toEqual([]);
    expect(
      pair(fixedBy('Cleared the cookies'), { ...fixedBy('Set the clock'), duplicate_of: 'a' }),
    ).toEqual([]);
  });

  it('are listed as told apart where one of them says how, however unlike', () => {
    const site = siteOf([
      ['a', saying('Letters print with boxes')],
      ['b', { ...said, unlike: [{ incident: 'a', tell_apart: 'Look at the paper' }] }],
    ]);
    expect(lookAlikes(site)).toMatchObject([{ isToldApart: true, similarity: 0 }]);
  });

  it('leave an incident alone that names itself', () => {
    const unlike = [{ incident: 'a', tell_apart: 'It is the same' }];
    expect(lookAlikes(siteOf([['a', { ...said, unlike }]]))).toEqual([]);
  });
});
