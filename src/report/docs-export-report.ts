import { printable } from '#diagnostics/printable.ts';
import type { DocsStep, DocsStepKind } from '#export/docs/docs-plan.ts';
import type { Paint } from './paint.ts';
import { count } from './pretty.ts';

export interface DocsExported {
  steps: readonly DocsStep[];
  /** The folder as it was named. */
  folder: string;
  articles: number;
  lostLinks: number;
  isDryRun: boolean;
}

const mostListed = 20;

/** What was written, and what was not. */
export function docsExportText(exported: DocsExported, paint: Paint): string {
  const { steps, folder, articles, lostLinks, isDryRun } = exported;
  const by = (kind: DocsStepKind) => steps.filter((step) => step.kind === kind);
  const counts = (['new', 'changed', 'removed', 'unchanged'] as const)
    .map((kind) => [kind, by(kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${number} ${kind}`);
  const lines = [
    paint.bold(
      `${count(articles, 'article')} ${isDryRun ? 'would be exported' : 'exported'} to ${printable(folder)}: ${counts.join(', ') || 'no files'}`,
    ),
    ...(isDryRun ? changesOf(steps) : []),
    ...kept(by('edited'), 'changed by somebody since fixlore wrote it; kept.', [
      'Take the change over into kb/, then delete the file and export again.',
    ]),
    ...kept(by('foreign'), 'was not written by fixlore; kept.', [
      'Move or rename it, or give another --to, then export again.',
    ]),
    ...(lostLinks > 0
      ? [
          `${count(lostLinks, 'link')} lead to pages or files of the help centre only, and became text.`,
          '  Set base_url.public in fixlore.config.yaml, and they lead there.',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function changesOf(steps: readonly DocsStep[]): string[] {
  return steps
    .filter(({ kind }) => kind === 'new' || kind === 'changed' || kind === 'removed')
    .map(({ path, kind }) => `  ${kind.padEnd(8)} ${printable(path)}`);
}

function kept(steps: readonly DocsStep[], why: string, advice: string[]): string[] {
  if (steps.length === 0) return [];
  const listed = steps.slice(0, mostListed).map(({ path }) => `${printable(path)}: ${why}`);
  const more = steps.length - listed.length;
  return [
    ...listed,
    ...(more > 0 ? [`… and ${count(more, 'file')} more.`] : []),
    ...advice.map((line) => `  ${line}`),
  ];
}
