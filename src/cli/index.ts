import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';

/** Every command, in the order of the help. Adding one: write its file, name it here. */
export const commands: readonly Command[] = [check, build];
