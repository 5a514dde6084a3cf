import { expect, it } from 'vitest';
import { readConfig } from '#parse/config.ts';
import { configWithProducts } from '#importers/config-text.ts';

const added = [{ id: 'mail', name: 'Mail: "the" gateway' }];

it('adds products at the end and leaves everything else as it stands', () => {
  const text = `# Ours
organization: 'Foobar'   # quoted
products:
  # The first one
  - id: portal
    name: Portal
    versions: [1.10, "2.0"]

# Where customers write to
contact:
  email: help@foobar.example
`;
  expect(configWithProducts(text, added)).toBe(`# Ours
organization: 'Foobar'   # quoted
products:
  # The first one
  - id: portal
    name: Portal
    versions: [1.10, "2.0"]
  - id: mail
    name: 'Mail: "the" gateway'

# Where customers write to
contact:
  email: help@foobar.example
`);
});

it('writes a list in brackets out, and keeps CRLF', () => {
  expect(configWithProducts('products: [{ id: a, name: 007 }]\r\n', added)).toBe(
    'products:\r\n  - { id: a, name: 007 }\r\n  - id: mail\r\n    name: \'Mail: "the" gateway\'\r\n',
  );
});

it.each([
  ['products:\n- id: a\n  name: A', 'products:\n- id: a\n  name: A\n- id: mail\n  name: '],
  [
    'products:\n  - id: a\n    name: |\n      A\nlanguage: en\n',
    "A\n  - id: mail\n    name: 'Mail",
  ],
  ['products:\n  -\n    id: a\n    name: A\n', '  - id: mail\n'],
])('fits %j', (text, expected) => {
  const written = configWithProducts(text, added);
  expect(written).toContain(expected);
  expect(readConfig('c', new TextEncoder().encode(written)).diagnostics).toEqual([]);
});

it('starts a configuration, and changes none for nothing', () => {
  expect(configWithProducts(undefined, added)).toBe(
    'products:\n  - id: mail\n    name: \'Mail: "the" gateway\'\n',
  );
  expect(configWithProducts('products: []  # none', [])).toBe('products: []  # none');
});
