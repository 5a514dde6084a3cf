/** Where and when a build is made: nothing of it may show in the public site. */
export interface Surroundings {
  /** The folder of the knowledge base, below a temporary one. */
  folder: string;
  env: Record<string, string>;
  /** What `--audience` says; with both sites the internal one leaves its traces in the caches. */
  audience: 'public' | 'all';
  /** The moment that `--now` names. */
  now: string;
  hasHistory: boolean;
  words: string;
}

/** The first is that of the reference; the last builds over what the one before it left behind. */
export const surroundings: readonly Surroundings[] = [
  {
    folder: 'kb',
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    audience: 'public',
    now: '2026-01-01',
    hasHistory: false,
    words: 'a plain folder, UTC, no caches',
  },
  {
    folder: 'ein Ordner/über/kb',
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
    audience: 'public',
    now: '1999-12-31T23:59:59Z',
    hasHistory: false,
    words: 'another path, zone, language and clock',
  },
  {
    folder: 'a/b/c/d/kb',
    env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    audience: 'all',
    now: '2038-01-19T03:14:08Z',
    hasHistory: true,
    words: 'a history of its own in git, built together with the internal site',
  },
  {
    folder: 'a/b/c/d/kb',
    env: { TZ: 'Asia/Kathmandu', LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' },
    audience: 'public',
    now: '2026-06-01T12:00:00Z',
    hasHistory: true,
    words: 'over the caches and the output of another variant',
  },
];
