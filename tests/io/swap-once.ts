import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOutput } from '#io/output-folder.ts';

/* Puts two new sites into the output folder that is named, as a build does. */

const output = openOutput(process.argv[2] ?? '');
try {
  for (const site of ['internal', 'public']) {
    const folder = output.newFolder(site);
    mkdirSync(join(folder, 'pagefind'));
    for (const name of ['_headers', 'index.html', 'pagefind/index']) {
      writeFileSync(join(folder, name), 'new');
    }
  }
  output.swap(['internal', 'public']);
} finally {
  output.release();
}
