/** The path of a Chromium that is there, or undefined. */
export function findChromium(): Promise<string | undefined>;

/** Finds a Chromium or installs one; throws with what to do if neither is possible. */
export function ensureChromium(root: string): Promise<void>;
