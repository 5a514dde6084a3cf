import { describe, expect, it } from 'vitest';
import type { Site } from '#model/site.ts';
import { letterOf } from '#views/internal/letter.ts';
import { attempt, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const letter = (fields: WritableFields, articles: Parameters<typeof siteOf>[1] = []) => {
  const site = siteOf([['a', fields]], articles);
  const config: Site['config'] = {
    ...site.config,
    address: { public: 'https://help.example', internal: undefined },
    internal: { hosts: ['int.acme.example'], tickets: ['ZD-[0-9]+'], words: ['Paginor'] },
  };
  return letterOf({ ...site, config }, site.incidents[0]!);
};

const resolved = { status: 'resolved', resolved: '2026-03-15', cause: 'A disk', side: 'ours' };
const fixed = (action: string) => ({
  attempts: [attempt('fixed', 'no_change', { action })],
  fix: { customer_solvable: true },
});

describe('while it is not over', () => {
  it('says that somebody is at it, what helps, and when they hear next', () => {
    const told = letter({
      status: 'mitigated',
      tickets: ['ZD-1'],
      workaround: { summary: 'Reload the page', customer_solvable: true, until: '2026-06-20' },
      promises: [
        { to: 'customer', what: 'Call Dana', due: '2026-06-03' },
        { to: 'all customers', what: 'News', due: '2026-06-02' },
        { to: 'auditors', what: 'A report', due: '2026-06-01' },
        { to: 'customer', what: 'A first word', due: '2026-05-01' },
      ],
    });
    expect(told).toMatchObject({ isOver: false, tickets: ['ZD-1'], note: undefined });
    expect(told?.text.split('\n\n')).toEqual([
      'Hello,',
      'You told us: “I see a white page”',
      'The worst is over. We are still working on the rest.',
      'Until then, this helps: Reload the page. We expect it to be needed until 20 Jun 2026.',
      'You will hear from us by 2 Jun 2026.',
      'Acme',
    ]);
  });

  it('notes that nobody promised anything, and promises nothing', () => {
    const told = letter({ workaround: { summary: 'Restart the server' } });
    expect(told?.note).toMatch(/^Nobody has promised/);
    expect(told?.text.split('\n\n')).toEqual([
      ...['Hello,', 'You told us: “I see a white page”', 'We are working on it.', 'Acme'],
    ]);
  });

  it('leaves out until when, once that is over', () => {
    const workaround = { summary: 'Reload!', customer_solvable: true, until: '2026-05-01' };
    expect(letter({ workaround })?.text).toContain('this helps: Reload!\n');
  });
});

describe('when it is over', () => {
  it('says what helped if customers could do it, and where to read on', () => {
    const article = (id: string, fields: WritableFields) =>
      recordOf('article', `kb/${id}.md`, articleText({ title: id, sources: ['a'], ...fields }));
    const told = letter({ ...resolved, ...fixed('Allowed pop-up windows'), tickets: ['ZD-1'] }, [
      article('public', {}),
      article('internal', { audience: 'internal' }),
      article('old', { state: 'archived' }),
    ]);
    expect(told?.text.split('\n\n')).toEqual([
      'Hello,',
      'You told us: “I see a white page”',
      'This was solved on 15 Mar 2026.',
      'This is what helped: Allowed pop-up windows.',
      'More about it in our help: “public”, https://help.example/articles/public/',
      'Does it work for you now? If not, answer here, and we go on.',
      'Acme',
    ]);
  });

  it('says nothing of what customers could not do', () => {
    const { attempts } = fixed('Restarted the pool');
    const told = letter({ ...resolved, attempts, fix: { customer_solvable: false } });
    expect(told?.text).not.toContain('Restarted');
    expect(told?.note).toBe('The record names no ticket.');
  });

  it.each([
    ['went_away', 'It has stopped by itself. We could not find out why it happened.'],
    ['worked_around', 'We found a way around it.'],
    ['wont_fix', 'We will not change this.'],
  ])('tells of %s', (resolution, sentence) => {
    expect(letter({ ...resolved, resolution })?.text).toContain(`\n\n${sentence}\n\n`);
  });

  it('is not written for duplicates, nor for imported records that nobody waits for', () => {
    expect(letter({ ...resolved, resolution: 'duplicate', duplicate_of: 'b' })).toBeUndefined();
    const imported = { from: 'cstate', id: 'a' };
    expect(letter({ ...resolved, imported })).toBeUndefined();
    expect(letter({ ...resolved, imported, tickets: ['ZD-1'] })).toBeDefined();
  });
});

describe('what is internal', () => {
  it.each([
    'Restarted app-03.INT.acme.example',
    'Did what ZD-77 says',
    'Went back to paginor 7',
    'Called Dana about it',
    'Asked GX-9 of the vendor',
    'Opened 10.1.2.3',
    'Wrote to ops@acme.example',
  ])('is in no letter: %s', (internal) => {
    const told = letter({
      ...resolved,
      ...fixed(internal),
      symptoms: [internal, 'I see nothing'],
      workaround: { summary: internal, customer_solvable: true },
      reporter: { name: 'Dana Whitfield' },
      handoffs: [{ to: 'Somebody', ref: 'GX-9', sent: '2026-03-14' }],
    });
    expect(told?.text).not.toContain(internal);
    expect(told?.text).toContain('You told us: “I see nothing”');
  });

  it('does not hide words that only begin alike', () => {
    const told = letter({
      ...resolved,
      ...fixed('Danalytics was switched on'),
      reporter: { name: 'Dana' },
    });
    expect(told?.text).toContain('Danalytics');
  });
});
