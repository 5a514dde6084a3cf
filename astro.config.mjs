import { fileURLToPath } from 'node:url';
import { knowledgeBase } from './src/io/knowledge-base.ts';
import { workFolder } from './src/io/work-folder.ts';
import { publicSiteOf } from './src/model/public-site-of.ts';
import { readKnowledgeBase } from './src/pipeline.ts';
import { pagesConfig } from './src/site/astro-config.ts';
import { putAtHand } from './src/site/at-hand.ts';
import { publicAddresses } from './src/site/build.ts';

/*
 * The site of this repository, for those who work on the pages themselves: `npx astro dev` shows them
 * with the sample records and reloads what is edited; AUDIENCE=public shows the other site. `fixlore
 * build` and `fixlore dev` read no configuration file and hand the same settings to Astro themselves.
 */

const root = fileURLToPath(new URL('.', import.meta.url));
const audience = process.env['AUDIENCE'] === 'public' ? 'public' : 'internal';
const work = workFolder(root, 'astro', audience);

export default {
  ...pagesConfig({ audience, workFolder: work, outFolder: `${work}/out`, base: '/' }),
  integrations: [
    {
      name: 'fixlore:records',
      hooks: {
        'astro:config:setup': async () => {
          const { site } = await readKnowledgeBase(knowledgeBase(root), 'render');
          if (!site) throw new Error('The configuration has errors: run "fixlore check".');
          putAtHand(audience === 'public' ? publicSiteOf(site, publicAddresses) : site);
        },
      },
    },
  ],
};
