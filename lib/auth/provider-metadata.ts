import "server-only";
import { z } from "zod";

const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});

export type ProviderMetadata = z.infer<typeof metadata>;

const patience = 3_000;
const freshness = 10 * 60_000;
const held = new Map<string, { at: number; metadata: ProviderMetadata }>();

/** Where an OpenID issuer keeps its keys and ends sessions. Throws when it does not answer. */
export async function providerMetadata(issuer: string): Promise<ProviderMetadata> {
  const known = held.get(issuer);
  if (known && Date.now() - known.at < freshness) return known.metadata;
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, {
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`The OpenID provider answered ${response.status}.`);
  const found = metadata.parse(await response.json());
  if (found.issuer !== issuer) throw new Error("The OpenID provider bears another issuer's name.");
  held.set(issuer, { at: Date.now(), metadata: found });
  return found;
}
