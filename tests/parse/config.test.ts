import { describe, expect, it } from 'vitest';
import { readConfig } from '#parse/config.ts';

const read = (text: string) => readConfig('fixlore.config.yaml', new TextEncoder().encode(text));
const problems = (text: string) =>
  read(text).diagnostics.map(({ line, code }) => `${String(line)}: ${code}`);

const products = 'products:\n  - id: portal\n    name: Portal\n';

describe('readConfig', () => {
  it('reads plain YAML, comments and all', () => {
    expect(read(`# ours\n${products}timezone: Europe/Vienna\n`)).toEqual({
      config: { products: [{ id: 'portal', name: 'Portal' }], timezone: 'Europe/Vienna' },
      diagnostics: [],
    });
  });

  it('has room for thousands of products', () => {
    const many = Array.from({ length: 2000 }, (_, n) => `  - id: p${String(n)}\n    name: P\n`);
    expect(problems(`products:\n${many.join('')}`)).toEqual([]);
  });

  it.each([
    ['nothing', '', ['1: file-empty']],
    ['a broken line', `${products}name: a: b\n`, ['4: yaml-syntax']],
    ['a control character', `${products}name: \u0007\n`, ['4: file-control-character']],
    ['front matter', `---\n${products}---\ntext`, ['5: yaml-syntax']],
    ['no products', 'timezone: UTC\n', ['1: missing-field']],
    ['an empty list of products', 'products: []\n', ['1: empty-value']],
    ['a field that does not exist', `${products}timezon: UTC\n`, ['4: unknown-field']],
  ])('refuses %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(read(text).config).toBeUndefined();
  });

  it('says when it is missing', () => {
    expect(readConfig('fixlore.config.yaml', undefined).diagnostics).toMatchObject([
      { code: 'config-missing' },
    ]);
  });
});
