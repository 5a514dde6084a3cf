import type { Packet } from '#intake/packet.ts';

/** A packet with as little in it as possible. */
export function packetWith(fields: Partial<Packet> = {}): Packet {
  return {
    format: 'fixlore-packet',
    version: 1,
    product: 'portal',
    title: 'Contact us about the portal',
    made: '2026-11-20T09:00:00.000Z',
    checks: [],
    answers: [{ id: 'seen', question: 'What do you see?', text: 'a white page' }],
    left_out: 0,
    ...fields,
  };
}
