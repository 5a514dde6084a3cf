/**
 * Ends this process as soon as the one that forked it is gone: it would go on writing for nobody, into
 * folders that the next run takes for its own. Returns what is called when the work is done.
 */
export function endWithParent(): () => void {
  // eslint-disable-next-line unicorn/no-process-exit -- whatever is under way must stop at once
  const end = () => process.exit(1);
  process.once('disconnect', end);
  return () => {
    process.off('disconnect', end);
    if (process.connected) process.disconnect();
  };
}
