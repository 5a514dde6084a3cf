import { readYaml } from '#parse/yaml.ts';
import type { ImportReport } from './import-report.ts';
import type { Source } from './importer.ts';
import { isZone } from './moment-text.ts';
import { sourceText } from './source-text.ts';

/** What the configuration of a cState site says about its issues. */
export interface CstateSite {
  title?: string;
  /** Hugo's zone of dates that name none. */
  zone?: string;
  systems: string[];
}

/** Names of the site's configuration that are read. */
export const siteConfigs: readonly string[] = [
  'config.yml',
  'config.yaml',
  'hugo.yml',
  'hugo.yaml',
];

/** Reads the site's configuration, if the source has it. */
export function cstateSite(source: Source, report: ImportReport): CstateSite {
  const file = source.files.find(({ path }) => siteConfigs.includes(path));
  const bytes = file?.read();
  if (!file || !bytes) return { systems: [] };
  const read = sourceText(bytes);
  const yaml = 'text' in read ? readYaml(read.text, 1) : undefined;
  if ('problem' in read || yaml?.value === undefined) {
    const line = 'problem' in read ? read.problem.line : (yaml?.problems[0]?.range.line ?? 1);
    report.lose(file.path, line, 'the list of systems', 'the file cannot be read as plain YAML');
    return { systems: [] };
  }
  const systems = list(at(yaml.value, 'params', 'systems'));
  reportSystems(systems, yaml.locate(['params', 'systems']).line, file.path, report);
  const [title, zone] = [at(yaml.value, 'title'), at(yaml.value, 'timeZone')];
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof zone === 'string' && isZone(zone) && { zone }),
    systems: systems.map((system) => at(system, 'name')).filter((name) => typeof name === 'string'),
  };
}

function reportSystems(systems: unknown[], line: number, file: string, report: ImportReport): void {
  const others = systems.flatMap((system) =>
    Object.keys(Object(system)).filter((name) => name !== 'name'),
  );
  if (others.length === 0) return;
  const what = `${[...new Set(others)].join(', ')} of ${systems.length} systems`;
  report.lose(file, line, what, 'a product has an id, a name, components and versions only');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (node, name) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, name)
        ? (node as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}
