import type { Answer, Packet } from './packet.ts';

/**
 * A packet as Markdown, for people. Each question is a heading of the third level as in an issue made
 * by an issue form, so that `issue-answers.ts` reads both.
 */
export function packetText({ title, product, made, checks, answers }: Packet): string {
  const parts = [
    `# ${oneLine(title)}`,
    `Product: ${product} · ${made.slice(0, 16).replace('T', ' ')} UTC`,
    ...answers.flatMap((answer) => [`### ${oneLine(answer.question)}`, answerText(answer)]),
    ...(checks.length > 0 ? [`### ${checksHeading}`, checks.map(checkLine).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

export const checksHeading = 'Checked before';

/** What was answered, in a line or several. */
export function answerText({ text, files = [] }: Pick<Answer, 'text' | 'files'>): string {
  const names = files.map(({ name, size }) => `- ${oneLine(name)} (${sizeText(size)})`);
  return [...(text ? [text] : []), ...(names.length > 0 ? [names.join('\n')] : [])].join('\n\n');
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const isLarge = bytes >= 1e6;
  return `${(bytes / (isLarge ? 1e6 : 1e3)).toFixed(isLarge ? 1 : 0)} ${isLarge ? 'MB' : 'KB'}`;
}

function checkLine({ check, done }: Packet['checks'][number]): string {
  return `- [${done ? 'x' : ' '}] ${oneLine(check)}`;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
