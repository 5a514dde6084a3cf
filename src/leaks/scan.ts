import { emailAddresses } from './email-addresses.ts';
import { ipAddresses } from './ip-addresses.ts';
import type { Detector, Leak, LeakKind, Spot } from './leak.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { plainText } from './plain-text.ts';
import { secrets } from './secrets.ts';

/** What is looked for in every text, whoever wrote it. Adding a kind: write its file, name it here. */
const detectors = {
  secret: secrets,
  email: emailAddresses,
  phone: phoneNumbers,
  ip_address: ipAddresses,
} satisfies Partial<Record<LeakKind, Detector>>;

export type ScannedKind = keyof typeof detectors;

/** The leaks of a text, in order; where two overlap the one that comes first in the list of kinds. */
export function scan(text: string): Leak[] {
  return leaksBy(text, (plain) =>
    Object.entries(detectors).flatMap(([kind, detector]) =>
      detector(plain).map((spot) => ({ ...spot, kind: kind as ScannedKind })),
    ),
  );
}

/** What a detector finds in a text as a reader sees it, at its place in the text as it was written. */
export function leaksBy(
  text: string,
  detector: (plain: string) => (Spot & Pick<Leak, 'kind'>)[],
): Leak[] {
  const plain = plainText(text);
  const spots = withoutOverlaps(detector(plain.text));
  return spots.map(({ kind, what, from, to }) => {
    const [start, end] = plain.written(from, to);
    return { kind, what, from: start, to: end, text: plain.text.slice(from, to) };
  });
}

/** The text with every leak in it replaced by what `replacement` says. */
export function redacted(text: string, replacement: (leak: Leak) => string): string {
  let shown = '';
  let at = 0;
  for (const leak of scan(text)) {
    shown += text.slice(at, leak.from) + replacement(leak);
    at = leak.to;
  }
  return shown + text.slice(at);
}

/** The spots that overlap no earlier one of the list, in the order of the text. */
export function withoutOverlaps<One extends Pick<Spot, 'from' | 'to'>>(spots: One[]): One[] {
  const taken = new Uint8Array(spots.reduce((end, { to }) => Math.max(end, to), 0));
  const kept = spots.filter(({ from, to }) => {
    const isFree = !taken.subarray(from, to).includes(1);
    if (isFree) taken.fill(1, from, to);
    return isFree;
  });
  return kept.sort((a, b) => a.from - b.from);
}
