import { startOfFile, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { configFile } from '#model/config.ts';
import type { History } from './rule.ts';

/** What was not seen is said, so that nobody takes a check for more than it was. */
export function historyGap(history: History | undefined): Diagnostic[] {
  if (!history?.gap) return [];
  const isShallow = history.gap === 'shallow';
  return [
    {
      code: 'history-incomplete',
      severity: 'info',
      file: configFile,
      ...startOfFile,
      message: isShallow
        ? 'Whether symptoms were rewritten or published addresses are gone is not known from before the oldest commit of this shallow clone.'
        : 'Whether symptoms were rewritten or published addresses are gone is not known as a whole: git does not show all of the history.',
      hint: isShallow
        ? 'Fetch the rest with "git fetch --unshallow"; in a workflow, check out with `fetch-depth: 0`.'
        : 'Run "git log -- incidents kb" there and see what git says.',
    },
  ];
}
