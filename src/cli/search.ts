import { join, resolve } from 'node:path';
import { withSearcher } from '#io/search-reader.ts';
import { jsonText } from '#report/json-text.ts';
import { answerJson, answerText, explanationOf } from '#report/search-answer.ts';
import type { Chosen } from '#search/query/facet-counts.ts';
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
    only: {
      type: 'string',
      multiple: true,
      value: 'FACET=VALUE',
      help: 'narrows down: product="Claims portal"; can be given several times',
    },
    explain: {
      type: 'boolean',
      help: 'says what the question was taken for, and how each result scored',
    },
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
  const site = join(out ? resolve(io.cwd, out) : join(root, 'dist'), audience);
  const limit = numberOption(call, 'limit') ?? 10;
  const chosen = chosenIn(call);
  const found = await withSearcher(site, async (searcher) => {
    const answer = await searcher.ask(query, { chosen });
    return { answer, hits: await answer.hits(0, limit) };
  });
  const isExplained = options['explain'] === true;
  if (options['json']) {
    io.stdout(jsonText(answerJson(query, found, isExplained)));
    return 0;
  }
  const paint = paintFor(io);
  io.stdout(answerText(query, found, paint) + (isExplained ? explanationOf(found, paint) : ''));
  return 0;
}

/** The values chosen of each facet: `--only product=Claims --only type=Solution`. */
function chosenIn({ options }: Call): Chosen {
  const chosen = new Map<string, string[]>();
  for (const choice of (options['only'] as string[] | undefined) ?? []) {
    const [facet = '', value] = choice.split(/=(.*)/s);
    if (!value) throw new UsageError(`--only wants FACET=VALUE, not "${choice}".`);
    chosen.set(facet, [...(chosen.get(facet) ?? []), value]);
  }
  return Object.fromEntries(chosen);
}
