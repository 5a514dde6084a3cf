import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EnvironmentError } from '#io/environment-error.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { listen, staticServer } from '#io/static-server.ts';
import { withDefaults } from '#model/config.ts';
import { readConfig } from '#parse/config.ts';
import { configFile } from '#pipeline.ts';
import type { Audience } from '#schema/article.ts';
import {
  audienceWords,
  numberOption,
  textOption,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { untilInterrupted } from './interruption.ts';

export const preview: Command = {
  name: 'preview',
  summary: 'Serves the finished sites on this machine, as a static host would.',
  usage: '',
  options: {
    audience: { type: 'string', value: 'AUDIENCE', help: 'public, internal or all (default)' },
    out: { type: 'string', value: 'DIR', help: 'the output folder; default: dist' },
    port: {
      type: 'string',
      value: 'N',
      help: 'the first port; default: 4321. If it is taken, the next free one',
    },
  },
  run: runPreview,
};

async function runPreview(call: Call): Promise<ExitCode> {
  const { root, io } = call;
  const wanted = wordOption(call, 'audience', audienceWords, 'all');
  const out = textOption(call, 'out');
  const outFolder = out ? resolve(io.cwd, out) : join(root, 'dist');
  const audiences = builtSites(outFolder, wanted);
  const bases = await basesOf(root);
  let port = numberOption(call, 'port') ?? 4321;
  const servers = [];
  for (const audience of audiences) {
    const server = staticServer({ folder: join(outFolder, audience), base: bases[audience] });
    port = await listen(server, port);
    servers.push(server);
    io.stdout(`${audience.padEnd(8)} http://localhost:${port}${bases[audience]}\n`);
    port += 1;
  }
  io.stdout('Stop with Ctrl+C.\n');
  await untilInterrupted(io);
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  return 0;
}

/** The site that is wanted; of all of them those that were built. */
function builtSites(outFolder: string, wanted: (typeof audienceWords)[number]): Audience[] {
  const audiences: Audience[] = wanted === 'all' ? ['internal', 'public'] : [wanted];
  const built = audiences.filter((audience) => existsSync(join(outFolder, audience)));
  if (built.length > 0) return built;
  const missing = audiences.join(' and no ');
  throw new EnvironmentError(`There is no ${missing} site in ${outFolder}. Run "fixlore build".`);
}

async function basesOf(root: string): Promise<Record<Audience, string>> {
  const { config } = readConfig(configFile, await knowledgeBase(root).config());
  return config ? withDefaults(config).base : { public: '/', internal: '/' };
}
