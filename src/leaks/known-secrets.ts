import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Leak } from './leak.ts';
import { plainText } from './plain-text.ts';

// It keeps a mark of every rule and every text, for ever.
secretLintProfiler.setEnabled(false);

/** The secrets that secretlint's recommended rules know. Not for a browser. */
export async function knownSecrets(text: string): Promise<Leak[]> {
  const plain = plainText(text);
  if (!mayHoldOne.test(plain.text)) return [];
  const { messages } = await lintSource({
    source: { filePath: 'record.txt', content: plain.text, ext: '.txt', contentType: 'text' },
    options: { locale: 'en', config: { rules: [{ id: creator.meta.id, rule: creator }] } },
  });
  return messages.flatMap(({ range: [from, to], messageId }) => {
    const found = plain.text.slice(from, to);
    if (isPlaceholder(found)) return [];
    const [start, end] = plain.written(from, to);
    const what = `a secret (${messageId.toLowerCase().replaceAll('_', ' ')})`;
    return [{ kind: 'secret' as const, what, from: start, to: end, text: found }];
  });
}

/** All of them hold a run of letters and digits, or stand in an address; running the rules takes 1 ms. */
const mayHoldOne = /(?=[\w+/=]{0,64}\d)[\w+/=]{16}|:\/\/[^\s/]{0,200}@|PRIVATE|hooks\.slack/;

function isPlaceholder(text: string): boolean {
  return /(.)\1{7}|EXAMPLE|example|placeholder|0123456789/.test(text);
}
