import { describe, expect, it } from 'vitest';
import { roleOf } from '#importers/article-roles.ts';
import { articleTypeOf } from '#importers/article-type.ts';
import { firstSentence } from '#importers/first-sentence.ts';
import { fitsGlob } from '#importers/glob.ts';
import { momentText } from '#importers/moment-text.ts';
import { relativePath } from '#importers/relative-path.ts';
import { slugOf } from '#importers/slug.ts';

describe('slugOf', () => {
  it.each([
    ['2022-10-19-ci.j-maintenance', '2022-10-19-ci-j-maintenance'],
    ['Straße & Äpfel', 'strasse-apfel'],
    ['日本', ''],
    ['--a--', 'a'],
  ])('%s', (text, slug) => expect(slugOf(text)).toBe(slug));
});

describe('momentText', () => {
  it.each([
    ['2025-01-14', '2025-01-14'],
    ['2025-01-14 07:50', '2025-01-14T07:50'],
    ['2025-01-14T7:50:00-00:00', '2025-01-14T07:50:00-00:00'],
    ['2025-01-14 07:50:00Z', '2025-01-14T07:50:00Z'],
    ['2025-01-14 07:50:00 UTC', '2025-01-14T07:50:00Z'],
    ['2025-01-14T07:50:00.123+0530', '2025-01-14T07:50:00.123+05:30'],
    ['2025-01-14 07:50:00 +02', '2025-01-14T07:50:00+02:00'],
    ['2025-02-30', undefined],
    ['2025-01-14 25:00', undefined],
    ['14.1.2025', undefined],
    ['', undefined],
  ])('%s', (written, moment) => expect(momentText(written)).toBe(moment));
});

describe('fitsGlob', () => {
  it.each([
    ['*.md', 'a/b.md', true],
    ['a/*.md', 'a/b/c.md', false],
    ['a/**/*.md', 'a/c.md', true],
    ['wiki/**', 'wiki/a/b.md', true],
    ['?.md', 'ab.md', false],
    ['a+b.md', 'aab.md', false],
  ])('%s of %s', (glob, path, fits) => expect(fitsGlob(glob, path)).toBe(fits));
});

describe('roleOf', () => {
  it.each([
    ['Issue', 'symptoms'],
    ['ISSUE: ', 'symptoms'],
    ['**Affected products and versions:**', 'versions'],
    ['Possible  solution', 'steps'],
    ['Causes?', 'cause'],
    ['Related readings in our developer documentation:', 'related'],
    ['Issue 1', undefined],
    ['Solutions for the desk', undefined],
  ])('%s', (heading, role) => expect(roleOf(heading)).toBe(role));
});

describe('articleTypeOf', () => {
  it.each([
    ['How to reset a password', [], [], { type: 'how_to' }],
    ['How to reset a password', [], ['symptoms'], { type: 'solution' }],
    ['Reset a password', ['how-to'], [], { type: 'how_to' }],
    ['Sign-in troubleshooter', [], [], { type: 'solution' }],
    ['Versions', ['faq'], [], { type: 'reference' }],
    ['Known issue: x', [], [], { type: 'known_issue', issue: { status: 'investigating' } }],
    ['Known issue: x', [], ['steps'], { type: 'known_issue', issue: { status: 'fixed' } }],
  ] as const)('%s in %o with %o', (title, folders, roles, type) =>
    expect(articleTypeOf(title, folders, new Set(roles))).toEqual(type),
  );
});

describe('firstSentence', () => {
  it.each([
    ['The page is white. Nothing helps.', 'The page is white.'],
    ['ci.example.org is slow, e.g. at noon. Why?', 'ci.example.org is slow, e.g. at noon.'],
    ['two\nlines', 'two lines'],
  ])('%s', (text, sentence) => expect(firstSentence(text)).toBe(sentence));
});

describe('relativePath', () => {
  it.each([
    ['kb/a.md', 'kb/b.md', 'b.md'],
    ['kb/x/a.md', 'kb/y/z/b.md', '../y/z/b.md'],
    ['kb/a.md', 'kb/x y/#.png', 'x%20y/%23.png'],
  ])('from %s to %s', (from, to, path) => expect(relativePath(from, to)).toBe(path));
});
