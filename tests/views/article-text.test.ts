import { expect, it } from 'vitest';
import { versionsText } from '#views/article-text.ts';

it.each([
  ['>=4.0 <4.4', '4.0 and later, before 4.4'],
  ['>=4.0', '4.0 and later'],
  ['<5', 'before 5'],
  ['^4.2 || 5.x', '^4.2 || 5.x'],
  [['4.2', '4.3'], '4.2, 4.3'],
  [undefined, undefined],
])('%j', (versions, text) => expect(versionsText(versions)).toBe(text));
