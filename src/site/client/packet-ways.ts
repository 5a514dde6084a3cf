import type { Packet } from '#intake/packet.ts';
import { packetText } from '#intake/packet-text.ts';

/** Mail programs cut longer links, some without a word. */
const longestLink = 1900;

/** A mail that only has to be sent; `isWhole` is false if the text has to be pasted into it. */
export function mailWith(mailbox: string, packet: Packet): { href: string; isWhole: boolean } {
  const href = mailHref(mailbox, packet.title, packetText(packet));
  if (href.length <= longestLink) return { href, isWhole: true };
  return { href: mailHref(mailbox, packet.title, 'Paste the text here.\n'), isWhole: false };
}

function mailHref(mailbox: string, title: string, body: string): string {
  const text = (written: string) =>
    encodeURIComponent(written.toWellFormed().replaceAll('\n', '\r\n'));
  return `mailto:${mailbox}?subject=${text(title)}&body=${text(body)}`;
}

/** A file without a server: the policy restricts what a page loads, not what a reader saves. */
export function savedAs(kind: 'json' | 'md', packet: Packet): { href: string; name: string } {
  const content = kind === 'json' ? packetJson(packet) : packetText(packet);
  const type = kind === 'json' ? 'application/json' : 'text/markdown';
  return {
    href: `data:${type};charset=utf-8,${encodeURIComponent(content.toWellFormed())}`,
    name: `${packet.product}-packet.${kind}`,
  };
}

export function packetJson(packet: Packet): string {
  return `${JSON.stringify(packet, null, 2)}\n`;
}

/** Sends a packet. Undefined if the other site does not let its answer be read. Throws if it cannot be reached. */
export async function posted(url: string, packet: Packet): Promise<boolean | undefined> {
  const isOwn = new URL(url, location.href).origin === location.origin;
  const mode = isOwn ? 'same-origin' : 'no-cors';
  const { ok, type } = await fetch(url, { method: 'POST', mode, body: packetJson(packet) });
  return type === 'opaque' ? undefined : ok;
}
