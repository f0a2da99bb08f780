import type { ListedStatus } from "@/lib/certificates/seal/status";

/* The two status lists of certificates (W3C Bitstring Status List 1.0), as far as whoever reads and whoever writes them must agree. */

/** Places in each list; a certificate has the same one in both. */
export const listLength = 131_072;

export const purposes = ["revocation", "message"] as const;
export type Purpose = (typeof purposes)[number];

/** Bits of one certificate. */
export const bitsOf = { revocation: 1, message: 3 } as const satisfies Record<Purpose, number>;

/** By what a certificate is no longer in force, in the words of the Act: in the first list, 1 is any of them. */
export const ends = ["invalidated", "replaced", "surrendered"] as const satisfies ListedStatus[];
export type End = (typeof ends)[number];
export const isEnd = (message: ListedStatus): message is End => ends.some((end) => end === message);

/** What the bits of the second list say (lost: or stolen). 7 says nothing. */
export const messages = [
  "live",
  "received",
  "underInquiry",
  "lost",
  ...ends,
] as const satisfies readonly ListedStatus[];
export type Message = (typeof messages)[number];

/** Minutes for which a list may be used without asking again. */
export const minutesToLive = 15;

/** Who issues, as a did:web: the portal's public address. A port is written with %3A. */
export const issuerOf = (portalUrl: string): string =>
  `did:web:${encodeURIComponent(new URL(portalUrl).host)}`;

export const listAddress = (portalUrl: string, purpose: Purpose): string =>
  `${portalUrl}/status/${purpose}`;
