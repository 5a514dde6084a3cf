/** What a scanner looks for. Each kind has a detector of its own. */
export type LeakKind =
  'secret' | 'email' | 'phone' | 'ip_address' | 'host' | 'ticket' | 'word' | 'source';

/** Something in a text that should not be read by everybody. */
export interface Leak {
  kind: LeakKind;
  /** What it is, with its article: "an AWS access key id". */
  what: string;
  /** Offsets in the text as it was written. */
  from: number;
  to: number;
  /** The finding as a reader sees it, without escapes. Never to be shown: see `masked`. */
  text: string;
}

/** A finding in a text without escapes. */
export interface Spot {
  from: number;
  to: number;
  what: string;
}

/** Looks for one kind of leak in a text without escapes. */
export type Detector = (text: string) => Spot[];
