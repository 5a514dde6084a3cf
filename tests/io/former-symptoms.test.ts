import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formerSymptoms } from '#io/former-symptoms.ts';
import { incidentText } from '../records.ts';
import { commit, git, repository, who } from '../repository.ts';
import { put, temporaryFolder } from '../temporary-folder.ts';

const said = (...symptoms: string[]) => incidentText({ symptoms });
const old = 'incidents/2026-03-14-white.md';
const renamed = 'incidents/2026/2026-03-14-white-page.md';

describe('what git remembers of what customers said', () => {
  it('is every symptom of every version, each once, through renames', () => {
    const root = repository();
    commit(root, { [old]: said('I see white') });
    commit(root, { [old]: said('I see white', 'It is blank') });
    git(root, 'mv', old, 'incidents/moved.md');
    commit(root, {});
    put(root, renamed, '');
    renameSync(join(root, 'incidents/moved.md'), join(root, renamed));
    commit(root, { 'incidents/2026-03-15-other.md': said('The list is empty') });
    const { symptoms, gap } = formerSymptoms(root)!;
    expect(symptoms.get(renamed)?.toSorted()).toEqual(['I see white', 'It is blank']);
    expect(symptoms.get('incidents/2026-03-15-other.md')).toEqual(['The list is empty']);
    expect(gap).toBeUndefined();
  });

  it('is known for a knowledge base in a folder of a repository, too', () => {
    const top = repository();
    commit(top, { [`support/${old}`]: said('I see white') });
    expect([...formerSymptoms(join(top, 'support'))!.symptoms]).toEqual([[old, ['I see white']]]);
  });

  it('holds what was merged, and what a merge itself changed', () => {
    const root = repository();
    commit(root, { [old]: said('I see white') });
    git(root, 'switch', '--quiet', '--create', 'side');
    commit(root, { [old]: said('I see white', 'On the side') });
    git(root, 'switch', '--quiet', '-');
    commit(root, { 'incidents/2026-03-15-other.md': said('The list is empty') });
    git(root, ...who, 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
    commit(root, { [old]: said('I see white', 'On the side', 'In the merge') });
    expect(formerSymptoms(root)?.symptoms.get(old)?.toSorted()).toEqual([
      'I see white',
      'In the merge',
      'On the side',
    ]);
  });

  it('is nothing where there is no repository, or no commit yet', () => {
    const root = temporaryFolder();
    expect(formerSymptoms(root)).toBeUndefined();
    git(root, 'init', '--quiet');
    expect(formerSymptoms(root)).toBeUndefined();
  });

  it('says so where the clone is shallow', () => {
    const root = repository();
    commit(root, { [old]: said('I see white') });
    commit(root, { [old]: said('I see white', 'It is blank') });
    const clone = temporaryFolder();
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${root}`, '.');
    const { symptoms, gap } = formerSymptoms(clone)!;
    expect(gap).toBe('shallow');
    expect(symptoms.get(old)).toEqual(['I see white', 'It is blank']);
  });

  it('says so where git refuses', () => {
    const root = temporaryFolder();
    put(root, '.git/HEAD', 'not a repository\n');
    expect(formerSymptoms(root)).toMatchObject({ gap: 'unreadable' });
  });

  it('takes versions that cannot be read for empty', () => {
    const root = repository();
    commit(root, { [old]: '---\nsymptoms: [never closed\n' });
    commit(root, { [old]: 'no header at all\n' });
    commit(root, { [old]: said('I see white') });
    expect(formerSymptoms(root)?.symptoms.get(old)).toEqual(['I see white']);
  });

  it('is kept until there is a new commit, and read anew where the cache is damaged', () => {
    const root = repository();
    const cache = join(root, '.fixlore', 'cache', 'symptoms');
    commit(root, { [old]: said('I see white') });
    const first = formerSymptoms(root, cache);
    expect(existsSync(cache)).toBe(true);
    writeFileSync(cache, readFileSync(cache, 'utf8').replace('I see white', 'from the cache'));
    expect(formerSymptoms(root, cache)?.symptoms.get(old)).toEqual(['from the cache']);
    writeFileSync(cache, '{');
    expect(formerSymptoms(root, cache)).toEqual(first);
    commit(root, { [old]: said('I see white', 'It is blank') });
    expect(formerSymptoms(root, cache)?.symptoms.get(old)).toHaveLength(2);
  });
});

it('runs nothing that the repository names', () => {
  const root = repository();
  commit(root, { [old]: said('I see white'), '.gitattributes': '*.md diff=trap filter=trap\n' });
  const trap = join(root, 'trap.sh');
  const sprung = join(root, 'sprung');
  writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> "${sprung}"\n`);
  chmodSync(trap, 0o755);
  for (const name of [
    ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass'],
    ...['diff.external', 'diff.trap.textconv', 'diff.trap.command', 'filter.trap.clean'],
    ...['filter.trap.smudge', 'filter.trap.process', 'gpg.program', 'credential.helper'],
  ]) {
    git(root, 'config', name, trap);
  }
  for (const name of ['rev-list', 'diff-tree', 'cat-file', 'rev-parse']) {
    git(root, 'config', `alias.${name}`, `!${trap}`);
  }
  git(root, 'config', 'core.hooksPath', root);
  expect(formerSymptoms(root)?.symptoms.get(old)).toEqual(['I see white']);
  expect(existsSync(sprung)).toBe(false);
});
