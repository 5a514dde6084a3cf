/** The rules of a `_headers` file: which lines apply to which addresses. */
export type HeaderRules = { pattern: RegExp; headers: [name: string, value: string][] }[];

/**
 * Reads a `_headers` file as static hosts do: a line in the first column is a path, `*` stands for
 * anything; the indented lines below it are the headers it gets.
 */
export function headerRules(text: string): HeaderRules {
  const rules: HeaderRules = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line.startsWith('/')) rules.push({ pattern: patternOf(line.trim()), headers: [] });
  }
  return rules;
}

/** The headers for one address; later rules win over earlier ones. */
export function headersFor(rules: HeaderRules, pathname: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    if (!rule.pattern.test(pathname)) continue;
    for (const [name, value] of rule.headers) headers.set(name, value);
  }
  return headers;
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return RegExp(`^${parts.join('.*')}$`);
}
