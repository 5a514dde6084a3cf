import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CheckReport } from '#report/check-report.ts';
import { plain } from '#report/paint.ts';

/** A diagnostic with a related place and everything that formats have to escape. */
export const strange: Diagnostic = {
  code: 'yaml-duplicate-key',
  severity: 'error',
  file: 'incidents/100%: a,b\u001b[31m.md',
  line: 3,
  column: 5,
  end_line: 4,
  end_column: 2,
  message: 'Written twice:\r\n\u009b31m\u202e "it" is 100%.',
  hint: 'Keep one, \u0007please.',
  related: [{ file: 'incidents/100%: a,b\u001b[31m.md', line: 2, message: 'Here\u0000 first.' }],
};

/** A diagnostic as most are. */
export const ordinary: Diagnostic = {
  code: 'wrong-value',
  severity: 'warning',
  file: 'incidents/a.md',
  line: 3,
  column: 9,
  end_line: 3,
  end_column: 15,
  message: 'The value of `status` is not usable.',
};

/** A report of diagnostics, as the formats get it. */
export function reportOf(diagnostics: Diagnostic[], parts: Partial<CheckReport> = {}): CheckReport {
  return { diagnostics, recordCount: 12, sourceLine: () => undefined, paint: plain, ...parts };
}

/** What must reach no terminal. */
export const rawControl =
  // eslint-disable-next-line no-control-regex -- these characters are looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
