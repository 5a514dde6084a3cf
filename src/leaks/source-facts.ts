import { phrasePattern } from './configured.ts';
import type { Detector } from './leak.ts';
import { digitsOf } from './phone-numbers.ts';

/** What an incident knows of people, and a text made from it must not say. */
export interface SourceFacts {
  names: readonly string[];
  organizations: readonly string[];
  /** E-mail addresses, telephone numbers, user names. */
  contacts: readonly string[];
  tickets: readonly string[];
}

/** A detector of the people and tickets of the incidents that a text was made from. */
export function sourceFacts({ names, organizations, contacts, tickets }: SourceFacts): Detector {
  const searches = [
    ...names.flatMap((name) => nameSearches(name)),
    ...organizations.map((one) =>
      // One word may be an ordinary one: it counts as it is written.
      phrase(one, 'an organization of a source incident', /\s/.test(one) ? 'giu' : 'gu'),
    ),
    ...contacts.flatMap(contactSearches),
    ...tickets.map((one) => phrase(one, 'a ticket of a source incident')),
  ];
  return (text) => {
    const lower = text.toLowerCase();
    // Most texts name nobody, and making a pattern takes longer than this look.
    const near = searches.filter(({ needle }) => lower.includes(needle));
    return near.flatMap(({ pattern, what }) =>
      [...text.matchAll(pattern())].map(({ 0: found, index }) => ({
        from: index,
        to: index + found.length,
        what,
      })),
    );
  };
}

interface Search {
  /** What a text must hold in any case to be worth the pattern. */
  needle: string;
  pattern: () => RegExp;
  what: string;
}

function phrase(text: string, what: string, flags?: string): Search {
  const needle = text.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  return { needle, pattern: () => phrasePattern(text, flags), what };
}

/** The whole name in any case, in both orders, and the last name written as a name. */
function nameSearches(name: string): Search[] {
  const what = 'a name of a source incident';
  const parts = name.trim().split(/\s+/);
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (parts.length === 1) return last.length < 3 ? [] : [phrase(last, what, 'gu')];
  return [
    phrase(name, what),
    phrase(`${last}, ${first}`, what),
    ...(last.length >= 4 && /^\p{Lu}/u.test(last) ? [phrase(last, what, 'gu')] : []),
  ];
}

function contactSearches(contact: string): Search[] {
  const what = 'a contact of a source incident';
  const searches = [phrase(contact, what)];
  const domain = /@([\w.-]+\.[a-z]{2,})$/i.exec(contact.trim())?.[1];
  if (domain && !shared.has(domain.toLowerCase())) {
    searches.push(phrase(domain, 'the domain of a contact of a source incident'));
  }
  const digits = digitsOf(contact);
  if (!domain && digits.length >= 7) {
    // The last seven digits, however they are grouped: the prefix is written in many ways.
    const tail = [...digits.slice(-7)].join('[ ./()-]{0,3}');
    const pattern = () => new RegExp(`(?<!\\d)(?:\\+?[\\d ./()-]{1,14})?${tail}(?!\\d)`, 'g');
    searches.push({ needle: digits.at(-1) ?? '', pattern, what });
  }
  return searches;
}

/** Domains that millions of people have a mailbox in. */
const shared = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com'],
  ...['icloud.com', 'me.com', 'aol.com', 'gmx.net', 'gmx.de', 'gmx.at', 'web.de', 'proton.me'],
  ...['protonmail.com', 'mail.ru', 'qq.com', '163.com', 'yandex.ru', 't-online.de', 'orange.fr'],
]);
