/** Measures how long something takes, with pauses. Times are in milliseconds, told by whoever asks. */
export class StopWatch {
  #before = 0;
  #since: number | undefined;

  get isRunning(): boolean {
    return this.#since !== undefined;
  }

  toggle(now: number): void {
    this.#before = this.elapsed(now);
    this.#since = this.isRunning ? undefined : now;
  }

  /** Back to 0; it goes on if it is running. */
  reset(now: number): void {
    this.#before = 0;
    if (this.isRunning) this.#since = now;
  }

  elapsed(now: number): number {
    return this.#before + (this.#since === undefined ? 0 : now - this.#since);
  }
}

/** "0:07", "12:30", "1:02:03". */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
