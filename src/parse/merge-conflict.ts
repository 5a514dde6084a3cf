/* The marks that git leaves where it could not merge. */

/** The lines, counted from 1, on which a conflict starts; those in a code block are examples. */
export function mergeConflicts(text: string): number[] {
  if (!/^(?:<{7}|>{7}) \S/m.test(text)) return [];
  const found: number[] = [];
  let isCode = false;
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const isStart = /^<{7} \S/.test(line);
    const isEnd = /^>{7} \S+(?: \(.*\))?$/.test(line);
    if (isCode || (!isStart && !isEnd)) continue;
    if (isStart || !isOpen) found.push(index + 1);
    isOpen = isStart;
  }
  return found;
}
