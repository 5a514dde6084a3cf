import { newArticle, newIncident } from './new-records.ts';
import { yamlText } from './record-text.ts';
import { jsonSchema } from '#schema/json-schema.ts';
import { schemas, type FileKind } from '#schema/index.ts';
import { version } from '#model/version.ts';

/** A file of a new knowledge base. */
export interface StarterFile {
  path: string;
  content: string;
}

/** A small knowledge base that builds at once: what `init` writes. `now` in milliseconds. */
export function starterFiles(name: string, now: number): StarterFile[] {
  const incident = newIncident(firstIncident, { now, timezone: 'UTC' }, () => false);
  const article = newArticle(firstArticle, () => false);
  return [
    { path: 'fixlore.config.yaml', content: configText(name) },
    { path: incident.path, content: incident.text },
    { path: article.path, content: article.text },
    { path: '.gitignore', content: 'dist/\n.fixlore/\nnode_modules/\n' },
    { path: '.vscode/settings.json', content: editorSettings() },
    ...(Object.keys(schemas) as FileKind[]).map((kind) => ({
      path: schemaPath(kind),
      content: `${JSON.stringify(jsonSchema(kind), null, 2)}\n`,
    })),
    { path: '.github/workflows/fixlore.yml', content: workflow },
  ];
}

const firstIncident = {
  title: 'The example page stays blank',
  product: 'example',
  symptoms: ['I click on the link and nothing happens'],
  reporter: { name: 'Robin Example', contact: 'robin@customer.example', channel: 'phone' },
};

const firstArticle = {
  title: 'Nothing happens when I click on a link',
  product: 'example',
  type: 'solution',
  audience: 'public',
};

function configText(organization: string): string {
  const config = {
    organization,
    timezone: 'UTC',
    language: 'en',
    products: [{ id: 'example', name: 'Example product' }],
  };
  return `# The knowledge base of ${organization}. Every field: docs/configuration.md of fixlore.\n${yamlText(config)}`;
}

function schemaPath(kind: FileKind): string {
  return `.vscode/fixlore/${kind}.schema.json`;
}

/**
 * The YAML extension validates the configuration. Front matter is YAML inside Markdown, which only
 * extensions that look into it can check; the patterns below are there for those.
 */
function editorSettings(): string {
  const settings = {
    'yaml.schemas': {
      [`./${schemaPath('config')}`]: 'fixlore.config.yaml',
      [`./${schemaPath('incident')}`]: 'incidents/**/*.md',
      [`./${schemaPath('intake')}`]: 'kb/intake/*.md',
      [`./${schemaPath('article')}`]: ['kb/*.md', 'kb/!(intake)/**/*.md'],
    },
    'files.eol': '\n',
    'files.encoding': 'utf8',
    '[markdown]': { 'editor.wordWrap': 'on' },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

const workflow = `# Checks every record of a pull request, and builds both sites.
name: knowledge base
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes fixlore@${version} check --format github
      - run: npx --yes fixlore@${version} build
      # Publish dist/public on any static host. dist/internal holds everything: put it behind a sign-in.
      - uses: actions/upload-artifact@v4
        with:
          name: public-site
          path: dist/public
`;
