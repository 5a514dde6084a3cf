import { describe, expect, it } from 'vitest';
import type { Site } from '#model/site.ts';
import { planPromotion, type Surroundings } from '#promote/plan.ts';
import type { Promotion, PromotionRequest } from '#promote/promotion.ts';
import { attempt, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

const solved: WritableFields = {
  status: 'resolved',
  mitigated: '2026-03-14',
  resolved: '2026-03-14',
  attempts: [{ action: 'Emptied the cache', outcome: 'fixed', afterwards: 'no_change' }],
  fix: { customer_solvable: true },
  cause: 'An old script',
  side: 'customer',
};

function around(site: Site, texts: Record<string, string> = {}): Surroundings {
  const slugs = new Set(site.articles.map(({ id }) => id));
  return {
    site,
    isBroken: (id) => id === 'broken',
    isTaken: (slug) => slugs.has(slug),
    textOf: (file) => texts[file] ?? '',
  };
}

function plan(
  incidents: readonly (readonly [id: string, fields: WritableFields])[],
  request: Partial<PromotionRequest> = {},
  articles: Record<string, string> = {},
) {
  const records = Object.entries(articles).map(([file, text]) => recordOf('article', file, text));
  const site = siteOf(incidents, records);
  const ids = incidents.map(([id]) => id);
  return planPromotion({ incidents: ids, ...request }, around(site, articles));
}

function promoted(...args: Parameters<typeof plan>): Promotion {
  const planned = plan(...args);
  if (planned.kind !== 'planned') throw new Error(JSON.stringify(planned));
  return planned.promotion;
}

function refused(...args: Parameters<typeof plan>): string[] {
  const planned = plan(...args);
  return planned.kind === 'refused' ? planned.refusals.map(({ why }) => why) : [planned.kind];
}

function draft(...args: Parameters<typeof plan>) {
  const { file, text } = promoted(...args);
  return recordOf('article', file, text);
}

describe('refuses, and says why', () => {
  it.each([
    ['what is open', { status: 'open' }, 'It is open, not resolved.'],
    ['what is mitigated', { status: 'mitigated' }, 'It is mitigated, not resolved.'],
    ['a duplicate', { resolution: 'duplicate', duplicate_of: 'x' }, 'It is a duplicate of x.'],
    [
      'what nobody fixed',
      { attempts: undefined, resolution: 'went_away' },
      'It has no effective fix (resolution: went_away), so there are no steps to tell.',
    ],
    [
      'what customers cannot do',
      { fix: { customer_solvable: false } },
      'Its fix says "customer_solvable: false": customers cannot do it alone.',
    ],
    [
      'what nobody has judged',
      { fix: undefined },
      'Nothing says whether customers could have done it alone.',
    ],
  ])('%s', (_, fields, why) => {
    expect(refused([['a', { ...solved, ...fields }]])).toEqual([why]);
  });

  it('what is not there, or cannot be read, all at once', () => {
    const request = { incidents: ['2026-03-14-whit', 'broken', 'nowhere-near'] };
    expect(refused([['2026-03-14-white', solved]], request)).toEqual([
      'There is no such incident.',
      'Its record has errors.',
      'There is no such incident.',
    ]);
  });

  it('two products in one article', () => {
    const other = { ...solved, product: 'billing' };
    expect(
      refused([
        ['a', solved],
        ['b', other],
      ]),
    ).toEqual(['They are about different products: portal, billing.']);
  });

  it.each(['../x', 'A b', 'index', '', 'a//b', '/etc/passwd'])('the name %j', (to) => {
    expect(refused([['a', solved]], { to })).toEqual([
      'A name of --to cannot be one of an article.',
    ]);
  });

  it('a name that is taken, or once was', () => {
    const articles = { 'kb/white.md': articleText({ aliases: ['blank'] }) };
    expect(refused([['a', solved]], { to: 'white' }, articles)).toEqual([
      'There is an article white already.',
    ]);
    expect(refused([['a', solved]], { to: 'blank' }, articles)).toEqual([
      'There is an article white already, which was once called blank.',
    ]);
  });

  it('an article that is not there, or is for others', () => {
    expect(refused([['a', solved]], { into: 'white' })).toEqual([
      'There is no article that --into names, or its record has errors.',
    ]);
    const request = { into: 'white', audience: 'internal' } as const;
    expect(refused([['a', solved]], request, { 'kb/white.md': articleText() })).toEqual([
      'The article is public.',
    ]);
  });

  it('nothing that is resolved if the article is internal', () => {
    const fields = { ...solved, attempts: undefined, fix: undefined, resolution: 'went_away' };
    const { audience, who } = draft([['a', fields]], { audience: 'internal' }).fields;
    expect({ audience, who }).toEqual({ audience: 'internal', who: 'support' });
  });
});

describe('earlier attempts', () => {
  const after = (attempts: WritableFields['attempts'], more: WritableFields = {}) =>
    draft([['a', { ...solved, attempts, ...more }]]).body;
  const fixed = { action: 'Emptied the cache', outcome: 'fixed', afterwards: 'no_change' };
  const left = attempt('no_effect', 'left_in_place', { action: 'Rebuilt the index' });

  it('that may also be needed are a step of their own, behind the fix and on a condition', () => {
    expect(after([left, fixed])).toMatch(
      /1\. Empty the cache\.\n.*\n2\. \*\*Only if the problem is still there:\*\* rebuild the index\. Then do step 1 again\./,
    );
  });

  it.each(['left_in_place', 'unknown'])('count if they are %s', (afterwards) => {
    expect(after([attempt('worse', afterwards, { action: 'Rebuilt it' }), fixed])).toContain(
      'rebuild it',
    );
  });

  it.each(['reverted', 'no_change'])('do not if they are %s', (afterwards) => {
    expect(after([attempt('partly', afterwards, { action: 'Rebuilt it' }), fixed])).not.toMatch(
      /rebuil/i,
    );
  });

  it('do not if the fix is isolated', () => {
    const fix = { isolated: true, isolated_how: 'On a copy', customer_solvable: true };
    expect(after([left, fixed], { fix })).not.toMatch(/rebuil/i);
  });
});

describe('who does what', () => {
  const fixed = (action: string) => [{ action, outcome: 'fixed', afterwards: 'no_change' }];
  const shared = fixed('Published the new keys, signed, and had them replace the old ones');

  it('in a draft for customers: what support did is marked', () => {
    const { body } = draft([['a', { ...solved, attempts: shared }]]);
    expect(body).toContain(
      '1. Publish the new keys, signed. TODO: say whether the reader can do this, or who does.\n',
    );
    expect(body).toContain('2. Replace the old ones.\n');
  });

  it('in a draft for the team: customers are had do their part', () => {
    const { body } = draft([['a', { ...solved, attempts: shared }]], { audience: 'internal' });
    expect(body).toContain('1. Publish the new keys, signed.\n');
    expect(body).toContain('2. Have them replace the old ones.\n');
  });

  it('in why and what one sees: the customer is you', () => {
    const fields = {
      ...solved,
      expected: 'To be signed in',
      cause: "The customer's proxy kept it. A rule at the customer did, too.",
    };
    const { body } = draft([['a', fields]]);
    expect(body).toContain('You should see: you are signed in.');
    expect(body).toContain('Your proxy kept it. A rule on your side did, too.');
    expect(draft([['a', fields]], { audience: 'internal' }).body).toContain("The customer's proxy");
  });
});

describe('several incidents', () => {
  const other = {
    ...solved,
    title: 'Another title',
    symptoms: ['i see a WHITE page', 'nothing comes'],
    errors: ['E-17'],
  };

  it('become one article: what was said once each, the same fix once', () => {
    const { fields, body } = draft([
      ['b', solved],
      ['a', other],
    ]);
    expect(fields).toMatchObject({
      title: 'The login page stays white',
      symptoms: ['i see a WHITE page', 'nothing comes'],
      errors: ['E-17'],
      sources: ['b', 'a'],
    });
    expect(body.match(/Empty the cache/g)).toHaveLength(1);
  });

  it('keep what helped another time as a step for when it is still there', () => {
    const again = {
      ...other,
      attempts: [{ action: 'Restarted it', outcome: 'fixed', afterwards: 'no_change' }],
    };
    expect(
      draft([
        ['b', solved],
        ['a', again],
      ]).body,
    ).toContain(
      '2. **Only if the problem is still there:** restart it. This is what helped another time.',
    );
  });
});

describe('an incident of which there is an article', () => {
  const made = promoted([['a', solved]], { to: 'white' });
  const articles = (text: string) => ({ 'kb/white.md': text });

  it('is not promoted again unasked; it is said that nothing changed', () => {
    expect(plan([['a', solved]], {}, articles(made.text))).toEqual({
      kind: 'known',
      articles: [{ id: 'white', file: 'kb/white.md', changes: [] }],
    });
  });

  it('tells which fields changed since', () => {
    const now = {
      ...solved,
      cause: 'A new script',
      workaround: { summary: 'Use another browser' },
    };
    expect(plan([['a', now]], {}, articles(made.text))).toMatchObject({
      articles: [{ changes: [{ incident: 'a', fields: ['workaround', 'cause'] }] }],
    });
  });

  it('changes nothing in an article that is up to date', () => {
    expect(plan([['a', solved]], { into: 'white' }, articles(made.text)).kind).toBe('known');
  });

  it('is taken note of without touching what the author wrote', () => {
    const edited = made.text
      .replace('title: The login page stays white', 'title: "My title" # mine')
      .replace(/## Steps[^]*/, '## Steps\n\n1. My own words.\n');
    const now = { ...solved, cause: 'A new script' };
    const { text, changes, kind } = promoted([['a', now]], { into: 'white' }, articles(edited));
    const digest = /^source_digest: .*$/m;
    expect(kind).toBe('refreshed');
    expect(changes).toEqual([{ incident: 'a', fields: ['cause'] }]);
    expect(text.replace(digest, '')).toBe(edited.replace(digest, ''));
    expect(digest.exec(text)?.[0]).not.toBe(digest.exec(edited)?.[0]);
  });

  it('takes up another incident with what it said, in a file of Windows, too', () => {
    const other = { ...solved, symptoms: ['nothing comes'], errors: ['E-17'] };
    const edited = made.text.replaceAll('\n', '\r\n');
    const site = siteOf(
      [
        ['a', solved],
        ['b', other],
      ],
      [recordOf('article', 'kb/white.md', edited)],
    );
    const planned = planPromotion(
      { incidents: ['b'], into: 'white' },
      around(site, articles(edited)),
    );
    const { text, added } = (planned as { promotion: Promotion }).promotion;
    expect(added).toEqual(['b']);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(recordOf('article', 'kb/white.md', text).fields).toMatchObject({
      symptoms: ['I see a white page', 'nothing comes'],
      errors: ['E-17'],
      sources: ['a', 'b'],
    });
  });

  it('tells of attempts that may be needed as well, since the text stays', () => {
    const other = {
      ...solved,
      attempts: [
        attempt('no_effect', 'left_in_place', { action: 'Rebuilt the index' }),
        { action: 'Emptied the cache', outcome: 'fixed', afterwards: 'no_change' },
      ],
    };
    const site = siteOf(
      [
        ['a', solved],
        ['b', other],
      ],
      [recordOf('article', 'kb/white.md', made.text)],
    );
    const planned = planPromotion(
      { incidents: ['b'], into: 'white' },
      around(site, articles(made.text)),
    );
    const { notes } = (planned as { promotion: Promotion }).promotion;
    expect(notes.join(' ')).toContain('attempts that may be needed as well: 1.');
  });

  it('is written anew only if that is said, as a draft that keeps what is the author’s', () => {
    const edited = made.text
      .replace('state: draft', 'state: published\nowner: web-team\naliases: [blank]')
      .replace(/## Steps[^]*/, '## Steps\n\n1. My own words.\n');
    const request = { into: 'white', overwrite: true };
    const { text, kind, notes } = promoted([['a', solved]], request, articles(edited));
    expect(kind).toBe('rewritten');
    expect(recordOf('article', 'kb/white.md', text).fields).toMatchObject({
      state: 'draft',
      owner: 'web-team',
      aliases: ['blank'],
    });
    expect(text).not.toContain('My own words');
    expect(notes.join(' ')).toContain('It was published and is a draft again');
  });
});
