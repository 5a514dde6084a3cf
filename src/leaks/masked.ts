/**
 * A finding as it may be shown in a log that others read: enough for the one who wrote it to know it
 * again, and nothing of use to anybody else.
 */
export function masked(text: string): string {
  const characters = [...text.trim()];
  const shown = characters.length >= 12 ? 2 : characters.length >= 8 ? 1 : 0;
  const first = characters
    .slice(0, shown)
    .join('')
    .replaceAll(/[^\p{L}\p{N}+]/gu, '•');
  return `${first}${'•'.repeat(Math.min(8, Math.max(3, characters.length - shown)))}`;
}
