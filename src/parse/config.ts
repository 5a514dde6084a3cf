import { catalogue } from '#diagnostics/catalogue.ts';
import { startOfFile, type Diagnostic } from '#diagnostics/diagnostic.ts';
import type { ConfigFields } from '#schema/config.ts';
import { decode, decodeDiagnostic } from './decode.ts';
import { readFields } from './fields.ts';
import type { FieldPath } from './yaml-locate.ts';
import { readYaml, type Locate } from './yaml.ts';

/** Room for thousands of products. */
const maxConfigKeys = 10_000;

/** Reads fixlore.config.yaml: plain YAML without fences. */
export function readConfig(
  file: string,
  bytes: Uint8Array | undefined,
): { config?: ConfigFields; diagnostics: Diagnostic[] } {
  if (!bytes) return { diagnostics: [missing(file)] };
  const decoded = decode(bytes);
  if ('problem' in decoded) {
    return { diagnostics: [decodeDiagnostic(file, decoded.problem)] };
  }
  const yaml = readYaml(decoded.text, 1, maxConfigKeys);
  const problems = yaml.problems.map(({ code, message, hint, range }): Diagnostic => ({
    ...{ code, severity: catalogue[code].severity, file },
    ...range,
    ...{ message, hint },
  }));
  if (yaml.value === undefined) return { diagnostics: problems };
  const { fields, diagnostics } = readFields('config', file, yaml);
  const all = [...problems, ...diagnostics, ...twinProducts(file, fields, yaml.locate)];
  return fields && all.every(({ severity }) => severity !== 'error')
    ? { config: fields, diagnostics: all }
    : { diagnostics: all };
}

function twinProducts(
  file: string,
  fields: ConfigFields | undefined,
  locate: Locate,
): Diagnostic[] {
  const products = fields?.products ?? [];
  return [
    ...twins(products, 'product').map(twin(file, locate, ['products'])),
    ...products.flatMap(({ components = [] }, n) =>
      twins(components, 'component').map(twin(file, locate, ['products', n, 'components'])),
    ),
  ];
}

interface Twin {
  index: number;
  what: string;
}

function twins(list: readonly { id: string }[], what: string): Twin[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    const isTwin = seen.has(id);
    seen.add(id);
    return isTwin ? [{ index, what }] : [];
  });
}

function twin(file: string, locate: Locate, path: FieldPath): (twin: Twin) => Diagnostic {
  return ({ index, what }) => ({
    code: 'duplicate-id',
    severity: 'error',
    file,
    ...locate([...path, index, 'id']),
    message: `Another ${what} has the same id.`,
    hint: `Give each ${what} an id of its own.`,
  });
}

function missing(file: string): Diagnostic {
  return {
    code: 'config-missing',
    severity: 'error',
    file,
    ...startOfFile,
    message: `There is no ${file}; expected it at the root of the knowledge base.`,
    hint: 'Run "fixlore init DIR" for a new knowledge base, or name the folder with -C DIR.',
  };
}
