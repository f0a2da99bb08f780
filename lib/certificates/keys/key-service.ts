import { isSignedBy } from "@/lib/certificates/keys/signature";
import type { Signer } from "@/lib/certificates/seal/signer";
import type { P256Key } from "@/lib/certificates/seal/thumbprint";
import { log } from "@/lib/log";
import { err, ok, type Result } from "@/lib/result";

/** A transaction waits for the answer, and everybody who issues waits for the transaction. */
const PATIENCE_MS = 2000;

interface KeyService {
  readonly url: string;
  readonly token: string;
}

/**
 * Signs with a key that a service of its own keeps (docs/operations.md): POST keys/<thumbprint>/signature with
 * the bytes, answered by the 64 bytes of the signature. What it answers is verified before it counts.
 */
export function serviceSigner(service: KeyService, kid: string, key: P256Key): Signer {
  return {
    kid,
    alg: "ES256",
    async sign(bytes) {
      const answer = await ask(service, kid, bytes);
      const signed = answer.ok && isSignedBy(key, bytes, answer.value);
      if (signed) return ok(answer.value);
      const reason = answer.ok ? "not a signature of this key" : answer.error;
      log().error({ kid, reason }, "the key service did not sign");
      return err("signerAway");
    },
  };
}

async function ask(
  { url, token }: KeyService,
  kid: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array>> {
  try {
    const answer = await fetch(`${url.replace(/\/$/, "")}/keys/${kid}/signature`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/octet-stream",
        accept: "application/octet-stream",
      },
      body: bytes,
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) return err(`status ${answer.status}`);
    return ok(new Uint8Array(await answer.arrayBuffer()));
  } catch (error) {
    return err(error instanceof Error ? error.name : "no answer");
  }
}
