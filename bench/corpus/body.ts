import { capital, type Language } from './language.ts';
import type { Random } from './random.ts';
import { frequentLanguages } from './words.ts';

/** What the text of a body is made with. */
export interface Writer {
  random: Random;
  language: Language;
  /** A path from the root to another record, to link to. */
  otherPath?: string;
}

const headings = [
  'What happened',
  'How it was found',
  'Why it happened',
  'What we changed',
  'What we leave as it is',
  'Numbers',
];

/** A narrative in sections: paragraphs, and now and then a list, a table, a code block, a link. */
export function narrative(writer: Writer, sections: number): string {
  return headings
    .slice(0, sections)
    .map((heading) => `## ${heading}\n\n${section(writer)}`)
    .join('\n\n');
}

/** Numbered steps, each with what should be seen. */
export function steps({ random, language }: Writer): string {
  return Array.from({ length: random.int(3, 6) }, (_, index) => {
    const step = `${index + 1}. Open the ${language.thing()} and look at the ${language.thing()}.`;
    return `${step}\n   You should see: ${language.effect()}.`;
  }).join('\n');
}

function section(writer: Writer): string {
  const { random, language, otherPath } = writer;
  const blocks = [language.paragraph(random.int(2, 4))];
  if (random.isLucky(0.3)) blocks.push(bullets(writer));
  if (random.isLucky(0.08)) blocks.push(table(writer));
  if (random.isLucky(0.12)) blocks.push(fence(writer));
  if (random.isLucky(0.05)) blocks.push(`> ${capital(language.quote())}.`);
  if (otherPath && random.isLucky(0.2)) {
    blocks.push(`See [the ${language.thing()}](/${otherPath}) for the ${language.thing()}.`);
  }
  return blocks.join('\n\n');
}

function bullets({ random, language }: Writer): string {
  return Array.from({ length: random.int(2, 4) }, () => `- ${language.sentence()}`).join('\n');
}

function table({ random, language }: Writer): string {
  const rows = Array.from(
    { length: random.int(2, 5) },
    () => `| ${language.host()} | ${random.int(1, 999)} | ${language.effect()} |`,
  );
  return ['| host | count | remark |', '| --- | ---: | --- |', ...rows].join('\n');
}

function fence({ random, language }: Writer): string {
  const name = random.frequent(frequentLanguages);
  const lines = Array.from({ length: random.int(1, 4) }, () => language.command());
  return ['```' + name, ...lines, '```'].join('\n');
}
