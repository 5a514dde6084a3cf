import type { SeverityLevel } from '#diagnostics/diagnostic.ts';
import { printable } from '#diagnostics/printable.ts';
import { summary } from './pretty.ts';
import type { Reporter } from './check-report.ts';

/** For GitHub Actions: workflow commands that annotate the lines of a pull request. */
export const github: Reporter = (report) => {
  const lines = report.diagnostics.map((one) => {
    const { file, line, column, end_line, end_column, code, message, hint } = one;
    const properties = [
      `file=${property(file)}`,
      `line=${line}`,
      `endLine=${end_line}`,
      // GitHub ignores columns of an annotation that spans lines.
      ...(line === end_line ? [`col=${column}`, `endColumn=${end_column}`] : []),
      `title=${property(code)}`,
    ];
    return `::${commands[one.severity]} ${properties.join(',')}::${data([message, hint].filter(Boolean).join(' '))}`;
  });
  return `${[...lines, summary(report)].join('\n')}\n`;
};

const commands: Record<SeverityLevel, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
