import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, codes, families, type Code } from '#diagnostics/catalogue.ts';
import type { Diagnostic, SeverityLevel } from '#diagnostics/diagnostic.ts';
import {
  copyOf,
  diagnosticsOf,
  expectedFindings,
  findingsOf,
  fixturesOf,
  strayFixtures,
  unfindableIn,
} from './rule-fixture.ts';

const pages = join(import.meta.dirname, '..', 'docs', 'rules');

describe.each(codes)('%s', (code) => {
  const fixtures = fixturesOf(code);

  it('has a fixture in which it occurs', () => {
    const expected = fixtures.flatMap((fixture) => expectedFindings(fixture));
    expect(expected.filter((line) => line.endsWith(`: ${code}`))).not.toEqual([]);
  });

  it('has a page that opens with its title and says why and what to do', () => {
    const page = existsSync(join(pages, `${code}.md`)) ? readPage(code) : '';
    const { severity, title } = catalogue[code];
    expect(page).toContain(`# ${code}\n\n**${severityWords[severity]}.** ${title}.\n\n`);
    expect(page).toMatch(/\n## Why\n\n\S[^]*\n## What to do\n\n\S/);
    expect(page.includes('## Wrong')).toBe(page.includes('## Mended'));
  });

  it.each(fixtures)('finds what $name marks, and nothing else', async (fixture) => {
    const folder = copyOf(fixture);
    const found = await diagnosticsOf(folder, 'check');
    const built = await onlyBuilt(code, folder);
    expect(findingsOf([...found, ...built])).toEqual(expectedFindings(fixture));
    expect(await diagnosticsOf(folder, 'render')).toEqual(found);
  });
});

it('has no fixture and no page for a code that does not exist', () => {
  const known = new Set<string>([...codes, 'README'].map((code) => `${code}.md`));
  expect(readdirSync(pages).filter((name) => !known.has(name))).toEqual([]);
  expect(strayFixtures()).toEqual([]);
});

it('has an index of all pages, by family and in order', () => {
  const rows = [
    ...readPage('README').matchAll(
      /^## (.*)$|^\| \[([\w-]+)\]\(([\w-]+)\.md\) +\| (\w+) +\| (.*?) +\|$/gm,
    ),
  ];
  const expected = Object.entries(families).flatMap(([family, rules]) => [
    [family],
    ...Object.entries(rules).map(([code, { severity, title }]) => [
      ...[code, code, severityWords[severity].toLowerCase(), title],
    ]),
  ]);
  expect(rows.map(([, ...cells]) => cells.filter((cell) => cell !== undefined))).toEqual(expected);
});

// A golden file to be read as an author would: what every rule says. "vitest -u" writes it anew.
it('says what the golden file says', async () => {
  const parts = [];
  for (const code of codes) {
    for (const fixture of fixturesOf(code)) {
      const folder = copyOf(fixture);
      const checked = await diagnosticsOf(folder, 'check');
      const found = [...checked, ...(await onlyBuilt(code, folder))];
      parts.push(`## ${fixture.name}\n\n${found.map(entry).join('\n')}`);
    }
  }
  await expect(parts.join('\n\n')).toMatchFileSnapshot('golden/messages.txt');
});

/** What a check cannot tell. */
async function onlyBuilt(code: Code, folder: string): Promise<Diagnostic[]> {
  return code in families['The search'] ? unfindableIn(folder) : [];
}

const severityWords: Record<SeverityLevel, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

function readPage(name: string): string {
  return readFileSync(join(pages, `${name}.md`), 'utf8');
}

function entry(one: Diagnostic): string {
  const { file, line, column, end_line, end_column, severity, code, message, hint, related } = one;
  const end = end_line === line ? String(end_column) : `${String(end_line)}:${String(end_column)}`;
  return [
    `${file}:${String(line)}:${String(column)}-${end} ${severity} ${code}`,
    `  ${message}`,
    ...(hint ? [`  → ${hint}`] : []),
    ...(related ?? []).map((other) => `  ${other.file}:${String(other.line)} ${other.message}`),
  ].join('\n');
}
