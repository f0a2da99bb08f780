export type Stored = { key: string; size: number; /** hexadecimal */ sha256: string };

/** A place for the bytes of documents. It gives keys; a row in the database names store and key. */
export interface Storage {
  /** The name that rows keep, so that files of an earlier store stay readable after a move. */
  readonly name: string;
  /** Keeps the bytes for good before it returns. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored>;
  /** @throws {StoredFileMissing} when there is no file of this key */
  read(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

export class StoredFileMissing extends Error {
  constructor(store: string, key: string) {
    super(`${store} holds no file ${key}`);
    this.name = "StoredFileMissing";
  }
}
