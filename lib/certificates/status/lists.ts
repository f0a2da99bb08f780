import type { ListedStatus } from "@/lib/certificates/seal/status";

/* The two status lists of certificates (W3C Bitstring Status List 1.0), as far as whoever reads and whoever writes them must agree. */

/** Places in each list; a certificate has the same one in both. */
export const listLength = 131_072;

export const purposes = ["revocation", "message"] as const;
export type Purpose = (typeof purposes)[number];

/** Bits of one certificate. */
export const bitsOf = { revocation: 1, message: 2 } as const satisfies Record<Purpose, number>;

/** What the bits of the second list say (lost: or stolen); in the first, 1 is replaced, invalidated or surrendered. */
export const messages = [
  "live",
  "received",
  "underInquiry",
  "lost",
] as const satisfies readonly ListedStatus[];
export type Message = (typeof messages)[number];

/** Minutes for which a list may be used without asking again. */
export const minutesToLive = 15;

/** Who issues, as a did:web: the portal's public address. A port is written with %3A. */
export const issuerOf = (portalUrl: string): string =>
  `did:web:${encodeURIComponent(new URL(portalUrl).host)}`;

export const listAddress = (portalUrl: string, purpose: Purpose): string =>
  `${portalUrl}/status/${purpose}`;
