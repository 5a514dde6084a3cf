import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formerAddresses } from '#io/former-addresses.ts';
import { articleText, intakeText } from '../records.ts';
import { commit, git, repository, who } from '../repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const slugs = (root: string, cache?: string) =>
  formerAddresses(root, cache)
    .map(({ slug, file }) => `${slug} ${file}`)
    .sort();

describe('the addresses that git remembers', () => {
  it('are slugs and aliases of public articles, by the file that each became', () => {
    const root = repository();
    commit(root, { 'kb/white.md': articleText({ aliases: ['blank'] }) });
    git(root, 'mv', 'kb/white.md', 'kb/white-page.md');
    commit(root, {});
    expect(slugs(root)).toEqual([
      'blank kb/white-page.md',
      'white kb/white-page.md',
      'white-page kb/white-page.md',
    ]);
  });

  it('are those of removed articles, too', () => {
    const root = repository();
    commit(root, { 'kb/white.md': articleText() });
    rmSync(join(root, 'kb/white.md'));
    commit(root, {});
    expect(slugs(root)).toEqual(['white kb/white.md']);
  });

  it('are none of what was never for everybody, of intakes, or of what cannot be read', () => {
    const root = repository();
    commit(root, {
      'kb/draft.md': articleText({ state: 'draft' }),
      'kb/internal.md': articleText({ audience: 'internal' }),
      'kb/broken.md': '---\naudience: public\n',
      'kb/intake/portal.md': intakeText({ state: 'published' }),
    });
    expect(slugs(root)).toEqual([]);
  });

  it('count from the merge on if they come from a branch', () => {
    const root = repository();
    commit(root, { 'kb/first.md': articleText() });
    git(root, 'switch', '--quiet', '--create', 'side');
    commit(root, { 'kb/tried.md': articleText({ title: 'On the side' }) });
    git(root, 'mv', 'kb/tried.md', 'kb/merged.md');
    commit(root, {});
    git(root, 'switch', '--quiet', '-');
    commit(root, { 'kb/second.md': articleText({ title: 'Meanwhile' }) });
    git(root, ...who, 'merge', '--quiet', '--no-ff', '--message', 'Merged', 'side');
    expect(slugs(root)).toEqual([
      'first kb/first.md',
      'merged kb/merged.md',
      'second kb/second.md',
    ]);
  });

  it('are none without a repository', () => {
    expect(formerAddresses(temporaryFolder())).toEqual([]);
  });

  it('are kept until there is a new commit', () => {
    const root = repository();
    const cache = join(root, '.fixlore', 'cache', 'addresses');
    commit(root, { 'kb/white.md': articleText() });
    expect(slugs(root, cache)).toEqual(['white kb/white.md']);
    expect(existsSync(cache)).toBe(true);
    writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('white', 'kept'));
    expect(slugs(root, cache)).toEqual(['kept kb/kept.md']);
    commit(root, { 'kb/grey.md': articleText() });
    expect(slugs(root, cache)).toHaveLength(2);
  });
});
