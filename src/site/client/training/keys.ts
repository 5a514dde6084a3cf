/** What a key asks for. */
export type Asked = { choose: number } | 'next' | 'back' | 'hint' | 'keys';

/** What a key asks for in a drill, if anything: letters and digits choose. */
export function askedBy({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Asked | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (Object.hasOwn(named, key)) return named[key];
  if (/^[1-9]$/.test(key)) return { choose: Number(key) - 1 };
  const letter = key.toLowerCase();
  if (letter === 'h') return 'hint';
  return /^[a-g]$/.test(letter) ? { choose: letter.charCodeAt(0) - 97 } : undefined;
}

const named: Record<string, Asked> = {
  Enter: 'next',
  ' ': 'next',
  ArrowRight: 'next',
  ArrowLeft: 'back',
  '?': 'keys',
};

/** Whether the key belongs to what has the focus: a field, a link, a button, what scrolls. */
export function isForElement(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], dialog')) return true;
  if (key === 'Enter' || key === ' ') return target.closest('a, button, summary') !== null;
  return key.startsWith('Arrow') && target.closest('pre') !== null;
}
