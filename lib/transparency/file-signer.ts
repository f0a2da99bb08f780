import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NoteSigner } from "@/lib/transparency/signed-note";

/** A signer whose Ed25519 key is in a file (PEM, PKCS #8). */
export function fileNoteSigner(path: string, name: string): NoteSigner {
  const key = createPrivateKey(readFileSync(path));
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`${path} holds no Ed25519 key.`);
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    name,
    publicKey: Buffer.from(x, "base64url"),
    sign: (bytes) => Promise.resolve(sign(null, bytes, key)),
  };
}

/** The name of the log where none is configured: an address without its scheme. */
export const logOrigin = (portalUrl: string): string => `${new URL(portalUrl).host}/log`;
