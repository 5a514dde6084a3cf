import { catalogue, codes } from '#diagnostics/catalogue.ts';
import type { Diagnostic, SeverityLevel } from '#diagnostics/diagnostic.ts';
import { version } from '#model/version.ts';
import type { Reporter } from './check-report.ts';
import { jsonText } from './json-text.ts';

/** SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Reporter = ({ diagnostics }) =>
  jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fixlore',
            semanticVersion: version,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: catalogue[code].title },
              defaultConfiguration: { level: levels[catalogue[code].severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(result),
      },
    ],
  });

const levels: Record<SeverityLevel, string> = { error: 'error', warning: 'warning', info: 'note' };

function result(diagnostic: Diagnostic): object {
  const { code, severity, message, hint, related = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: hint ? `${message} ${hint}` : message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(diagnostic.file) },
          region: {
            startLine: diagnostic.line,
            startColumn: diagnostic.column,
            endLine: diagnostic.end_line,
            endColumn: diagnostic.end_column,
          },
        },
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((one) => ({
        physicalLocation: {
          artifactLocation: { uri: uri(one.file) },
          region: { startLine: one.line },
        },
        message: { text: one.message },
      })),
    }),
  };
}

function uri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
