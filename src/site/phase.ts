/**
 * Does a part of a build and puts it on the timeline of Node's profiler, where the measurements in
 * bench/ read it, too.
 */
export async function phase<Result>(
  name: string,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(`fixlore: ${name}`, { start });
  }
}
