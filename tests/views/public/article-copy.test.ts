import { expect, it } from 'vitest';
import { articleCopy, copyText } from '#views/public/article-copy.ts';
import { publicArticle, publicSite } from '../../public-site.ts';

const html = [
  '<p>See <a href="/help/articles/b/#h-why">why</a>, <a>this</a> and <a href="#h-steps">below</a>.</p>',
  '<h2 id="h-steps">Steps</h2>',
  '<ol><li>Open it.\n<span class="see">You should see: a <em>list</em>.</span></li></ol>',
  '<pre tabindex="0"><code class="language-bash"><span class="tk-function">ls</span> -l\n</code></pre>',
  '<p><img src="/help/files/kb/a.png" alt="A" loading="lazy"></p>',
].join('\n');

it('an article as Markdown: its links lead back, those that lead nowhere are text', () => {
  const article = publicArticle('a', {
    title: 'It *stops* [now]',
    symptoms: ['nothing <happens>'],
    errors: ['a `b`'],
    versions: ['4.2'],
    reviewed: '2026-04-01',
    reviewedWith: '4.3',
    html,
  });
  const site = publicSite([article], { base: '/help/', address: 'https://acme.example/help' });
  expect(copyText(articleCopy(site, article))).toBe(`# It \\*stops\\* \\[now\\]

Claims portal · applies to 4.2 · last verified 1 Apr 2026 with 4.3

## You may be seeing

- “nothing \\<happens\\>”
- \`\` a \`b\` \`\`

See [why](https://acme.example/help/articles/b/#h-why), this and [below](#steps).

## Steps

1. Open it. You should see: a *list*.

\`\`\`bash
ls -l
\`\`\`

![A](https://acme.example/help/files/kb/a.png)

---

From https://acme.example/help/articles/a/
`);
});

it('an archived article says so', () => {
  const article = publicArticle('a', { isArchived: true });
  expect(copyText(articleCopy(publicSite([article]), article))).toContain('no longer looked after');
});

it('a known issue says where it stands, what to do until then, and what has changed', () => {
  const article = publicArticle('a', {
    type: 'known_issue',
    issue: {
      status: 'workaround',
      since: '2026-03-14',
      fixed_in: '4.4',
      workaround: 'Use *parts*',
      updates: [
        { at: '2026-03-15', what: 'Found' },
        { at: '2026-03-16', status: 'workaround', what: 'Parts\n# help' },
      ],
    },
  });
  expect(copyText(articleCopy(publicSite([article]), article))).toContain(
    `> **Known issue: There is a workaround** · since 14 Mar 2026 · To be fixed in version 4.4
>
> **Until then:** Use \\*parts\\*
>
> - **16 Mar 2026**: There is a workaround. Parts \\# help
> - **15 Mar 2026**: Found`,
  );
});
