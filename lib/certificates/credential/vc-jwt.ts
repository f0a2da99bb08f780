import type { Signer } from "@/lib/certificates/seal/signer";
import { ok, type Result } from "@/lib/result";

type Claims = Readonly<Record<string, unknown>>;

/** A credential as it is handed out: signed as it is, an enveloping proof (W3C VC-JOSE, `vc+jwt`). */
export const signVcJwt = (credential: Claims, signer: Signer) =>
  signJwt({ typ: "vc+jwt", cty: "vc" }, credential, signer);

/** What the office or an importing authority has confirmed, signed (docs/credential.md). */
export const signReceipt = (receipt: Claims, signer: Signer) =>
  signJwt({ typ: "kpc-receipt+jwt" }, receipt, signer);

async function signJwt(
  type: Readonly<Record<string, string>>,
  claims: Claims,
  signer: Signer,
): Promise<Result<string, "signerAway">> {
  const header = { alg: signer.alg, kid: signer.kid, ...type };
  const signed = [header, claims].map((part) => base64url(JSON.stringify(part))).join(".");
  const signature = await signer.sign(new TextEncoder().encode(signed));
  return signature.ok ? ok(`${signed}.${base64url(signature.value)}`) : signature;
}

const base64url = (bytes: string | Uint8Array) => Buffer.from(bytes).toString("base64url");
