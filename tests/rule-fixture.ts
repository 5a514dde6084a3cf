import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, type Code } from '#diagnostics/catalogue.ts';
import { findability } from '#findability/index.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { writeSearchIndex } from '#io/search-index.ts';
import { configFile, readKnowledgeBase, type Depth } from '#pipeline.ts';
import { internalDocuments } from '#search/internal-documents.ts';
import { asOrdinaryUser } from './ordinary-user.ts';
import { longAgo } from './memory-knowledge-base.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { unportableFiles } from './unportable-files.ts';

/** A small knowledge base in which the findings of one code are marked where they stand. */
export interface RuleFixture {
  /** The code, with what tells it from other fixtures of that code: "unknown-field/config". */
  name: string;
  code: Code;
  folder: string;
}

const root = join(import.meta.dirname, 'fixtures', 'rules');

/** The fixtures of a code: its folder, or each folder in it. */
export function fixturesOf(code: Code): RuleFixture[] {
  const folder = join(root, code);
  if (!existsSync(folder)) return [];
  const parts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const isOne = parts.some(({ name }) => ['incidents', 'kb'].includes(name));
  if (isOne) return [{ name: code, code, folder }];
  return parts.map(({ name }) => ({ name: `${code}/${name}`, code, folder: join(folder, name) }));
}

/** Folders of fixtures for codes that do not exist. */
export function strayFixtures(): string[] {
  return readdirSync(root).filter((name) => !codes.some((code) => code === name));
}

/** A copy with what git cannot keep added to it, such as links and pipes. It goes with the test. */
export function copyOf({ folder, code }: RuleFixture): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  unportableFiles[code]?.(copy);
  return copy;
}

/**
 * What a fixture expects, as sorted lines "path:line: code": the marks `# expect: code, code` at the
 * ends of its lines, and the lines of its EXPECT file, for places that can carry no mark.
 */
export function expectedFindings({ folder }: RuleFixture): string[] {
  const list = join(folder, 'EXPECT');
  const listed = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  const marked = filesBelow(folder).flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        marksIn(line).map((code) => `${path}:${String(index + 1)}: ${code}`),
      ),
  );
  return [...listed, ...marked].sort();
}

/** What the real pipeline finds on the real disk. */
export async function diagnosticsOf(folder: string, depth: Depth): Promise<Diagnostic[]> {
  const source = knowledgeBase(folder, { noCache: true });
  const now = momentIn(folder);
  return asOrdinaryUser(async () => (await readKnowledgeBase(source, { depth, now })).diagnostics);
}

/** What only the finished index of the internal site tells. */
export async function unfindableIn(folder: string): Promise<Diagnostic[]> {
  const now = momentIn(folder);
  const source = knowledgeBase(folder, { noCache: true });
  const { site } = await readKnowledgeBase(source, { depth: 'render', now });
  const siteFolder = join(folder, 'dist', 'internal');
  await writeSearchIndex(internalDocuments(site!), { synonyms: [] }, siteFolder);
  return findability(site!, 'internal', {
    siteFolder,
    memory: join(folder, '.fixlore', 'findability.json'),
    force: false,
    progress: () => undefined,
  });
}

/** When a fixture is looked at: what its file NOW says, else before anything in it happened. */
function momentIn(folder: string): number {
  const file = join(folder, 'NOW');
  return existsSync(file) ? Date.parse(readFileSync(file, 'utf8').trim()) : longAgo;
}

/** Diagnostics in the form of `expectedFindings`. */
export function findingsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ file, line, code }) => `${file}:${String(line)}: ${code}`).sort();
}

function filesBelow(folder: string): string[] {
  return [
    configFile,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(md|markdown)$/.test(path),
    ),
  ].filter((path) => existsSync(join(folder, path)) && !path.endsWith('notes.md'));
}

function marksIn(line: string): string[] {
  return /# expect: ([a-z-]+(?:, [a-z-]+)*)$/.exec(line)?.[1]?.split(', ') ?? [];
}
