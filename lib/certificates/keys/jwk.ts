import * as z from "zod/mini";
import { p256Key } from "@/lib/certificates/seal/thumbprint";

const octets = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** The public part of a key that is published, and nothing besides: Ed25519 for the log, P-256 for everything else. */
export const publicKey = z.discriminatedUnion("kty", [
  p256Key,
  z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: octets }),
]);
export type PublicKey = z.infer<typeof publicKey>;

export const algOf = ({ kty }: PublicKey) => (kty === "EC" ? "ES256" : "EdDSA");

export const privateKey = z.extend(p256Key, { d: octets });
export type PrivateKey = z.infer<typeof privateKey>;
