/** The edge of the command: where its text goes and what it knows of its surroundings. */
export interface Io {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output and standard error are a terminal that shows colour and moves up. */
  isTerminal: boolean;
  columns: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Aborted when the user interrupts. */
  interrupted: AbortSignal;
}
