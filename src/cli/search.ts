import { join, resolve } from 'node:path';
import { printable } from '#diagnostics/printable.ts';
import { askIndex, type SearchHit } from '#io/search-reader.ts';
import { jsonText } from '#report/json-text.ts';
import { indexPath } from '#views/search-page.ts';
import {
  numberOption,
  textOption,
  UsageError,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { paintFor } from './terminal.ts';

export const search: Command = {
  name: 'search',
  summary: 'Asks the built index from the terminal.',
  usage: 'QUERY…',
  options: {
    audience: { type: 'string', value: 'AUDIENCE', help: 'internal (default) or public' },
    limit: { type: 'string', value: 'N', help: 'how many results to show; default: 10' },
    json: { type: 'boolean', help: 'one JSON object instead of text' },
    out: { type: 'string', value: 'DIR', help: 'the output folder; default: dist' },
  },
  details: 'Exit code 0 whether or not something is found.',
  run: runSearch,
};

async function runSearch(call: Call): Promise<ExitCode> {
  const { root, args, io, options } = call;
  const query = args.join(' ').trim();
  if (query === '') throw new UsageError('What should be searched? fixlore search QUERY…');
  const audience = wordOption(call, 'audience', ['internal', 'public'], 'internal');
  const out = textOption(call, 'out');
  const folder = join(out ? resolve(io.cwd, out) : join(root, 'dist'), audience, indexPath);
  const answer = await askIndex(folder, query, numberOption(call, 'limit') ?? 10);
  if (options['json']) {
    io.stdout(jsonText({ query, ...answer }));
    return 0;
  }
  const paint = paintFor(io);
  const entry = ({ title, kind, url, excerpt }: SearchHit) =>
    [
      `${paint.bold(printable(title))}  ${paint.dim(printable(kind))}`,
      `  ${printable(url)}`,
      `  ${paint.dim(printable(excerpt))}`,
    ].join('\n');
  const shown = answer.hits.map(entry).join('\n\n');
  io.stdout(
    answer.count === 0
      ? `Nothing found for “${printable(query)}”. Try fewer or other words.\n`
      : `${shown}\n\n${answer.count === 1 ? 'One result' : `${answer.count} results`}.\n`,
  );
  return 0;
}
