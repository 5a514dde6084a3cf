import { describe, expect, it } from 'vitest';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articleAliasPages } from '#views/public/alias-pages.ts';
import { articlePages } from '#views/public/article-page.ts';
import { issueArticle, publicArticle, publicSite } from '../../public-site.ts';

const page = (articles: PublicArticle[], more: Partial<PublicSite> = {}) =>
  articlePages(publicSite(articles, more))[0]!.model;

describe('an article page', () => {
  it('says for what it applies in its line if that is short, else aside', () => {
    const short = page([publicArticle('a', { versions: '>=4.0 <4.4', who: 'customer' })]);
    expect(short.lede).toEqual([
      'Claims portal',
      '4.0 and later, before 4.4',
      'You can do this yourself',
    ]);
    const names = ['Portal for insurers 4.2.1', 'Portal for brokers 4.2.1'];
    const long = page([publicArticle('a', { versions: names })]);
    expect(long.lede).toEqual(['Claims portal']);
    expect(long.facts).toEqual([{ label: 'Applies to', text: names.join(', ') }]);
  });

  it('tells when it was last verified, and with which version', () => {
    const { facts } = page([publicArticle('a', { reviewed: '2026-04-01', reviewedWith: '4.3' })]);
    expect(facts).toEqual([
      {
        label: 'Last verified',
        time: { text: '1 Apr 2026', iso: '2026-04-01' },
        note: 'with 4.3',
      },
    ]);
  });

  it('says of a known issue what to do until it is fixed, and in which version that will be', () => {
    const { issue } = page([
      issueArticle('a', {
        status: 'workaround',
        since: '2026-10-12',
        fixed_in: '4.5',
        workaround: 'Split it.',
        updates: [
          { at: '2026-10-13', what: 'First' },
          { at: '2026-10-20', status: 'workaround', what: 'Second' },
        ],
      }),
    ]);
    expect(issue).toMatchObject({
      tag: { text: 'There is a workaround' },
      fix: 'To be fixed in version 4.5',
      workaround: 'Split it.',
    });
    expect(issue?.updates.map(({ what }) => what)).toEqual(['Second', 'First']);
    const fixed = page([issueArticle('a', { status: 'fixed', fixed_in: '4.5' })]);
    expect(fixed.issue?.fix).toBe('Fixed in version 4.5');
  });

  it('leads on to the form of its product, or to the ways to reach support', () => {
    const intake = {
      product: { id: 'portal', name: 'Claims portal' },
      ...{ title: 'Before you write', before: [], ask: [], next: [], html: '' },
    };
    expect(page([publicArticle('a')]).contact.href).toBe('/contact/');
    expect(page([publicArticle('a')], { intakes: [intake] }).contact).toEqual({
      label: 'Tell us what you see',
      href: '/contact/portal/',
    });
  });

  it('asks whether it helped only where an answer has somewhere to go', () => {
    const one = [publicArticle('a', { title: 'A & B?' })];
    expect(page(one).solved).toBeUndefined();
    const mail = page(one, { feedback: { email: 'help@acme.example' } }).solved;
    expect(mail).toMatchObject({ kind: 'mail' });
    const yes = new URL(mail?.kind === 'mail' ? mail.yesHref : '');
    expect([yes.protocol, yes.pathname]).toEqual(['mailto:', 'help@acme.example']);
    expect(yes.searchParams.get('subject')).toBe('Solved: A & B?');
    expect(yes.searchParams.get('body')).toContain('/articles/a/');
    const url = 'https://feedback.acme.example/in';
    const form = page(one, { feedback: { email: 'help@acme.example', url } });
    expect(form.solved).toEqual({
      kind: 'form',
      action: url,
      article: 'a',
      address: '/articles/a/',
    });
    expect(form.frame.sendsTo).toBe(url);
    const archived = [publicArticle('a', { isArchived: true })];
    expect(page(archived, { feedback: { url } }).solved).toBeUndefined();
  });
});

describe('related articles', () => {
  const articles = [
    publicArticle('upload', {
      title: 'The upload stops',
      symptoms: ['my upload stops at 99 percent'],
      errors: ['Scan  pending'],
    }),
    publicArticle('scanner', { title: 'The scanner is off', errors: ['scan pending'] }),
    publicArticle('large', { title: 'Large upload stops', symptoms: ['the upload stops'] }),
    publicArticle('printer', { title: 'A printer smells of smoke' }),
    publicArticle('old', { title: 'The upload stops, formerly', isArchived: true }),
  ];
  const names = (model: ReturnType<typeof page>) => model.related.map(({ href }) => href);

  it('say why, and neither archived ones nor those that have nothing in common are among them', () => {
    expect(page(articles).related).toEqual([
      {
        title: 'The scanner is off',
        href: '/articles/scanner/',
        why: 'The same message: scan pending',
      },
      { title: 'Large upload stops', href: '/articles/large/', why: '“the upload stops”' },
    ]);
  });

  it('leave out what the text links anyway', () => {
    const html = '<p><a href="/articles/large/#h-steps">see</a></p>';
    const linked = [{ ...articles[0]!, html }, ...articles.slice(1)];
    expect(names(page(linked))).toEqual(['/articles/scanner/']);
  });

  it('are the same whatever the order of the others', () => {
    const turned = [articles[0]!, ...articles.slice(1).reverse()];
    expect(names(page(turned))).toEqual(names(page(articles)));
  });
});

it('a former slug leads to the article, which is the page to be counted', () => {
  const site = publicSite([publicArticle('new', { aliases: ['old', 'older'] })], {
    base: '/help/',
    address: 'https://acme.example/help',
  });
  const pages = articleAliasPages(site);
  expect(pages.map(({ params }) => params['id'])).toEqual(['old', 'older']);
  expect(pages[0]?.model).toMatchObject({
    refreshTo: '/help/articles/new/',
    links: [{ label: 'About new', href: '/help/articles/new/' }],
    frame: { canonical: 'https://acme.example/help/articles/new/' },
  });
});
