import type { IntakeFields } from '#schema/intake.ts';
import { checksHeading, oneLine } from './packet-text.ts';
import type { Answer, Packet } from './packet.ts';

/**
 * The packet in the text of an issue that an issue form has made, or in a packet's own Markdown: each
 * question a heading of the third level. Undefined if it holds no answer to the questions of the intake.
 */
export function packetFromIssue(
  body: string,
  intake: Pick<IntakeFields, 'product' | 'title' | 'ask'>,
  made: string,
): Packet | undefined {
  const sections = sectionsOf(body, [...intake.ask.map(({ label }) => label), checksHeading]);
  const answers = intake.ask.flatMap(({ id, label }): Answer[] => {
    const text = sections.get(oneLine(label));
    return text ? [{ id, question: label, text }] : [];
  });
  if (answers.length === 0) return undefined;
  const checks = checksIn(sections.get(checksHeading) ?? '');
  const { product, title } = intake;
  return {
    format: 'fixlore-packet',
    version: 1,
    product,
    title,
    made,
    checks,
    answers,
    left_out: 0,
  };
}

/** How many questions of an intake a text answers. */
export function answeredBy(body: string, { ask }: Pick<IntakeFields, 'ask'>): number {
  return sectionsOf(
    body,
    ask.map(({ label }) => label),
  ).size;
}

/** What stands below each heading that is one of the questions; any other belongs to the answer. */
function sectionsOf(body: string, labels: readonly string[]): Map<string, string> {
  const known = new Set(labels.map(oneLine));
  const sections = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of body.split(/\r?\n/)) {
    const heading = /^### (.+)$/.exec(line)?.[1];
    const label = heading === undefined ? undefined : oneLine(heading);
    if (label !== undefined && known.has(label) && !sections.has(label)) {
      lines = [];
      sections.set(label, lines);
    } else {
      lines?.push(line);
    }
  }
  return new Map(
    [...sections]
      .map(([label, text]) => [label, text.join('\n').trim()] as const)
      .filter(([, text]) => text !== '' && text !== noResponse),
  );
}

/** What GitHub writes below a question that was left empty. */
const noResponse = '_No response_';

function checksIn(text: string): Packet['checks'] {
  return [...text.matchAll(/^- \[([ xX])\] (.+)$/gm)].map(([, mark, check = '']) => ({
    check,
    done: mark !== ' ',
  }));
}
