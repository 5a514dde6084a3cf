import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, configText, incidentText, intakeText, resolvedText } from './records.ts';
import { put } from './temporary-folder.ts';

/** The sample knowledge base of this repository, copied; `addresses` stand in place of its own. */
export function copySample(
  folder: string,
  addresses?: { public?: string; internal?: string },
): void {
  for (const name of ['incidents', 'kb', 'fixlore.config.yaml']) {
    cpSync(join(import.meta.dirname, '..', name), join(folder, name), { recursive: true });
  }
  if (!addresses) return;
  const config = readFileSync(join(folder, 'fixlore.config.yaml'), 'utf8');
  const lines = Object.entries(addresses).map(([site, url]) => `  ${site}: ${url}\n`);
  const block = lines.length > 0 ? `base_url:\n${lines.join('')}` : '';
  put(folder, 'fixlore.config.yaml', config.replace(/^base_url:\n(?: .*\n)+/m, block));
}

/** So that an open incident is in order for as long as these tests are run. */
export const nextPromise = [{ to: 'customer', what: 'An answer', due: '2999-12-31' }];

/** A knowledge base with a few records of each kind, which is built in no time. */
export function writeSmall(folder: string, state = 'first'): void {
  for (const [path, content] of Object.entries(smallFiles(state))) put(folder, path, content);
}

/** Its files; `state` is a word in a title of each kind of record, public and internal. */
export function smallFiles(state: string): Record<string, string | Uint8Array> {
  return {
    'fixlore.config.yaml': configText,
    'incidents/2026/2026-03-14-white-page.md': resolvedText(
      {
        title: `The login page stays white, ${state}`,
        reporter: { name: 'Dana Whitfield', contact: 'dana@foobar.example' },
        evidence: [
          { kind: 'log', file: 'white-page/server.log', shows: 'The error of the server' },
          { kind: 'screenshot', file: 'white-page/page.png', shows: 'Nothing but white' },
        ],
        tickets: ['ZD-1029'],
      },
      '## What happened\n\nThe session store was full.\n',
    ),
    'incidents/2026/white-page/server.log': '503 session store full\n',
    'incidents/2026/white-page/page.png': onePixel,
    'incidents/2026/2026-04-01-slow-login.md': incidentText({
      title: 'Signing in takes a minute',
      opened: '2026-04-01T10:00:00+02:00',
      promises: nextPromise,
      component: 'login',
    }),
    'kb/login/white-page.md': articleText(
      {
        title: `The login page stays white: what helps, ${state}`,
        symptoms: ['I see a white page'],
        sources: ['2026-03-14-white-page'],
        owner: 'web-team',
        aliases: ['white-login'],
      },
      [
        '## Steps\n\n1. Reload the page.\n\n   You should see: the form.',
        '![The form](page/form.png)',
        '## Check that it worked\n\nSign in: the form comes once.',
        '## If it did not help\n\nWrite to us, and say what you see.\n',
      ].join('\n\n'),
    ),
    'kb/login/page/form.png': onePixel,
    'kb/login/clear-sessions.md': articleText(
      { title: `Clear the session store, ${state}`, audience: 'internal', type: 'how_to' },
      [
        '## Steps\n\n1. Run `clear`.\n\n   You should see: all sessions are gone.',
        '## Check that it worked\n\nSign in: the form comes once.',
        '## If it did not help\n\nAsk the team of the portal.\n',
      ].join('\n\n'),
    ),
    'kb/login/old-browser.md': articleText({ title: 'Old browsers', state: 'archived' }),
    'kb/intake/portal.md': intakeText({ next: [{ what: 'We call you back', within: '1d' }] }),
  };
}

export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
