import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/*
 * Bundles src/ into lib/ for the package: plain JavaScript, since Node strips no types below
 * node_modules. Dependencies stay outside. Astro compiles the pages from src/ itself.
 */

const root = new URL('..', import.meta.url);
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const isOutside = (id) =>
  id.startsWith('node:') ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

rmSync(new URL('lib', root), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: fileURLToPath(root),
  input: {
    main: 'src/cli/main.ts',
    'read-worker': 'src/io/read-worker.ts',
    'render-public': 'src/site/render-public.ts',
    'dev-build-process': 'src/site/dev-build-process.ts',
  },
  external: isOutside,
  platform: 'node',
});
await bundle.write({
  dir: fileURLToPath(new URL('lib', root)),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[hash].js',
});
await bundle.close();
