import { describe, expect, it } from 'vitest';
import { internalFacts, withoutFacts } from '#promote/internal-facts.ts';
import { incidentOf } from '../incident-of.ts';

const incident = incidentOf({
  reporter: {
    name: 'Mark Whitfield',
    organization: 'Foobar Insurance',
    contact: 'mark@foobar.example; +44 20 7946 0100',
  },
  attempts: [{ action: 'Looked', by: 'sj', outcome: 'unknown', afterwards: 'unknown' }],
  handoffs: [{ to: 'Multitrode developers', ref: 'MT-2231', sent: '2026-03-14' }],
  follow_ups: [{ what: 'Look again', owner: 'web team' }],
  tickets: ['ZD-1029'],
  seen_again: [{ at: '2026-04-01', ticket: 'ZD-1101' }],
});
const internal = { hosts: ['.int.acme.example'], tickets: ['PAG-[0-9]+'], words: ['Paginor'] };
const config = { internal, contact: { email: 'help@acme.example' } };
const facts = internalFacts([incident], config, 'public');
const cleaned = (text: string) => withoutFacts(text, facts);

it.each([
  ['Mark Whitfield saw it', 'the customer saw it', 'customer'],
  ['Whitfield saw it', 'the customer saw it', 'customer'],
  ['the IT of FOOBAR', 'the IT of FOOBAR', undefined],
  ["Foobar's IT", "the customer's IT", 'customer'],
  ['Had Mark Whitfield of Foobar reload', 'Had the customer reload', 'customer'],
  ['Mark (Foobar Insurance) saw it', 'the customer saw it', 'customer'],
  ["told Mark the customer's code", "told the customer the customer's code", 'customer'],
  ['sj restarted it', '(TODO: who) restarted it', 'name'],
  ['from Multitrode developers', 'from (TODO: who)', 'name'],
  [
    'see ZD-1029 and ZD-1101',
    'see (TODO: without the ticket) and (TODO: without the ticket)',
    'ticket',
  ],
  ['PAG-17', '(TODO: without the ticket)', 'ticket'],
  ['MT-2231', '(TODO: without the ticket)', 'ticket'],
  ['on db1.int.acme.example:5432', 'on (TODO: which system):5432', 'host'],
  ['INT.ACME.EXAMPLE', '(TODO: which system)', 'host'],
  ['bought from paginor', 'bought from (TODO: another word)', 'internal word'],
  ['mail a.b+c@other.example', 'mail (TODO: how to reach whom)', 'contact'],
  ['call +1 202 555 0143 now', 'call (TODO: how to reach whom) now', 'contact'],
  ['at 10.0.4.17/24', 'at (TODO: which address)', 'address'],
  ['at fe80::1ff:fe23:4567:890a', 'at (TODO: which address)', 'address'],
])('%s', (text, expected, kind) => {
  expect(cleaned(text)).toEqual({ text: expected, removed: kind ? [kind] : [] });
});

describe('leaves alone', () => {
  it.each([
    'mark the line and choose print',
    'at 10:30:15 on 2026-03-14',
    'version 4.3.2',
    'the web team',
    'asj and sjo',
    'std::vector',
    'point.acme.example',
    'write to help@acme.example',
  ])('%s', (text) => {
    expect(cleaned(text)).toEqual({ text, removed: [] });
  });
});

it('those who fix keep the machines, and nothing of people', () => {
  const forTheTeam = internalFacts([incident], config, 'internal');
  const text = 'paginor on db1.int.acme.example at 10.0.4.17, says Whitfield, a@b.example, ZD-1029';
  expect(withoutFacts(text, forTheTeam).text).toBe(
    'paginor on db1.int.acme.example at 10.0.4.17, says the customer, (TODO: how to reach whom), (TODO: without the ticket)',
  );
});
