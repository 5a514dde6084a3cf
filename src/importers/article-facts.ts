import type { List, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Role } from './article-roles.ts';
import { isOnly, type Section } from './article-sections.ts';
import { firstSentence } from './first-sentence.ts';

/** What the sections of an article say in so many words. */
export interface ArticleFacts {
  roles: ReadonlySet<Role>;
  symptoms: string[];
  versions: string[];
  errors: string[];
  /** The section that says nothing but the symptoms, in plain text. */
  told: Section | undefined;
}

export function articleFacts(sections: readonly Section[]): ArticleFacts {
  const symptoms = symptomsOf(sections);
  const section = only(sections, 'symptoms');
  return {
    roles: new Set(sections.flatMap(({ role }) => role ?? [])),
    symptoms,
    told: section && isTold(section, symptoms) ? section : undefined,
    versions: versionsOf(sections),
    errors: errorsOf(sections),
  };
}

const longestText = 200;

/**
 * How the article says that people meet the problem: the bullets or the first sentence at the top of
 * its section on symptoms. Nothing where that is no short text.
 */
function symptomsOf(sections: readonly Section[]): string[] {
  const [first, second] = only(sections, 'symptoms')?.blocks ?? [];
  if (first?.type === 'list') return bulletsOf(first, 10);
  if (first?.type !== 'paragraph') return [];
  const text = oneLine(toString(first));
  if (text.endsWith(':')) return second?.type === 'list' ? bulletsOf(second, 10) : [];
  const sentence = text.length <= longestText ? text : firstSentence(text);
  const isLabel = /^(steps|prerequisites?|preconditions?|expected|actual)\b/i.test(sentence);
  const isUsable = sentence.length >= 8 && sentence.length <= longestText && !isLabel;
  return isUsable ? [sentence] : [];
}

function isTold({ blocks }: Section, symptoms: string[]): boolean {
  const [block, ...others] = blocks;
  if (!block || others.length > 0) return false;
  let isPlain = true;
  visit(block, ({ type }) => {
    if (!/^(paragraph|list|listItem|text)$/.test(type)) isPlain = false;
  });
  const texts = block.type === 'list' ? bulletsOf(block, 10) : [oneLine(toString(block))];
  return isPlain && symptoms.length > 0 && texts.join('\n') === symptoms.join('\n');
}

/** Names of versions: the bullets of the section on them. Nothing if one is too long to be a name. */
function versionsOf(sections: readonly Section[]): string[] {
  const { blocks = [] } = only(sections, 'versions') ?? {};
  const lists = blocks.filter((node) => node.type === 'list');
  const names = lists.flatMap((list) => bulletsOf(list, 40));
  const isPlain = blocks.every(({ type }) => /^(list|paragraph|blockquote|heading)$/.test(type));
  const isList = lists.every((list) => list.children.length === bulletsOf(list, 40).length);
  return isPlain && isList && names.length <= 40 ? [...new Set(names)] : [];
}

/**
 * Messages as they were shown: in the section on symptoms, what stands in code, quotes or emphasis and
 * reads like an error.
 */
function errorsOf(sections: readonly Section[]): string[] {
  const { blocks = [] } = only(sections, 'symptoms') ?? {};
  const texts: string[] = [];
  for (const block of blocks) {
    visit(block, (node) => {
      if (node.type === 'code') texts.push(...node.value.split('\n').slice(0, 30));
      if (node.type === 'inlineCode') texts.push(node.value);
      if (node.type === 'emphasis' || node.type === 'strong') texts.push(toString(node));
      if (node.type === 'text') texts.push(...quotesIn(node.value));
    });
  }
  const errors = texts.map(messageIn).filter(isError);
  return [...new Set(errors)].slice(0, 5);
}

/** The message alone, out of quotes, of a line of JSON, or of the end of a sentence. */
function messageIn(written: string): string {
  const line = oneLine(written);
  const json = /^"\w*message": ?"(.*)",?$/i.exec(line)?.[1]?.replaceAll('\\"', '"');
  return (json ?? line).replace(/^["`“](.*)["`”]\.?$/, '$1').trim();
}

function isError(text: string): boolean {
  if (text.length < 6 || text.length > longestText) return false;
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text)) return /ERR|FAIL|INVALID|DENIED/.test(text);
  if (/^\W*\w+\W*(?:[:{[(]\s*)+(?:true|false|null|\d+)?,?$/.test(text)) return false;
  const hasWords = /\S\s+\S/.test(text);
  const isCommand = /^(\$|#|bin\/|php |curl |select |insert |update |delete |grep |sudo )/i.test(
    text,
  );
  return hasWords && !isCommand && errorWords.test(text);
}

const errorWords =
  /\b(errors?|exception|fatal|fail(ed|ure)|denied|cannot|can't|could not|unable to|not found|invalid|timed? ?out|unavailable|refused|forbidden|SQLSTATE|segmentation fault|out of memory)\b/i;

function quotesIn(text: string): string[] {
  return [...text.matchAll(/"([^"\n]{6,200})"|“([^”\n]{6,200})”/g)].map(
    ([, straight, curly]) => straight ?? curly ?? '',
  );
}

function bulletsOf(list: List, most: number): string[] {
  const texts = list.children.map((item) => itemText(item.children));
  const isShort = texts.every((text) => text !== '' && text.length <= longestText);
  return !list.ordered && isShort && texts.length <= most ? texts : [];
}

/** The text of an item that is one paragraph; empty for anything else. */
function itemText(children: readonly RootContent[]): string {
  const [first, ...others] = children;
  return first?.type === 'paragraph' && others.length === 0 ? oneLine(toString(first)) : '';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function only(sections: readonly Section[], role: Role): Section | undefined {
  return isOnly(sections, role) ? sections.find((section) => section.role === role) : undefined;
}
