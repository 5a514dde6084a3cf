import { recordText, yamlText, type Writable } from '#export/record-text.ts';
import { articleTypes, issueStatuses } from '#schema/article.ts';
import { configFile } from '#model/config.ts';
import { readYaml } from '#parse/yaml.ts';
import { canaryMark } from './chance.ts';
import type { Header, WrittenBase } from './written-base.ts';

/**
 * Two knowledge bases with the public settings of another one, to see what templates say by
 * themselves: one without any record, one with made-up records of every kind, each of whose words
 * begins in a way that no other word does.
 */
export function specimens(base: WrittenBase): [empty: WrittenBase, made: WrittenBase] {
  const config = readYaml(new TextDecoder().decode(base.get(configFile)), 1, 10_000)
    .value as Header;
  const { internal: _, allow: __, ...settings } = config;
  const files = new Map([...base].filter(([path]) => !/^(?:incidents|kb)\//.test(path)));
  const written = (records: Record<string, string>, products: Writable) =>
    new Map([
      ...files,
      ...Object.entries({ ...records, [configFile]: yamlText({ ...settings, products }) }).map(
        ([path, text]) => [path, new TextEncoder().encode(text)] as const,
      ),
    ]);
  return [written({}, config['products'] ?? []), written(specimenRecords(), specimenProducts)];
}

/** A name that is nobody's: "zqx-product". */
const own = (name: string) => `${canaryMark}${name}`;
const products = [own('alpha'), own('beta')];

const specimenProducts = products.map((id) => ({
  id,
  name: id,
  components: [{ id: own('part'), name: own('part') }],
  versions: ['1.0'],
}));

const solution = {
  title: own('title'),
  type: 'solution',
  audience: 'public',
  state: 'published',
  product: products[0],
  component: own('part'),
  symptoms: [own('symptom')],
  errors: [own('error')],
  reviewed: '2020-01-01',
  reviewed_with: '1.0',
};

/** Everything that Markdown can be, so that what is put around it is known. */
const body = `## Steps

1. ${own('do')} [${own('link')}](https://example.org/${own('path')}) and [${own('other')}](#steps).

   You should see: ${own('sight')}.

## Check that it worked

- [ ] ${own('open')}
- [x] ${own('done')}

| ${own('head')} | ${own('number')} |
| :-- | --: |
| ${own('cell')} | ${own('cell')} |

> ${own('quote')}

~~${own('gone')}~~ **${own('strong')}** *${own('weak')}* \`${own('code')}\` ${own('note')}[^1]

---

\`\`\`js
const ${own('name')} = '${own('text')}'; // ${own('remark')}
\`\`\`

[^1]: ${own('foot')}

## If it did not help

${own('way')}

## Why it happens

${own('cause')}
`;

/** Every type, reader, state and status that an article can have, and every kind of question. */
function specimenRecords(): Record<string, string> {
  const articles: Record<string, Writable | undefined>[] = [
    ...articleTypes.filter((type) => type !== 'known_issue').map((type) => ({ ...solution, type })),
    ...['customer', 'admin', 'support'].map((who) => ({ ...solution, who, pinned: true })),
    ...issueStatuses.map((status) => ({
      ...solution,
      type: 'known_issue',
      issue: {
        status,
        since: '2020-01-01',
        fixed_in: '9',
        workaround: own('detour'),
        updates: [
          { at: '2020-01-02', status: 'investigating', what: own('news') },
          { at: '2020-01-03', what: own('further') },
        ],
      },
    })),
    { ...solution, state: 'archived', versions: ['1.0'] },
    { ...solution, versions: '>=1.0 <2.0', aliases: [own('alias')] },
  ];
  const ask = ['text', 'long_text', 'choice', 'date', 'file', 'command'].flatMap((kind) =>
    [true, false].map((required) => ({
      id: own(`${kind.replace('_', '')}${String(required)}`),
      label: own('label'),
      why: own('why'),
      kind,
      ...(kind === 'choice' && { options: [own('option'), own('choice')] }),
      ...(kind === 'command' && { command: own('command') }),
      required,
    })),
  );
  const filling = ['reporter.name', 'symptoms'].map((field, index) => ({
    ...{ id: own(`field${index}`), label: own('label'), kind: 'text', field },
  }));
  const intakes = products.map((product, index) => ({
    title: own('contact'),
    product,
    before: [
      { check: own('check'), why: own('reason'), article: own('article0') },
      { check: own('check') },
    ],
    ask: [...ask, ...filling],
    next: [{ what: own('next'), within: own('within') }, { what: own('later') }],
    send:
      index === 0
        ? { email: `${own('box')}@example.org` }
        : { url: `https://example.org/${own('post')}` },
  }));
  return Object.fromEntries([
    ...articles.map((fields, index) => [
      `kb/${own(`article${index}`)}.md`,
      recordText({ ...fields, title: own(`title${index}`) }, body),
    ]),
    ...intakes.map((fields) => [
      `kb/intake/${fields.product}.md`,
      recordText(fields, own('introduction')),
    ]),
  ]) as Record<string, string>;
}
