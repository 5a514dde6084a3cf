import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cstate } from '#importers/cstate.ts';
import { markdown } from '#importers/markdown.ts';
import type { ImportPlan } from '#importers/importer.ts';
import { recordText } from '#export/record-text.ts';
import { outlineForCheck } from '#markdown/body.ts';
import { parseRecord, type ParsedRecord } from '#parse/record.ts';
import type { RecordKind } from '#schema/index.ts';
import { contextWith, sourceOf, textsOf } from './source.ts';

/* Whatever a source says, its record says the same, and the check takes it. */

/** Any text: punctuation of YAML and Markdown, controls, every script; no lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[ \t\n"'#:{}[\]&*!|>%@`\\<\-=~,?a0.]{1,40}$/),
  fc.constantFrom(
    'yes',
    '1.10',
    '00420',
    '22:22',
    '2025-01-14',
    'null',
    '~',
    '---',
    'a: b',
    'x #y',
  ),
);
const title = anyText.map(withoutDirections).filter((text) => text.trim() !== '');

it('keeps every title and every field of an issue', () => {
  fc.assert(
    fc.property(title, anyText, (name, value) => {
      const header = { title: name, date: '2025-01-14', note: value };
      const { fields } = read('incident', issuePlan(recordText(header, 'Text')));
      expect(fields.title).toBe(name.trim());
      expect(fields.imported?.fields?.['note'] ?? '').toBe(withoutDirections(value));
    }),
  );
});

it('keeps every title and every field of an article', () => {
  fc.assert(
    fc.property(title, anyText, (name, value) => {
      fc.pre(!/\[!/.test(name));
      const plan = articlePlan(recordText({ title: name, note: value }, 'Text'));
      const { fields } = read('article', plan);
      expect(fields.title).toBe(name.trim());
      expect(fields.imported?.fields?.['note'] ?? '').toBe(withoutDirections(value));
    }),
  );
});

const bodyText = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom(
        '# Issue',
        '## Cause',
        '---',
        'title: x',
        '```',
        '    code',
        '> quote',
        '1. a',
      ),
      fc.constantFrom(
        '[Final message]',
        '{{< track "2025-01-14" >}}',
        '<u>a</u>',
        '<!-- b -->',
        '+++',
      ),
      fc.constantFrom('[!DNL a]', '>[!NOTE]', '[a](b.md)', '![a](b.png){x=1}', '| a |', '<table>'),
    ),
    { maxLength: 12 },
  )
  // A NUL makes the file a binary one, which is refused.
  .map((lines) => lines.join('\n').replaceAll('\u0000', ''));

it('makes a record of every body, with all its words', () => {
  fc.assert(
    fc.property(bodyText, (body) => {
      const text = `---\ntitle: A\ndate: 2025-01-14\n---\n${body}`;
      for (const [kind, plan] of [
        ['incident', issuePlan(text)],
        ['article', articlePlan(text)],
      ] as const) {
        const record = read(kind, plan);
        const all = JSON.stringify(record.fields) + record.body;
        for (const word of wordsOf(body)) expect(all.toLowerCase()).toContain(word);
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps a body without any construct as it stands', () => {
  const line = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,.;!?()*_'"$%&/=+-]{0,50}$/u);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const body = lines.join('\n\n').trim();
      const record = read('incident', issuePlan(`---\ntitle: A\ndate: 2025-01-14\n---\n${body}\n`));
      expect(record.body).toBe(`\n${body}\n`);
    }),
  );
});

function issuePlan(text: string): ImportPlan {
  return cstate.plan(sourceOf({ 'a.md': text }), contextWith());
}

function articlePlan(text: string): ImportPlan {
  return markdown.plan(sourceOf({ 'a.md': text }), contextWith());
}

function read<Kind extends RecordKind>(kind: Kind, plan: ImportPlan): ParsedRecord<Kind> {
  const [[file, text] = ['', '']] = Object.entries(textsOf(plan));
  expect(plan.report.refused).toEqual([]);
  const { record, diagnostics } = parseRecord(kind, file, new TextEncoder().encode(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(record && outlineForCheck(record).problem).toBeUndefined();
  return record as ParsedRecord<Kind>;
}

function withoutDirections(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Words but for those that constructs and headings consist of. */
function wordsOf(text: string): string[] {
  const ours = /^(dnl|note|track|table|u|x|issue|cause|b|md|png|1)$/;
  const words = text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? [];
  return words.filter((word) => !ours.test(word));
}
