import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { codes } from '#diagnostics/catalogue.ts';
import { sarif } from '#report/sarif.ts';
import { copyOf, diagnosticsOf, fixturesOf } from '../rule-fixture.ts';
import { ordinary, rawControl, reportOf, strange } from './report-of.ts';

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 has against a text. */
function problemsIn(text: string): unknown[] {
  return isSarif(JSON.parse(text)) ? [] : (isSarif.errors ?? []);
}

it('is SARIF 2.1.0', () => {
  expect(problemsIn(sarif(reportOf([])))).toEqual([]);
  expect(problemsIn(sarif(reportOf([strange, ordinary])))).toEqual([]);
});

it('is SARIF 2.1.0 for what every rule finds', async () => {
  for (const fixture of codes.flatMap((code) => fixturesOf(code))) {
    const found = await diagnosticsOf(copyOf(fixture), 'check');
    expect(problemsIn(sarif(reportOf(found)))).toEqual([]);
  }
});

it('is held against a schema that notices', () => {
  expect(problemsIn('{}')).not.toEqual([]);
  const wrong = sarif(reportOf([{ ...ordinary, line: 0 }]));
  expect(problemsIn(wrong)).not.toEqual([]);
  expect(problemsIn(sarif(reportOf([])).replace('"rules"', '"rulez"'))).not.toEqual([]);
});

it('names the rule, the level, the place and what to do', () => {
  const log = JSON.parse(sarif(reportOf([strange]))) as Log;
  const [run] = log.runs;
  const [result] = run!.results;
  expect(run!.tool.driver.rules.map(({ id }) => id)).toEqual(codes);
  expect(result).toMatchObject({
    ruleId: 'yaml-duplicate-key',
    ruleIndex: codes.indexOf('yaml-duplicate-key'),
    level: 'error',
    message: { text: `${strange.message} ${strange.hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'incidents/100%25%3A%20a%2Cb%1B%5B31m.md' },
          region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 },
        },
      },
    ],
    relatedLocations: [{ physicalLocation: { region: { startLine: 2 } } }],
  });
});

it('escapes what a terminal would act on', () => {
  expect(sarif(reportOf([strange]))).not.toMatch(rawControl);
});

interface Log {
  runs: { tool: { driver: { rules: { id: string }[] } }; results: unknown[] }[];
}
