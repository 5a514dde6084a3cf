import type { Command, OptionSpec } from './command.ts';

/** The list of all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `fixlore: incidents in Markdown in, two searchable sites out.

Usage: fixlore <command> [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

  -C, --root DIR  the knowledge base; default: this folder, or the nearest one
                  above it with a fixlore.config.yaml
  -h, --help      help, also for a command: fixlore check --help
  -v, --version   the version

Exit codes: 0 fine, 1 the records have errors, 2 the command could not run,
130 interrupted.
`;
}

/** One command with its options. */
export function commandHelp({ name, summary, usage, options, details }: Command): string {
  const all: Record<string, OptionSpec> = {
    ...options,
    root: { type: 'string', short: 'C', value: 'DIR', help: 'the knowledge base' },
    help: { type: 'boolean', short: 'h', help: 'this text' },
  };
  const rows = Object.entries(all).map(([long, spec]) => [flags(long, spec), spec.help] as const);
  const width = Math.max(...rows.map(([flag]) => flag.length));
  const lines = rows.map(([flag, help]) => {
    const indent = ' '.repeat(width + 4);
    return `  ${flag.padEnd(width)}  ${wrapped(help, 78 - width - 4).join(`\n${indent}`)}`;
  });
  return `${[
    `Usage: fixlore ${[name, usage, '[options]'].filter(Boolean).join(' ')}`,
    summary,
    ...(details ? [details] : []),
    lines.join('\n'),
  ].join('\n\n')}\n`;
}

function flags(long: string, { short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : '    '}--${long}${value ? ` ${value}` : ''}`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
