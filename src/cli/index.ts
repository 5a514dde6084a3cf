import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { dev } from './dev.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { newRecord } from './new.ts';
import { preview } from './preview.ts';
import { search } from './search.ts';

/** Every command, in the order of the help. Adding one: write its file, name it here. */
export const commands: readonly Command[] = [
  check,
  build,
  dev,
  preview,
  search,
  importCommand,
  newRecord,
  init,
];
