/**
 * A whole file of this machine and what a store needs to know of it. The name that a person gave it is
 * none of a store's business.
 */
export type FileToStore = {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
};

export type StoredFile = { readonly key: string; readonly storedAt: Date };

/**
 * A place for the bytes of documents. It gives keys; a row in the database names store and key. It gives
 * no addresses: what a person may read is streamed to them by the portal, which asks who they are.
 */
export interface Storage {
  /** The name that rows keep, so that files of an earlier store stay readable after a move. */
  readonly name: string;
  /**
   * Keeps the bytes for good before it returns their key. It may move the file away; where it is still
   * there, done or failed, it is for the caller to remove.
   */
  put(file: FileToStore): Promise<string>;
  /** @throws {StoredFileMissing} when there is no file of this key */
  read(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** Every file there is, in no order, a page at a time; also what an upload that broke off left there. */
  list(): AsyncIterable<StoredFile>;
}

export class StoredFileMissing extends Error {
  constructor(store: string, key: string) {
    super(`${store} holds no file ${key}`);
    this.name = "StoredFileMissing";
  }
}
