import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** The keys derived from the private file's one salt, each for one purpose. */
export class SecretKeys {
  readonly #pairwise: Buffer;
  readonly #hash: Buffer;
  readonly #seal: Buffer;

  constructor(salt: string) {
    const derive = (purpose: string) =>
      Buffer.from(hkdfSync("sha256", salt, "", `gckey ${purpose}`, 32));
    this.#pairwise = derive("pairwise subject");
    this.#hash = derive("keyed hash");
    this.#seal = derive("seal");
  }

  /** The one identifier a client learns: stable for it, useless to any other client. */
  pairwiseSubject(clientId: string, accountId: string): string {
    return hmac(this.#pairwise, [clientId, accountId]);
  }

  /** A keyed hash, so that short values (codes, user names) cannot be found by trying them all. */
  hash(...parts: string[]): string {
    return hmac(this.#hash, parts);
  }

  seal(plain: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#seal, nonce);
    const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when the bytes were not sealed with this key or were changed. */
  open(sealed: Buffer): string {
    const decipher = createDecipheriv("aes-256-gcm", this.#seal, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
  }
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function hmac(key: Buffer, parts: string[]): string {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}
