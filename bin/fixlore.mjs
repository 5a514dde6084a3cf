#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Builds the real surroundings and hands over to main(). A checkout runs its own TypeScript; an
 * installed package runs lib/, since Node strips no types below node_modules.
 */

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `fixlore: Node ${process.versions.node} is too old; fixlore needs 22.12 or newer.\n`,
  );
  process.exit(2);
}
module.enableCompileCache?.();

const source = new URL('../src/cli/main.ts', import.meta.url);
const isCheckout =
  existsSync(source) && !/[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url));
const { main } = await import(
  isCheckout ? source.href : new URL('../lib/main.js', import.meta.url).href
);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    interruption.abort();
    // Whatever is still under way after its cleaning up is cut off.
    setTimeout(() => process.exit(130), 300).unref();
  });
}

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  isTerminal: Boolean(process.stdout.isTTY && process.stderr.isTTY),
  columns: process.stdout.columns ?? 80,
  now: () => Date.now(),
  interrupted: interruption.signal,
});
