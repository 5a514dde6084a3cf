import type { AstroIntegration } from 'astro';

/** Told after each page, with how many there are in all. */
export type PageProgress = (done: number, total: number) => void;

/** Counts pages as they are rendered, so that a long build can show how far it is. */
export function pageCounter(onPage: PageProgress): AstroIntegration {
  return {
    name: 'fixlore',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        let total = 0;
        let done = 0;
        setPrerenderer((standard) => ({
          ...standard,
          name: 'fixlore',
          setup: async () => standard.setup?.(),
          teardown: async () => standard.teardown?.(),
          getStaticPaths: async () => {
            const paths = await standard.getStaticPaths();
            total = paths.length;
            return paths;
          },
          render: async (...call) => {
            const answer = await standard.render(...call);
            done += 1;
            onPage(done, total);
            return answer;
          },
        }));
      },
    },
  };
}
