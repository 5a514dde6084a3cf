import { digitsOf } from '#leaks/phone-numbers.ts';
import type { Leak, LeakKind } from '#leaks/leak.ts';
import type { Config } from '#model/config.ts';
import type { Allowed, LeakRule } from '#schema/allow.ts';

export const ruleOf = {
  secret: 'leaked-secret',
  email: 'leaked-email',
  phone: 'leaked-phone',
  ip_address: 'leaked-ip-address',
  host: 'leaked-host',
  ticket: 'leaked-ticket',
  word: 'leaked-word',
  source: 'leaked-source',
} satisfies Record<LeakKind, LeakRule>;

/** The entry that lets a leak pass; undefined if none does. */
export function allowedBy(
  { kind, text }: Pick<Leak, 'kind' | 'text'>,
  entries: readonly Allowed[],
): Allowed | undefined {
  return entries.find((entry) => entry.rule === ruleOf[kind] && isMeant(entry.text, text));
}

function isMeant(allowed: string | undefined, text: string): boolean {
  if (allowed === undefined) return true;
  const [wanted, found] = [sameForm(allowed), sameForm(text)];
  return wanted === found || (wanted.startsWith('@') && found.endsWith(wanted));
}

/** Telephone numbers are the same however their digits are grouped. */
function sameForm(text: string): string {
  return /^[\d\s+()./-]+$/.test(text) && !/^\d+(?:\.\d+){3}$/.test(text.trim())
    ? digitsOf(text)
    : text.trim().toLowerCase();
}

/** What the configuration tells everybody: how to reach support. */
export function publishedContacts({ contact, feedback }: Config): Allowed[] {
  const because = 'It is how customers reach support.';
  return [
    ...[contact?.email, feedback?.email].flatMap((text): Allowed[] =>
      text ? [{ rule: 'leaked-email', text, because }] : [],
    ),
    ...(contact?.phone ? [{ rule: 'leaked-phone' as const, text: contact.phone, because }] : []),
  ];
}
