import type { Guide, GuideLink } from '#views/public/guide.ts';

/** A guide as https://llmstxt.org describes it: a heading, what it is about, and lists of links. */
export function llmsText({ title, summary, sections }: Guide): string {
  const parts = [
    `# ${inLine(title)}`,
    `> ${inLine(summary)}`,
    ...sections.map(({ title, links }) =>
      [`## ${inLine(title)}`, '', ...links.map(item)].join('\n'),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function item({ title, address, says }: GuideLink): string {
  const name = inLine(title).replaceAll(/[\\[\]]/g, String.raw`\$&`);
  return `- [${name}](${address})${says ? `: ${inLine(says)}` : ''}`;
}

/** Nothing that was written can begin a line of its own. */
function inLine(text: string): string {
  return text.replaceAll(/[\s\u2028\u2029]+/g, ' ').trim();
}
