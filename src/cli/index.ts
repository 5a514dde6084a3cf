import type { Command } from './command.ts';

/**
 * Every command by its name, in the order of the help; what it needs is loaded when it is called.
 * Adding one: write its file, name it here.
 */
const loaders: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  dev: async () => (await import('./dev.ts')).dev,
  preview: async () => (await import('./preview.ts')).preview,
  search: async () => (await import('./search.ts')).search,
  drill: async () => (await import('./drill.ts')).drill,
  report: async () => (await import('./report.ts')).report,
  prove: async () => (await import('./prove.ts')).prove,
  export: async () => (await import('./export.ts')).exportCommand,
  import: async () => (await import('./import.ts')).importCommand,
  promote: async () => (await import('./promote.ts')).promote,
  new: async () => (await import('./new.ts')).newRecord,
  init: async () => (await import('./init.ts')).init,
};

export const commandNames: readonly string[] = Object.keys(loaders);

/** Undefined if there is no such command. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

export function loadCommands(): Promise<Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
