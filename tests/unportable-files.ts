import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Code } from '#diagnostics/catalogue.ts';
import { put } from './temporary-folder.ts';

/*
 * Files that git does not keep, or does not keep on every system: links, pipes, permissions, odd
 * names and bytes. Each function adds them to a copy of the fixture of its code.
 */

/** A record in which nothing is wrong; its body starts on line 9. */
export const openIncident = `---
title: The login page stays white
status: open
product: portal
opened: 2026-03-14
symptoms:
  - I see a white page
---
`;

export const unportableFiles: Partial<Record<Code, (root: string) => void>> = {
  'file-unreadable': (root) => {
    symlinkSync('nowhere.md', join(root, 'incidents/dangling.md'));
    symlinkSync('loop.md', join(root, 'incidents/loop.md'));
    mkdirSync(join(root, 'incidents/folder'));
    symlinkSync('folder', join(root, 'incidents/linked-folder'));
    execFileSync('mkfifo', [join(root, 'incidents/pipe.md')]);
    put(root, 'incidents/locked.md', openIncident);
    put(root, 'incidents/locked.log', 'GET /login 200\n');
    put(root, 'incidents/locked-folder/record.md', openIncident);
    for (const name of ['locked.md', 'locked.log', 'locked-folder']) {
      chmodSync(join(root, 'incidents', name), 0);
    }
  },
  'file-outside-root': (root) => {
    const outside = join(root, '..', 'outside');
    put(outside, 'secret.md', openIncident);
    symlinkSync(join(outside, 'secret.md'), join(root, 'incidents/outside.md'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'incidents/outside.log'));
    symlinkSync('../fixlore.config.yaml', join(root, 'incidents/config.md'));
    put(root, 'incidents/.hidden/secret.md', openIncident);
    symlinkSync('.hidden/secret.md', join(root, 'incidents/hidden.md'));
    symlinkSync('2026-03-14-white-page.md', join(root, 'incidents/2026-03-14-linked.md'));
    symlinkSync(outside, join(root, 'kb'));
  },
  'file-name': (root) => {
    for (const name of ['what?', 'part#2', '100%', 'two words', 'con', 'weiße-seite']) {
      put(root, `incidents/${name}.md`, openIncident);
    }
  },
  'file-empty': (root) => put(root, 'incidents/byte-order-mark.md', '\ufeff'),
  'file-too-large': (root) => {
    put(root, 'incidents/long-body.md', `${openIncident}${'x'.repeat(1_048_577)}`);
    put(root, 'incidents/largest-body.md', `${openIncident}${'x'.repeat(1_048_576)}`);
    put(root, 'incidents/huge.md', openIncident + 'A line of a log.\n'.repeat(200_000));
  },
  'file-encoding': (root) => {
    put(root, 'incidents/latin-1.md', Buffer.from(`${openIncident}Gr\u00fc\u00dfe\n`, 'latin1'));
    put(root, 'incidents/utf-16-le.md', Buffer.from(`\ufeff${openIncident}`, 'utf16le'));
    put(root, 'incidents/utf-16-be.md', Buffer.from(`\ufeff${openIncident}`, 'utf16le').swap16());
    put(root, 'incidents/utf-16-without-mark.md', Buffer.from(openIncident, 'utf16le'));
    put(root, 'incidents/cut-off.md', Buffer.from(`${openIncident}\n世`).subarray(0, -1));
    put(root, 'incidents/picture.md', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  },
  'file-control-character': (root) => {
    put(root, 'incidents/null.md', `${openIncident}\0`);
    put(root, 'incidents/escape.md', openIncident.replace('white', '\u001b[31mwhite'));
    put(root, 'incidents/backspace.md', `${openIncident}\nA\u0008\n`);
  },
  'file-line-ends': (root) => {
    put(root, 'incidents/only-returns.md', openIncident.replaceAll('\n', '\r'));
    put(root, 'incidents/one-return.md', `${openIncident}one\rtwo\n`);
    put(root, 'incidents/windows.md', `\ufeff${openIncident.replaceAll('\n', '\r\n')}`);
  },
  'header-too-large': (root) => {
    const goal = `goal: ${'x'.repeat(65_536)}\n`;
    put(root, 'incidents/long-header.md', openIncident.replace('status', `${goal}status`));
    const keys = Array.from({ length: 1000 }, (_, n) => `  key ${String(n)}: x\n`).join('');
    put(
      root,
      'incidents/many-fields.md',
      openIncident.replace(/---\n$/, `environment:\n${keys}---\n`),
    );
  },
  'symptom-rewritten': (root) => {
    const [changed, removed, added] = readdirSync(join(root, 'incidents')).sort();
    committed(root, (former) => {
      former(changed!, 'first-name.md', ['The login page is white', 'I see a white page']);
      former(removed!, removed!, ['The list is empty', 'The list is empty\n  - It was full']);
      former(added!, added!, ['\n  - It is an hour ahead', '']);
    });
    handOver(root);
  },
  'address-gone': (root) => {
    const article = (name: string) => readFileSync(join(root, 'kb', name), 'utf8');
    const published = (name: string) =>
      article(name)
        .replace(/^audience: .*$/m, 'audience: public')
        .replace(/^state: .*$/m, 'state: published');
    const names = ['renamed.md', 'withdrawn.md', 'made-internal.md', 'archived.md'];
    const today = new Map(names.map((name) => [name, article(name)]));
    const [renamed = '', ...others] = names.map((name) => published(name));
    git(root, 'init', '--quiet');
    for (const name of names) rmSync(join(root, 'kb', name));
    put(root, 'kb/first-name.md', renamed);
    put(root, 'kb/removed.md', others[0]!.replace('grey', 'green'));
    others.forEach((text, index) => put(root, `kb/${names[index + 1] ?? ''}`, text));
    commit(root, 'As it was published');
    renameSync(join(root, 'kb/first-name.md'), join(root, 'kb/second-name.md'));
    commit(root, 'Renamed');
    rmSync(join(root, 'kb'), { recursive: true });
    for (const [name, text] of today) put(root, `kb/${name}`, text);
    commit(root, 'As it is today');
    handOver(root);
  },
  'history-incomplete': (root) => {
    committed(root, () => undefined);
    const head = git(root, 'rev-parse', 'HEAD').trim();
    put(root, '.git/shallow', `${head}\n`);
    handOver(root);
  },
};

type Former = (name: string, nameThen: string, change: [now: string, then: string]) => void;

/** Makes a repository of two commits: the records as `write` says they were, and as they are. */
function committed(root: string, write: (former: Former) => void): void {
  const incidents = join(root, 'incidents');
  const today = join(root, '..', 'today');
  git(root, 'init', '--quiet');
  renameSync(incidents, today);
  put(incidents, '.keep', '');
  write((name, nameThen, change) => {
    put(incidents, nameThen, readFileSync(join(today, name), 'utf8').replace(...change));
  });
  commit(root, 'As it was said');
  rmSync(incidents, { recursive: true });
  renameSync(today, incidents);
  commit(root, 'As it is today');
}

/** Git reads no repository of another user; rules are run by one without rights. */
function handOver(root: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '65534', root]);
}

function commit(root: string, message: string): void {
  git(root, 'add', '--all');
  const who = ['-c', 'user.name=A writer', '-c', 'user.email=writer@acme.example'];
  git(root, ...who, 'commit', '--quiet', '--message', message);
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
