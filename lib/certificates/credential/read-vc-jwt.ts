import * as z from "zod/mini";
import type { CredentialKeys } from "@/lib/certificates/keys/credential-keys";
import { isSignedBy } from "@/lib/certificates/seal/p256";
import { fromBase64url } from "@/lib/certificates/seal/thumbprint";
import { err, ok, type Result } from "@/lib/result";

/* Reading what `vc+jwt` signs, in a browser as well as here. */

/** Why a credential is not what Canada issued. `form`: it is no credential at all. */
export type CredentialFault =
  "form" | "unknownKey" | "revokedKey" | "outsideWindow" | "signature" | "issuer";

/** Nothing but what is written here: a critical header, a key or an address in it is refused. */
const header = z.strictObject({
  alg: z.literal("ES256"),
  kid: z.string(),
  typ: z.literal("vc+jwt"),
  cty: z.optional(z.literal("vc")),
});
const signed = z.looseObject({
  issuer: z.union([z.string(), z.object({ id: z.string() })]),
  validFrom: z.string(),
});

export type Credential = z.infer<typeof signed>;

/** The credential, once its signature, its key's time and its issuer were found right. Never throws. */
export async function readVcJwt(
  jwt: string,
  { keys, issuer }: { keys: CredentialKeys; issuer: string },
): Promise<Result<Credential, CredentialFault>> {
  const [first = "", second = "", third = "", ...more] = jwt.trim().split(".");
  const said = header.safeParse(jsonOf(first));
  const signature = bytesOf(third);
  if (!said.success || !signature || more.length > 0) return err("form");
  const key = keys.get(said.data.kid.replace(`${issuer}#`, ""));
  if (!key) return err("unknownKey");
  const bytes = new TextEncoder().encode(`${first}.${second}`);
  if (!(await isSignedBy(key.publicJwk, bytes, signature))) return err("signature");
  const credential = signed.safeParse(jsonOf(second));
  if (!credential.success) return err("form");
  const { issuer: by, validFrom } = credential.data;
  if ((typeof by === "string" ? by : by.id) !== issuer) return err("issuer");
  const from = Date.parse(validFrom) / 1000;
  if (!(from >= key.notBefore && from < key.notAfter)) return err("outsideWindow");
  return key.revoked ? err("revokedKey") : ok(credential.data);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1 ? fromBase64url(text) : null;
}

function jsonOf(part: string): unknown {
  try {
    const bytes = bytesOf(part);
    return bytes && JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
