import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Incident } from '#model/site.ts';
import { instruction, isReaders, isSupports, steps, type Reader } from './instruction.ts';
import {
  bulleted,
  heading,
  link,
  markdownText,
  numbered,
  oneLine,
  paragraph,
  phrases,
  strong,
} from './markdown-text.ts';
import type { Attempt, Story } from './source-story.ts';

/** What the body of a draft is written from. */
export interface DraftSources {
  incidents: readonly Incident[];
  story: Story;
  isPublic: boolean;
  /** A text of a source as it may travel. */
  cleaned: (text: string) => string;
  /** Articles about problems that look the same: where they are from here, and how to tell. */
  lookAlikes: readonly { href: string; title: string; tellApart: string }[];
  /** Where the contact form of the product is from here, if it has one. */
  contactHref: string | undefined;
}

/** The body of a draft: what the sources say, and places to fill where they say nothing. */
export function draftBody(sources: DraftSources): string {
  return markdownText([
    ...seenWith(sources),
    heading('Steps'),
    numbered(stepItems(sources)),
    heading('Check that it worked'),
    ...check(sources),
    heading('If it did not help'),
    ...wayOn(sources),
    ...(sources.isPublic ? [] : didNotHelp(sources)),
    ...why(sources),
  ]);
}

/** Of where it was seen, only what a customer can look up and compare. */
const surroundings = /^(browser|os|operating system|device|app|client|java|jdk)$/i;

function seenWith({ incidents, cleaned }: DraftSources): RootContent[] {
  const seen = incidents.flatMap(({ fields }) =>
    Object.entries(fields.environment ?? {}).flatMap(([key, value]) => {
      const name = oneLine(value.split(/[,;(]/)[0] ?? '');
      if (!surroundings.test(key) || name === '' || cleaned(name) !== name) return [];
      return [/^\d/.test(name) ? `${key} ${name}` : name];
    }),
  );
  const each = [...new Set(seen)];
  return each.length > 0 ? [paragraph(...phrases(`Seen with ${listed(each)}.`))] : [];
}

function stepItems({ story, isPublic, cleaned }: DraftSources): BlockContent[][] {
  const [first, ...others] = story.ways;
  if (!first) return [step([text('TODO: what to do. The sources have no effective fix.')])];
  const command = ({ run }: Attempt) => (isPublic || !run ? undefined : cleaned(run));
  const reader = isPublic ? 'customer' : 'support';
  const parts = steps(cleaned(first.attempt.action));
  // Where support did one part and the customer another, the reader cannot do both.
  const isShared = isPublic && parts.some(isReaders);
  const ifStillThere = ({ attempt, more }: { attempt: Attempt; more: string }): BlockContent[] =>
    step(
      [
        strong('Only if the problem is still there:'),
        text(' '),
        ...phrases(`${uncapitalised(inOne(cleaned(attempt.action), reader))} ${more}`),
      ],
      command(attempt),
    );
  return [
    ...parts.map((part, index) =>
      step(
        phrases(`${told(part, reader)}${isShared && isSupports(part) ? whoCan : ''}`),
        index === parts.length - 1 ? command(first.attempt) : undefined,
      ),
    ),
    ...others.map(({ attempt }) =>
      ifStillThere({ attempt, more: 'This is what helped another time.' }),
    ),
    ...story.mayAlsoNeed.map((attempt) => {
      const who = isPublic && !isReaders(cleaned(attempt.action)) ? whoCan : '';
      return ifStillThere({ attempt, more: `${again(parts.length)} ${mayNeed}${who}` });
    }),
  ];
}

const mayNeed = 'It may be needed as well: it had been done before the rest helped.';
const whoCan = ' TODO: say whether the reader can do this, or who does.';

function again(count: number): string {
  if (count === 1) return 'Then do step 1 again.';
  return `Then do steps ${count === 2 ? '1 and 2' : `1 to ${count}`} again.`;
}

/** What to do, what to type, and what one should see then. */
function step(what: PhrasingContent[], run?: string): BlockContent[] {
  const see = 'You should see: TODO: what they see after this step.';
  if (run === undefined) return [paragraph(...what, text(`\n${see}`))];
  return [paragraph(...what), { type: 'code', value: run.trimEnd() }, paragraph(text(see))];
}

/** Several things that were done, in sentences. */
function inOne(action: string, reader: Reader): string {
  return steps(action)
    .map((part) => told(part, reader))
    .join(' ');
}

/** An instruction if the action can be told as one. */
function told(action: string, reader: Reader): string {
  const bent = instruction(action, reader);
  return bent === undefined ? `${ended(action)} TODO: say this as what to do.` : `${bent}.`;
}

function check({ incidents, cleaned }: DraftSources): RootContent[] {
  const goal = firstOf(incidents, ({ goal }) => goal);
  const expected = firstOf(incidents, ({ expected }) => expected);
  if (goal === undefined && expected === undefined) {
    return [paragraph(text('TODO: how they know that it is solved.'))];
  }
  const tryAgain = goal
    ? `Do once more what did not work: ${inSentence(bare(cleaned(goal)))}.`
    : 'Try again.';
  const see = expected
    ? uncapitalised(asSeen(bare(cleaned(expected))))
    : 'TODO: what they see when it works';
  return [paragraph(...phrases(tryAgain), text('\n'), ...phrases(`You should see: ${see}.`))];
}

/** "To be signed in" is what they want; what they see is "you are signed in". */
function asSeen(expected: string): string {
  return expected.replace(/^to be (?=\p{L})/iu, 'you are ').replace(/^to see (?=\p{L})/iu, '');
}

function wayOn(sources: DraftSources): RootContent[] {
  const { incidents, story, cleaned, isPublic, lookAlikes } = sources;
  const workarounds = incidents.flatMap(({ fields }) => {
    const { summary, customer_solvable } = fields.workaround ?? {};
    return summary !== undefined && (!isPublic || customer_solvable !== false) ? [summary] : [];
  });
  const items: BlockContent[][] = [
    ...[...new Set(workarounds)].map((summary) => [
      paragraph(...phrases(`Until it works: ${uncapitalised(bare(cleaned(summary)))}.`)),
    ]),
    ...(story.hasFailedAgain
      ? [
          [
            paragraph(
              text(
                'TODO: the steps did not help every time. Say when they do not, and what to do then.',
              ),
            ),
          ],
        ]
      : []),
    ...lookAlikes.map(({ href, title, tellApart }) => [
      paragraph(
        text('It may be something else: '),
        link(href, title),
        ...phrases(`. ${ended(cleaned(tellApart))}`),
      ),
    ]),
  ];
  if (items.length === 0) return [paragraph(...contact(sources, false))];
  return [bulleted([...items, [paragraph(...contact(sources, true))]])];
}

/** The last way on, after others or alone. */
function contact({ isPublic, contactHref }: DraftSources, isLast: boolean): PhrasingContent[] {
  const start = (words: string) =>
    isLast ? `Otherwise ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  if (!isPublic) {
    return [text(start('write a new incident, with what you tried and what came of it.'))];
  }
  const tell = 'Say which of these steps you have tried, and what you saw after each.';
  if (!contactHref) return [text(`${start('contact support')}. ${tell}`)];
  const words = 'tell us what you see';
  return isLast
    ? [text('Otherwise '), link(contactHref, words), text(`. ${tell}`)]
    : [link(contactHref, start(words)), text(`. ${tell}`)];
}

/** For those who fix, what did not help is worth as much as what did. */
function didNotHelp({ story, cleaned }: DraftSources): RootContent[] {
  if (story.didNotHelp.length === 0) return [];
  const items = story.didNotHelp.map(({ action, outcome }) => {
    const came = outcome && outcome !== 'no_effect' ? ` (${outcome})` : '';
    return [paragraph(...phrases(`${capitalised(bare(cleaned(action)))}${came}.`))];
  });
  return [heading('What did not help'), bulleted(items)];
}

function why({ incidents, cleaned, isPublic }: DraftSources): RootContent[] {
  const causes = incidents.flatMap(({ fields: { cause } }) => {
    if (!cause || cause === 'unknown') return [];
    return [ended(isPublic ? toTheReader(cleaned(cause)) : cleaned(cause))];
  });
  const each = [...new Set(causes)].map((cause) => paragraph(...phrases(cause)));
  return each.length > 0 ? [heading('Why it happens'), ...each] : [];
}

/** What a sentence can say to the customer without being turned round, and without "you did". */
function toTheReader(cause: string): string {
  return cause
    .replaceAll(/\bat the customer(?![\p{L}'’])/gu, 'on your side')
    .replaceAll(/\bthe customer['’]s (?=\p{L})/gu, 'your ')
    .replaceAll(/\bThe customer['’]s (?=\p{L})/gu, 'Your ');
}

function firstOf(
  incidents: readonly Incident[],
  pick: (fields: Incident['fields']) => string | undefined,
): string | undefined {
  return incidents.map(({ fields }) => pick(fields)).find((one) => one !== undefined);
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function bare(sentence: string): string {
  return oneLine(sentence).replace(/(?<!\.)\.$/, '');
}

function ended(sentence: string): string {
  const line = oneLine(sentence);
  const start = capitalised(line);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}

/** At the start of a sentence; a word with capitals or digits in it is a name. */
function capitalised(line: string): string {
  return /^\p{Ll}+[ '’]/u.test(line) ? `${line.charAt(0).toUpperCase()}${line.slice(1)}` : line;
}

/** A goal begins with a verb, whatever it is; a word with capitals or digits in it is a name. */
function inSentence(goal: string): string {
  return /^\p{Lu}\p{Ll}+(?= )/u.test(goal)
    ? `${goal.charAt(0).toLowerCase()}${goal.slice(1)}`
    : goal;
}

/** Within a sentence; a name or an abbreviation stays as it is. */
function uncapitalised(sentence: string): string {
  const common =
    /^(A|An|The|That|This|It|They|He|She|I|We|You|Their|His|Her|My|Our|Your|To|Some|All|No|One|Two)\b/;
  const isVerb = instruction(sentence) !== undefined;
  if (sentence.startsWith('I ') || (!common.test(sentence) && !isVerb)) return sentence;
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** "a, b and c". */
function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
