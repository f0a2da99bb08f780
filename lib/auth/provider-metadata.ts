import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";

const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});

export type ProviderMetadata = z.infer<typeof metadata>;

const patience = 3_000;
const freshness = 10 * 60_000;
let held: { at: number; metadata: ProviderMetadata } | undefined;

/** Where the OpenID provider keeps its keys and ends sessions. Throws when it does not answer. */
export async function providerMetadata(): Promise<ProviderMetadata> {
  if (held && Date.now() - held.at < freshness) return held.metadata;
  const issuer = env().OIDC_ISSUER;
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, {
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`The OpenID provider answered ${response.status}.`);
  const found = metadata.parse(await response.json());
  if (found.issuer !== issuer) throw new Error("The OpenID provider bears another issuer's name.");
  held = { at: Date.now(), metadata: found };
  return found;
}
