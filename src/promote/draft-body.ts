import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { Incident } from '#model/site.ts';
import { instruction, steps } from './instruction.ts';
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
import type { Story } from './source-story.ts';

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
      const [name = ''] = oneLine(value).split(/[,;(]/);
      return surroundings.test(key) && cleaned(name) === name ? [name.trim()] : [];
    }),
  );
  const each = [...new Set(seen)].filter((name) => name !== '');
  return each.length > 0 ? [paragraph(...phrases(`Seen with ${listed(each)}.`))] : [];
}

function stepItems({ story, isPublic, cleaned }: DraftSources): BlockContent[][] {
  const [first, ...others] = story.ways;
  if (!first) return [[withResult([text('TODO: what to do. The sources have no effective fix.')])]];
  const run = (attempt: { run?: string | undefined }): BlockContent[] =>
    attempt.run && !isPublic ? [{ type: 'code', value: cleaned(attempt.run) }] : [];
  const own = steps(first.attempt.action).map((part): BlockContent[] => [
    withResult(told(cleaned(part))),
  ]);
  own.at(-1)?.splice(1, 0, ...run(first.attempt));
  const again =
    own.length === 1 ? 'Then do step 1 again.' : `Then do steps 1 to ${own.length} again.`;
  return [
    ...own,
    ...others.map(({ attempt }): BlockContent[] => [
      withResult([
        strong('Only if the problem is still there:'),
        text(' '),
        ...joined(attempt.action, cleaned),
        text(' This is what helped another time.'),
      ]),
      ...run(attempt),
    ]),
    ...story.mayAlsoNeed.map((attempt): BlockContent[] => [
      withResult([
        strong('Only if the problem is still there:'),
        text(' '),
        ...joined(attempt.action, cleaned),
        text(
          ` ${again} This may also be needed: it had been done before the fix helped, and nobody has tried without it.`,
        ),
        ...(isPublic && attempt.run
          ? [text(' TODO: say whether the reader can do this, or who does it.')]
          : []),
      ]),
      ...run(attempt),
    ]),
  ];
}

/** An instruction if the action can be told as one. */
function told(action: string): PhrasingContent[] {
  const bent = instruction(action);
  if (bent !== undefined) return phrases(`${bent}.`);
  return phrases(`${ended(action)} TODO: say this as what to do.`);
}

function joined(action: string, cleaned: (text: string) => string): PhrasingContent[] {
  return steps(action).flatMap((part, index) => [
    ...(index > 0 ? [text(' ')] : []),
    ...told(cleaned(part)),
  ]);
}

function withResult(step: PhrasingContent[]): BlockContent {
  return paragraph(...step, text('\nYou should see: TODO: what they see after this step.'));
}

function check({ incidents, cleaned }: DraftSources): RootContent[] {
  const goal = firstOf(incidents, ({ goal }) => goal);
  const expected = firstOf(incidents, ({ expected }) => expected);
  if (goal === undefined && expected === undefined) {
    return [paragraph(text('TODO: how they know that it is solved.'))];
  }
  const again = goal
    ? `Do once more what did not work: ${uncapitalised(bare(cleaned(goal)))}.`
    : 'Try again.';
  const see = expected
    ? uncapitalised(bare(cleaned(expected)))
    : 'TODO: what they see when it works';
  return [paragraph(...phrases(again), text('\n'), ...phrases(`You should see: ${see}.`))];
}

function wayOn(sources: DraftSources): RootContent[] {
  const { incidents, story, cleaned, isPublic, lookAlikes, contactHref } = sources;
  const workarounds = incidents.flatMap(({ fields }) => {
    const { summary, customer_solvable } = fields.workaround ?? {};
    return summary !== undefined && (!isPublic || customer_solvable !== false) ? [summary] : [];
  });
  const tell = 'Say which of these steps you have tried and what you saw after each.';
  const contact: PhrasingContent[] = contactHref
    ? [text('Otherwise '), link(contactHref, 'tell us what you see'), text(`. ${tell}`)]
    : [text(`Otherwise contact support. ${tell}`)];
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
    [paragraph(...contact)],
  ];
  return [bulleted(items)];
}

/** For those who fix, what did not help is worth as much as what did. */
function didNotHelp({ story, cleaned }: DraftSources): RootContent[] {
  if (story.didNotHelp.length === 0) return [];
  const items = story.didNotHelp.map(({ action, outcome }) => {
    const came = outcome && outcome !== 'no_effect' ? ` (${outcome})` : '';
    return [paragraph(...phrases(`${bare(cleaned(action))}${came}.`))];
  });
  return [heading('What did not help'), bulleted(items)];
}

function why({ incidents, cleaned }: DraftSources): RootContent[] {
  const causes = incidents.flatMap(({ fields: { cause } }) =>
    cause && cause !== 'unknown' ? [ended(cleaned(cause))] : [],
  );
  const each = [...new Set(causes)].map((cause) => paragraph(...phrases(cause)));
  return each.length > 0 ? [heading('Why it happens'), ...each] : [];
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
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** Within a sentence; a name or an abbreviation stays as it is. */
function uncapitalised(sentence: string): string {
  const common =
    /^(A|An|The|That|This|It|They|He|She|I|We|You|Their|His|Her|My|Our|Your|Some|All|No|One|Two)\b/;
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
