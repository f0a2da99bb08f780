import { gzipSync } from "node:zlib";
import type { Signer } from "@/lib/certificates/seal/signer";
import {
  bitsOf,
  issuerOf,
  listAddress,
  listLength,
  minutesToLive,
  type Purpose,
} from "@/lib/certificates/status/lists";
import { signVcJwt } from "@/lib/certificates/credential/vc-jwt";

/** The certificates that have something to say, each with its bits; everybody else's are 0. */
export function encodeList(
  purpose: Purpose,
  said: Iterable<readonly [index: number, bits: number]>,
) {
  const size = bitsOf[purpose];
  const bytes = new Uint8Array((listLength * size) / 8);
  for (const [index, bits] of said) {
    const at = index * size;
    // They may begin in one byte and end in the next.
    const pair = bits << (16 - size - (at & 7));
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (pair >> 8);
    if (pair & 0xff) bytes[(at >> 3) + 1] = (bytes[(at >> 3) + 1] ?? 0) | (pair & 0xff);
  }
  return `u${gzipSync(bytes).toString("base64url")}`;
}

interface List {
  readonly purpose: Purpose;
  readonly encodedList: string;
  readonly signedAt: Date;
  readonly portalUrl: string;
}

/** The list as a signed credential (W3C VC 2.0, secured as vc+jwt). */
export async function signList(list: List, signer: Signer): Promise<string> {
  const { purpose, encodedList, signedAt, portalUrl } = list;
  const id = listAddress(portalUrl, purpose);
  const payload = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuerOf(portalUrl),
    validFrom: signedAt.toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList,
      ttl: minutesToLive * 60_000,
    },
  };
  const signed = await signVcJwt(payload, signer);
  // The job is done again later.
  if (!signed.ok) throw new Error("The key that signs status lists cannot be reached.");
  return signed.value;
}
