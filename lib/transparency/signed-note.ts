import { createHash, createPublicKey, verify } from "node:crypto";

/* Signed notes (c2sp.org/signed-note@v1.0.0) with Ed25519: a text, an empty line, and lines of signatures. */

/** Whoever signs notes: a key in a file, or a key service. */
export interface NoteSigner {
  /** Under which verifiers know the key: no blank, no plus. */
  readonly name: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 over these bytes, 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

export interface VerifierKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

const ed25519 = 0x01;
const isName = (name: string) => name !== "" && !/[\s+]/u.test(name);

/** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
function keyId({ name, publicKey }: VerifierKey): Buffer {
  const hash = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ed25519));
  return hash.update(publicKey).digest().subarray(0, 4);
}

/** `name+id+key`: what a verifier is given beforehand, on a way of its own. */
export function verifierKey(key: VerifierKey): string {
  const typed = Buffer.concat([Uint8Array.of(ed25519), key.publicKey]);
  return `${key.name}+${keyId(key).toString("hex")}+${typed.toString("base64")}`;
}

/** A key as `verifierKey` wrote it; null where it cannot be one. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name = "", id, base64 = ""] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const typed = Buffer.from(base64, "base64");
  const key = { name, publicKey: typed.subarray(1) };
  const whole = isName(name) && typed.length === 33 && typed[0] === ed25519;
  return whole && keyId(key).toString("hex") === id ? key : null;
}

/** `text` ends in a newline. */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  if (!isName(signer.name)) throw new Error("The name of a key has neither blanks nor plus signs.");
  const signature = Buffer.concat([keyId(signer), await signer.sign(Buffer.from(text))]);
  return `${text}\n— ${signer.name} ${signature.toString("base64")}\n`;
}

/** The text of a note that one of these keys signed; null where none did, or where one of them did not sign this. */
export function openNote(note: string, keys: readonly VerifierKey[]): string | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return null;
  const text = note.slice(0, end + 1);
  let known = 0;
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const [, name, base64 = ""] = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    if (name === undefined) return null;
    const signature = Buffer.from(base64, "base64");
    if (signature.toString("base64") !== base64) return null;
    const id = signature.subarray(0, 4);
    const key = keys.find((one) => one.name === name && keyId(one).equals(id));
    if (!key) continue;
    if (!isSigned(text, signature.subarray(4), key)) return null;
    known += 1;
  }
  return known > 0 ? text : null;
}

function isSigned(text: string, signature: Uint8Array, { publicKey }: VerifierKey): boolean {
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, Buffer.from(text), key, signature);
}
