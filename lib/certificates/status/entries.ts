import { bitsOf, listAddress, messages, purposes } from "@/lib/certificates/status/lists";

/** What a certificate's credential says of where its status is: its `credentialStatus`. */
export function statusEntries(portalUrl: string, index: number) {
  return purposes.map((purpose) => {
    const address = listAddress(portalUrl, purpose);
    return {
      id: `${address}#${index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: purpose,
      statusListIndex: index.toString(),
      statusListCredential: address,
      ...(purpose === "message"
        ? {
            statusSize: bitsOf.message,
            // One for each that the bits can say, as the standard asks.
            statusMessage: Array.from({ length: 2 ** bitsOf.message }, (_, bits) => ({
              status: `0x${bits.toString(16)}`,
              message: messages[bits] ?? "reserved",
            })),
          }
        : {}),
    };
  });
}
