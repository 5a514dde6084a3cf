import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { llmsText } from '#export/llms-text.ts';
import { sitemapXml } from '#export/sitemap.ts';
import { articleData, articlesData, publicApiSchema } from '#views/public/api.ts';
import { guide } from '#views/public/guide.ts';
import { articleLinkedData } from '#views/public/linked-data.ts';
import { sitemap } from '#views/public/sitemap.ts';
import { issueArticle, publicArticle, publicSite } from '../../public-site.ts';

const hostile = 'A </script><!--<script> & "b" \u2028 <b>';
const full = issueArticle(
  'full',
  {
    status: 'workaround',
    since: '2026-10-12',
    fixed_in: '4.5',
    workaround: 'Split it.',
    updates: [{ at: '2026-10-20', status: 'workaround', what: 'News' }],
  },
  {
    title: hostile,
    component: { id: 'login', name: 'Login' },
    versions: ['4.2'],
    symptoms: [hostile],
    errors: ['E-1'],
    who: 'customer',
    reviewed: '2026-04-01',
    reviewedWith: '4.3',
    aliases: ['former'],
    html: '<p>Text</p>',
  },
);
const site = publicSite([full, publicArticle('bare'), publicArticle('old', { isArchived: true })]);
const known = { ...site, base: '/x/', address: 'https://acme.example/x' };

describe('JSON', () => {
  const ajv = new Ajv({ strict: true });
  const complaints = (name: 'articles' | 'article', data: unknown) => {
    const isValid =
      ajv.getSchema(`urn:fixlore:public-api:${name}`) ?? ajv.compile(publicApiSchema(name));
    isValid(JSON.parse(JSON.stringify(data)));
    return (isValid.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };

  it('of all articles and of each keeps to its schema', () => {
    expect(complaints('articles', articlesData(site))).toEqual([]);
    for (const article of site.articles) {
      expect(complaints('article', articleData(site, article))).toEqual([]);
    }
  });

  it('is refused with a field that nobody described, and without one that is needed', () => {
    const { title: _, ...untitled } = articleData(site, full);
    expect(complaints('article', untitled)).toEqual([' required']);
    expect(complaints('article', { ...articleData(site, full), owner: 'x' })).toEqual([
      ' additionalProperties',
    ]);
  });

  it('tells full addresses where they are known', () => {
    expect(articlesData(known).articles[0]).toMatchObject({
      url: 'https://acme.example/x/articles/full/',
      json: 'https://acme.example/x/api/articles/full.json',
    });
    expect(articleData(site, full).markdown).toBe('/articles/full.md');
  });
});

describe('JSON-LD', () => {
  it('cannot end the element in which it stands, and says what was written', () => {
    const text = articleLinkedData(known, full);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'TechArticle',
      headline: hostile,
      url: 'https://acme.example/x/articles/full/',
      dateModified: '2026-04-01',
    });
  });
});

describe('the sitemap', () => {
  it('names current pages with the day of their review; archived ones are not worth finding', () => {
    const entries = sitemap(known)!;
    expect(entries).toContainEqual({
      address: 'https://acme.example/x/articles/full/',
      changed: '2026-04-01',
    });
    const addresses = entries.map(({ address }) => address);
    expect(addresses).toContain('https://acme.example/x/products/portal/');
    expect(addresses.join(' ')).not.toMatch(/articles\/(old|former)/);
    expect(sitemapXml([{ address: 'https://a.example/?a&b', changed: '2026-04-01' }])).toContain(
      '<url><loc>https://a.example/?a&amp;b</loc><lastmod>2026-04-01</lastmod></url>',
    );
  });

  it('needs an address', () => {
    expect(sitemap(site)).toBeUndefined();
    expect(sitemap({ ...site, address: 'https://[' })).toBeUndefined();
  });
});

describe('the guide for language models', () => {
  it('lists the current articles by product with their Markdown, one in a line', () => {
    const text = llmsText(guide(known));
    expect(text).toMatch(/^# Acme Help\n\n> Help by Acme\./);
    expect(text).toContain(
      '## Claims portal\n\n- [A </script><!--<script> & "b" <b>](https://acme.example/x/articles/full.md): Known issue: there is a workaround. A',
    );
    expect(text).toContain('- [About bare](https://acme.example/x/articles/bare.md)\n');
    expect(text).not.toContain('About old');
  });

  it('has no line that somebody else wrote', () => {
    const written = publicSite([publicArticle('a', { title: 'A\n# B](x) [c' })]);
    expect(llmsText(guide(written))).toContain('- [A # B\\](x) \\[c](/articles/a.md)\n');
  });
});
