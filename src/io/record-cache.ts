import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Body } from '#markdown/body.ts';
import type { Depth, ReadRecord } from '#pipeline.ts';
import type { RecordKind } from '#schema/index.ts';
import { codeDigest } from './code-digest.ts';
import { makeWorkFolder } from './work-folder.ts';

/**
 * What was read from records, by a digest of everything it depends on: the code, the path and the
 * bytes. So an entry is fresh or is not found. A file that is damaged, or written by other code, is
 * ignored as a whole. Bodies are kept apart, since a check does not need them.
 */
export class RecordCache {
  readonly #folder: string | undefined;
  #reads: Store<ReadRecord> | undefined;
  #bodies: Store<Body> | undefined;

  /** Without a folder nothing is read from or written to the disk. */
  constructor(folder?: string) {
    this.#folder = folder;
  }

  /** Whether loading what is kept of all records takes less time than reading so many anew. */
  isWorthLoading(count: number): boolean {
    if (this.#reads || !this.#folder) return true;
    const kept = statSync(join(this.#folder, 'records'), { throwIfNoEntry: false });
    return (kept?.size ?? 0) <= count * bytesPerRead;
  }

  keyOf(kind: RecordKind, file: string, bytes: Uint8Array): string {
    return createHash('sha1').update(`${kind}\0${file}\0`).update(bytes).digest('base64url');
  }

  get(key: string, depth: Depth): ReadRecord | undefined {
    const read = this.#readStore().get(key);
    if (!read || depth === 'check' || !read.record) return read;
    const body = this.#bodyStore().get(key);
    return body && { ...read, body, outline: body.outline };
  }

  add(key: string, { body, ...read }: ReadRecord): void {
    this.#readStore().add(key, read);
    if (body) this.#bodyStore().add(key, body);
  }

  /** Writes what is worth writing, without the entries nobody asked for. */
  save(): void {
    this.#reads?.save();
    this.#bodies?.save();
  }

  forget(): void {
    this.#reads = undefined;
    this.#bodies = undefined;
  }

  #readStore(): Store<ReadRecord> {
    this.#reads ??= new Store(this.#folder && join(this.#folder, 'records'));
    return this.#reads;
  }

  #bodyStore(): Store<Body> {
    this.#bodies ??= new Store(this.#folder && join(this.#folder, 'bodies'));
    return this.#bodies;
  }
}

/** So much of the cache is loaded in the time in which one record is read. */
const bytesPerRead = 75_000;

/** Rewriting the file costs more than reading a few records again. */
const worthSaving = 50;

class Store<Value> {
  readonly #file: string | undefined;
  readonly #entries: Map<string, Value>;
  readonly #used = new Set<string>();
  #added = 0;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#entries = file ? load<Value>(file) : new Map();
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value) this.#used.add(key);
    return value;
  }

  add(key: string, value: Value): void {
    this.#entries.set(key, value);
    this.#used.add(key);
    this.#added += 1;
  }

  save(): void {
    const isFirst = this.#added === this.#entries.size && this.#added > 0;
    if (!this.#file || !(isFirst || this.#added >= worthSaving)) return;
    const kept = [...this.#entries].filter(([key]) => this.#used.has(key));
    write(this.#file, kept);
    this.#added = 0;
  }
}

/** So many entries are serialised together: memory for the whole file at once would double the peak. */
const perChunk = 500;

/* The file: a seal over the rest, and chunks of entries, each after its length in four bytes. */

function load<Value>(file: string): Map<string, Value> {
  const entries = new Map<string, Value>();
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    if (!isSealed(open)) return entries;
    for (const chunk of chunksOf(open)) {
      for (const [key, value] of deserialize(chunk) as [string, Value][]) entries.set(key, value);
    }
    return entries;
  } catch {
    return new Map();
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

function isSealed(file: number): boolean {
  const said = Buffer.alloc(sealLength);
  readSync(file, said, 0, sealLength, 0);
  const digest = createHash('sha256');
  for (const chunk of chunksOf(file)) digest.update(chunk);
  return said.toString('latin1') === seal(digest.digest('hex'));
}

/** Ends where the file does, or where it was cut off. */
function* chunksOf(file: number): Generator<Buffer> {
  const length = Buffer.alloc(4);
  let at = sealLength;
  while (readSync(file, length, 0, 4, at) === 4) {
    const chunk = Buffer.alloc(Math.min(length.readUInt32LE(), fstatSync(file).size - at));
    readSync(file, chunk, 0, chunk.length, at + 4);
    yield chunk;
    at += 4 + chunk.length;
  }
}

/** A cache that cannot be written is a slower next run, not a failure. */
function write(file: string, entries: readonly [string, unknown][]): void {
  const temporary = `${file}.${process.pid}`;
  try {
    makeWorkFolder(dirname(file));
    const open = openSync(temporary, 'w');
    try {
      writeChunks(open, entries);
    } finally {
      closeSync(open);
    }
    renameSync(temporary, file);
  } catch {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
  }
}

function writeChunks(file: number, entries: readonly [string, unknown][]): void {
  const digest = createHash('sha256');
  let at = sealLength;
  for (let from = 0; from < entries.length; from += perChunk) {
    const chunk = serialize(entries.slice(from, from + perChunk));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(chunk.length);
    writeSync(file, length, 0, 4, at);
    writeSync(file, chunk, 0, chunk.length, at + 4);
    digest.update(chunk);
    at += 4 + chunk.length;
  }
  writeSync(file, seal(digest.digest('hex')), 0, 'latin1');
}

const sealLength = 64;

function seal(digest: string): string {
  return hash('sha256', `${codeDigest()} ${process.versions.v8} ${digest}`);
}
