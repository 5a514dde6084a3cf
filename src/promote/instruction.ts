/** Who carries the steps out: customers are "you", support has them do their part. */
export type Reader = 'customer' | 'support';

/**
 * What somebody did, told as what to do: "Had her allow JavaScript for the portal" becomes "Allow
 * JavaScript for the portal". English only, and only verbs that support uses; undefined if the first
 * word is none of them, since a sentence that was bent wrongly is worse than one that was not.
 */
export function instruction(action: string, reader: Reader = 'customer'): string | undefined {
  const text = action.trim().replace(/[.;]$/, '');
  const addressed = addressedTo[reader];
  const told = asked.exec(text);
  if (told && isVerb(told[2])) {
    const what = `${told[2]}${told[3]}`;
    return sentence(
      addressed(reader === 'customer' ? what : `have ${otherPerson(told[1])} ${what}`),
    );
  }
  const had = reader === 'support' ? /^Had (\S.*)$/is.exec(text) : undefined;
  if (had) return addressed(`Have ${had[1] ?? ''}`);
  const request = requestToTeam(text);
  if (request) return addressed(request);
  const [, adverb = '', verb = '', rest = ''] =
    /^(?:(?:We|I|They|She|He|Then|The (?:customer|user|caller|client)) )*((?:[A-Za-z]+ly )?)([A-Za-z-]+)(.*)$/s.exec(
      text,
    ) ?? [];
  const base = baseOf(verb) ?? (isVerb(verb) ? verb.toLowerCase() : undefined);
  if (!base) return undefined;
  return sentence(addressed(`${adverb.toLowerCase()}${base}${chained(rest)}`));
}

/** One step for each thing that was done: at ends of sentences, semicolons, "then", and a comma before a verb. */
export function steps(action: string): string[] {
  return action
    .split(/(?<=[^.\s]{2})\.\s+(?=\p{Lu})|;\s+|,? (?:and )?then (?=\p{L})|\n+/u)
    .flatMap(atVerbs)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:and |then )+/, '')
        .replace(/[.;,]$/, ''),
    )
    .filter((part) => part !== '');
}

/** "Saved the file, restarted the service, and signed in again" tells of three steps. */
function atVerbs(part: string): string[] {
  if (instruction(part) === undefined) return [part];
  const pieces = part.split(/, (?=(?:and )?[a-z-]+\b)/);
  return pieces.reduce<string[]>((found, piece) => {
    const [, verb = '', object = ''] = /^(?:and )?([a-z-]+)(.*)/s.exec(piece) ?? [];
    const base = baseOf(verb);
    const isStep =
      asked.test(piece.replace(/^and /, '')) ||
      (base !== undefined && (object !== '' || needsNoObject(base)));
    const last = found.at(-1);
    return last === undefined || isStep
      ? [...found, piece]
      : [...found.slice(0, -1), `${last}, ${piece}`];
  }, []);
}

/** "Had her try", "Asked the customer to try": what follows is what the reader does. */
const asked =
  /^(?:Had|Asked|Told|Got|Advised|Helped|Let|Made|Showed) (her|him|them|everybody|everyone|the (?:customer|user|caller|client|partner|reporter)s?)(?: how)? (?:to )?([a-z-]+)(.*)$/is;

/** "The customer's network team opened a port": for that the reader asks a team of their own. */
function requestToTeam(text: string): string | undefined {
  const [, whose, rest] =
    /^((?:the (?:customer|user|partner)['’]s|their|his|her)) (.*)$/is.exec(text) ?? [];
  const words = rest?.split(' ') ?? [];
  const verb = words.findIndex((word, index) => index > 0 && index < 4 && baseOf(word));
  if (verb === -1) return undefined;
  const team = words.slice(0, verb).join(' ');
  return `Ask ${whose?.toLowerCase() ?? ''} ${team} to ${baseOf(words[verb] ?? '')} ${words.slice(verb + 1).join(' ')}`;
}

/** Whether support did it, as far as its first word tells. */
export function isSupports(action: string): boolean {
  return !isReaders(action) && baseOf(/^[A-Za-z-]+/.exec(action)?.[0] ?? '') !== undefined;
}

/** Whether somebody was asked to do it, and did: then the reader can do it, too. */
export function isReaders(action: string): boolean {
  return asked.test(action) || /^The (?:customer|user|caller|client|partner)\b/i.test(action);
}

/** Verbs after "and", "or" and commas are bent like the first one. */
function chained(rest: string): string {
  return rest.replaceAll(
    /(, and|,| and| or| but) ([a-z-]+)\b(?=( \w)?)/g,
    (whole, link: string, verb: string, object?: string) => {
      const base = baseOf(verb);
      return base && (object || needsNoObject(base)) ? `${link} ${base}` : whole;
    },
  );
}

/** "Published the keys, signed": a verb alone tells of a step only if it can stand alone. */
function needsNoObject(base: string): boolean {
  return /^(?:re)?(?:boot|start|load|connect|try|fresh|open|run|login|install|print|scan)$|^(?:save|wait|update|disconnect|test|upgrade)$/.test(
    base,
  );
}

const addressedTo = {
  customer: (text) =>
    text
      .replaceAll(/\bthe (?:customer|user|caller|client|partner|reporter)['’]s\b/gi, 'your')
      .replaceAll(/\b(?:their|his|her) (?=[a-z])/gi, 'your '),
  support: (text) => text.replaceAll(/\b(?:his|her) (?=[a-z])/g, 'their '),
} satisfies Record<Reader, (text: string) => string>;

/** Who was asked then is not who is asked next time. */
function otherPerson(whom = ''): string {
  return /^(?:her|him)$/i.test(whom) ? 'them' : whom;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function isVerb(word: string | undefined): word is string {
  return word !== undefined && verbs.has(word.toLowerCase());
}

function baseOf(past: string): string | undefined {
  return pasts.get(past.toLowerCase());
}

const irregular: Record<string, string> = {
  ...{ began: 'begin', bought: 'buy', brought: 'bring', built: 'build', chose: 'choose' },
  ...{ cut: 'cut', did: 'do', drew: 'draw', found: 'find', gave: 'give', held: 'hold' },
  ...{ kept: 'keep', left: 'leave', let: 'let', made: 'make', moved: 'move', put: 'put' },
  ...{ ran: 'run', read: 'read', rebuilt: 'rebuild', reset: 'reset', reran: 'rerun' },
  ...{ rewrote: 'rewrite', sent: 'send', set: 'set', shut: 'shut', spelt: 'spell', took: 'take' },
  ...{
    told: 'tell',
    went: 'go',
    wrote: 'write',
    overwrote: 'overwrite',
    undid: 'undo',
    enrolled: 'enrol',
  },
  ...{ withdrew: 'withdraw', got: 'get', split: 'split', hid: 'hide', dug: 'dig', stuck: 'stick' },
};

const regular =
  `stay use work publish roll recreate answer pick correct wipe try raise accept activate add adjust allow append apply approve archive ask assign attach block boot bypass
  call cancel change check clean clear click close collect compare compress configure confirm connect
  convert copy correct create deactivate decrease delete deploy detach disable disconnect discard
  downgrade download drag drop drain edit empty enable enlarge enter erase exchange export extend extract
  fetch fill fix flush follow force format free grant hand import include increase insert install invalidate join
  kill launch limit link load lock log lower mail map mark merge migrate mount move name note open order paste
  pause pin plug point press prevent print promote pull purge push raise reactivate reassign reboot
  recalculate recompile reconfigure reconnect recover recreate redeploy redirect reduce re-enable re-enter
  re-import re-install re-run refresh register reimport reindex reinstall release reload relogin remove
  rename renew reopen repair repeat replace replay report request rescan resend restart restore resume
  retry return revert review revoke rotate save scale scan search select separate serve share shorten
  sign skip start stop submit subscribe swap switch sync synchronise synchronize tap terminate test tighten toggle
  transfer trigger trim trust try turn type unblock uncheck uninstall unlock unmount unpin unplug
  unregister unset unzip update upgrade upload use validate verify visit wait whitelist widen wipe zip`.split(
    /\s+/,
  );

const doubled =
  /^(drag|drop|log|map|pin|plug|scan|skip|stop|swap|tap|trim|unpin|unplug|zip|unzip)$/;

function pastOf(verb: string): string {
  if (doubled.test(verb)) return `${verb}${verb.at(-1)}ed`;
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

const pasts = new Map<string, string>([
  ...regular.map((verb) => [pastOf(verb), verb] as const),
  ...Object.entries(irregular),
]);

const verbs = new Set([...pasts.values()]);
