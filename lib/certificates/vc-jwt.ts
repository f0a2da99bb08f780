import type { Signer } from "@/lib/certificates/seal/signer";
import { ok, type Result } from "@/lib/result";

/** A credential as it is handed out: signed as it is, an enveloping proof (W3C VC-JOSE, `vc+jwt`). */
export async function signVcJwt(
  credential: Readonly<Record<string, unknown>>,
  signer: Signer,
): Promise<Result<string, "signerAway">> {
  const header = { alg: signer.alg, kid: signer.kid, typ: "vc+jwt", cty: "vc" };
  const signed = [header, credential].map((part) => base64url(JSON.stringify(part))).join(".");
  const signature = await signer.sign(new TextEncoder().encode(signed));
  return signature.ok ? ok(`${signed}.${base64url(signature.value)}`) : signature;
}

const base64url = (bytes: string | Uint8Array) => Buffer.from(bytes).toString("base64url");
