import type { CredentialKeys } from "@/lib/certificates/keys/credential-keys";
import { readVcJwt } from "@/lib/certificates/credential/read-vc-jwt";
import type { StatusOf } from "@/lib/certificates/seal/status";
import { isEnd, issuerOf, listAddress, type Purpose } from "@/lib/certificates/status/lists";
import { bitOf, messageOf, readList, type StatusList } from "@/lib/certificates/status/read-list";

/** A list as it was handed out, if Canada signed it, at this address and for this purpose; null otherwise. */
export async function verifyList(
  jwt: string,
  purpose: Purpose,
  { keys, portalUrl }: { keys: CredentialKeys; portalUrl: string },
): Promise<StatusList | null> {
  const read = await readVcJwt(jwt, { keys, issuer: issuerOf(portalUrl) });
  if (!read.ok || read.value["id"] !== listAddress(portalUrl, purpose)) return null;
  return readList(read.value, purpose);
}

/** The two lists at hand; null for one that is not. */
export type StatusLists = Readonly<Record<Purpose, StatusList | null>>;

/**
 * What the lists say together. Bad news from one list counts without the other; good news takes both and is as
 * old as the older of the two. Which end it was, the second says; without it, only that there was one is known.
 */
export function statusIn({ revocation, message }: StatusLists): StatusOf {
  return (index) => {
    const said = message && messageOf(message, index);
    if (revocation && bitOf(revocation, index) === 1) {
      return { status: said && isEnd(said) ? said : "revoked", signedAt: revocation.signedAt };
    }
    if (said && said !== "live") return { status: said, signedAt: message.signedAt };
    if (!revocation || said !== "live" || !message) return null;
    const older = revocation.signedAt < message.signedAt ? revocation : message;
    return { status: "live", signedAt: older.signedAt };
  };
}
