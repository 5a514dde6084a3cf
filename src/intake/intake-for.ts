import { quoted } from '#diagnostics/printable.ts';
import type { IntakeFields } from '#schema/intake.ts';
import { answeredBy, packetFromIssue } from './issue-answers.ts';
import type { Packet } from './packet.ts';
import type { ReadPacket } from './read-packet.ts';

/** What came in with the intake whose questions it answers, or why there is none. */
export type MatchedPacket =
  { packet: Packet; intake: IntakeFields } | { problems: readonly string[] };

/** Finds the intake that was filled in. `product` is what the user says, `made` the moment of reading. */
export function intakeFor(
  read: ReadPacket,
  intakes: readonly IntakeFields[],
  { product, made }: { product?: string; made: string },
): MatchedPacket {
  if (read.kind === 'unusable') return read;
  const known = intakes.map((intake) => intake.product).join(', ');
  if (known === '')
    return { problems: ['This knowledge base has no intake: kb/intake/ is empty.'] };
  if (read.kind === 'packet') {
    const { packet } = read;
    const intake = intakes.find((one) => one.product === packet.product);
    const whose = `The packet is about ${quoted(packet.product)}`;
    if (!intake) return { problems: [`${whose}; there are intakes for ${known}.`] };
    if (product !== undefined && product !== packet.product) {
      return { problems: [`${whose}, and --product says ${quoted(product)}.`] };
    }
    return { packet, intake };
  }
  const candidates = intakes.filter((one) => product === undefined || one.product === product);
  const counts = candidates.map((intake) => answeredBy(read.body, intake));
  const most = Math.max(0, ...counts);
  const best = candidates.filter((_, index) => counts[index] === most);
  const [intake] = best;
  const packet = intake && most > 0 ? packetFromIssue(read.body, intake, made) : undefined;
  if (!intake || !packet) {
    return {
      problems: [
        `No heading in it is a question of an intake; expected "### " and the question. There are intakes for ${product ?? known}.`,
      ],
    };
  }
  if (best.length > 1) {
    const names = best.map((one) => one.product).join(', ');
    return {
      problems: [
        `It answers questions of several intakes: say which with --product, one of ${names}.`,
      ],
    };
  }
  return { packet, intake };
}
