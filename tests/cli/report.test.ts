import { describe, expect, it } from 'vitest';
import { reportNames } from '#derive/reports/index.ts';
import { called } from '../command-line.ts';
import { fixlore } from '../fixlore.ts';
import { configText, incidentText, resolvedText } from '../records.ts';
import { rawControl } from '../report/report-of.ts';
import { folderWith } from '../temporary-folder.ts';

/** What a terminal would act on, as far as a check lets it through. */
const nasty = 'a\u009b31mred \u009d0;title\u009c \u200b \u2028x';
const files = {
  'fixlore.config.yaml': `timezone: Europe/Vienna\n${configText}`,
  'incidents/2026/white-page.md': resolvedText({
    title: `White | *page* ${nasty}`,
    seen_again: [{ at: '2026-03-20', fix_worked: true }],
    promises: [{ to: 'customer', what: 'A call', due: '2026-03-20' }],
    attempts: [
      { action: `${nasty} restarted`, outcome: 'no_effect', afterwards: 'left_in_place' },
      { action: 'Restarted it', outcome: 'fixed', afterwards: 'no_change' },
    ],
  }),
  'incidents/2026/slow.md': incidentText({ opened: '2026-01-31T23:30:00Z' }),
};

const report = (cwd: string, ...argv: string[]) => called(['report', ...argv], { cwd });
const now = ['--now', '2026-03-25T12:00Z'];

interface Told {
  now: string;
  reports: { name: string; rows: Record<string, string | number | null>[] }[];
}
const told = (stdout: string) => JSON.parse(stdout) as Told;

describe('fixlore report', () => {
  it('tells every report, each with its title and how it is computed', async () => {
    const { code, stdout, stderr } = await fixlore(['report', ...now], { cwd: folderWith(files) });
    expect([code, stderr]).toEqual([0, '']);
    const heads = stdout.split('\n').filter((line) => / {2}[a-z-]+$/.test(line));
    expect(heads.map((line) => line.split('  ')[1])).toEqual(
      expect.arrayContaining([...reportNames]),
    );
    expect(stdout.replaceAll('\n', ' ')).toContain('on the clocks of Europe/Vienna');
    expect(stdout).not.toMatch(rawControl);
  });

  it('tells one by its name', async () => {
    const { stdout } = await report(folderWith(files), 'proven', '--format', 'csv', ...now);
    expect(stdout).toBe(
      'product,fixes,isolated,nothing_left,first_attempt,may_also_need,share\r\nportal,1,0,0,0,1,0\r\n',
    );
  });

  it('asks at a moment, which is now unless told otherwise', async () => {
    const folder = folderWith(files);
    const overdue = async (...argv: string[]) => {
      const { stdout } = await report(folder, 'promises', '--format', 'json', ...argv);
      const [found] = told(stdout).reports;
      return [told(stdout).now, found?.rows[0]?.['overdue']];
    };
    expect(await overdue(...now)).toEqual(['2026-03-25T12:00:00.000Z', 1]);
    expect(await overdue('--now', '2026-03-20')).toEqual(['2026-03-20T00:00:00.000Z', 0]);
    expect(await overdue()).toEqual(['2026-03-14T00:00:00.000Z', 0]);
  });

  it('counts months in the zone of the knowledge base', async () => {
    const { stdout } = await report(folderWith(files), 'incidents', '--format', 'csv');
    expect(stdout.split('\r\n').map((line) => line.slice(0, 9))).toEqual([
      ...['month,inc', '2026-02,1', '2026-03,1', ''],
    ]);
  });

  it('works on a knowledge base without records', async () => {
    const empty = folderWith({ 'fixlore.config.yaml': configText });
    for (const format of ['pretty', 'json', 'csv', 'markdown']) {
      const { code, stderr, stdout } = await report(empty, '--format', format);
      expect([code, stderr]).toEqual([0, '']);
      if (format === 'json') expect(told(stdout).reports.flatMap(({ rows }) => rows)).toEqual([]);
    }
  });
});

describe.each(['pretty', 'json', 'csv', 'markdown'])('in %s', (format) => {
  it('no record reaches the terminal with a control character', async () => {
    const { code, stdout } = await report(folderWith(files), '--format', format);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(rawControl);
    expect(stdout).toContain(format === 'csv' || format === 'json' ? 'white-page' : 'page');
  });

  it('the same question gets the same bytes', async () => {
    const folder = folderWith(files);
    const first = await report(folder, '--format', format);
    expect(await report(folder, '--format', format)).toEqual(first);
  });
});

describe('records with errors', () => {
  it('are in no figure, which is told', async () => {
    const folder = folderWith({ ...files, 'incidents/2026/bad.md': incidentText({ status: 'x' }) });
    const { code, stdout, stderr } = await report(folder, 'incidents', '--format', 'csv');
    expect(code).toBe(1);
    expect(stdout).toContain('2026-03,1,');
    expect(stderr).toBe(
      'fixlore: 1 error in the records: the figures may lack some of them. "fixlore check" says which.\n',
    );
  });

  it('stop it only when the configuration is one of them', async () => {
    const folder = folderWith({ ...files, 'fixlore.config.yaml': 'products: x' });
    expect(await report(folder)).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: 'fixlore: The configuration cannot be used. "fixlore check" says why.\n',
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['incdents'], 'There is no report "incdents". Did you mean "incidents"?'],
    [['attempt-kind'], 'There is no report "attempt-kind". Did you mean "attempt-kinds"?'],
    [['constructor'], 'There is no report "constructor". See "fixlore report --help".'],
    [['times', 'sides'], 'One report at a time, or all without a name.'],
    [['--format', 'xml'], '--format takes one of pretty, json, csv, markdown.'],
    [
      ['--now', 'today'],
      '--now takes a day or a time with its zone: 2026-11-20, 2026-11-20T09:00Z.',
    ],
  ])('%j gets exit code 2 and a sentence', async (argv, sentence) => {
    expect(await report(folderWith(files), ...argv)).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: `fixlore: ${sentence}\n`,
    });
  });

  it('help names every report', async () => {
    const { stdout } = await called(['report', '--help']);
    for (const name of reportNames) expect(stdout).toContain(name);
  });
});
