import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";
import { freePort } from "@/scripts/ports";

export const client = { id: "a-portal", secret: "a-secret-of-more-than-thirty-two-characters" };
export const strong = "https://plain.example/assurance/strong";

/** What a person answers on the one page of the provider. */
const page = `<!DOCTYPE html><html lang="en"><link rel="icon" href="data:,"><title>Plain provider</title><h1>Plain provider</h1>
<form method="post"><label>Who <input name="who"></label>
<button name="factors" value="2">Two factors</button><button name="factors" value="1">One factor</button></form></html>`;

/**
 * An OpenID provider that has nothing in common with the embedded one but the protocol: other claims, other
 * contexts, subjects in clear, keys of another kind, and no word on the reader's language.
 */
export async function startPlainProvider(portalUrls: readonly string[]) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const provider = new Provider(issuer, {
    clients: portalUrls.map((url, index) => ({
      client_id: `${client.id}-${index}`,
      client_secret: client.secret,
      redirect_uris: [`${url}/api/auth/callback/gckey`, `${url}/api/auth/callback/partner`],
      post_logout_redirect_uris: [`${url}/en/signed-out`, `${url}/fr/session-fermee`],
      backchannel_logout_uri: `${url}/api/auth/backchannel-logout`,
      backchannel_logout_session_required: false,
      id_token_signed_response_alg: "ES256",
      response_types: ["code"],
    })),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "ES256", use: "sig" }] },
    cookies: {
      keys: ["plain"],
      names: { session: `plain_${port}`, interaction: `plain_i_${port}` },
    },
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "acr", "name", "email", "email_verified"] },
    acrValues: [strong, "weak"],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        name: "Somebody Else",
        email: "somebody.else@plain.example",
        email_verified: true,
      }),
    }),
    async loadExistingGrant(ctx) {
      const { session, client: asking } = ctx.oidc;
      if (!session?.accountId || !asking) return undefined;
      const grant = new ctx.oidc.provider.Grant({
        accountId: session.accountId,
        clientId: asking.clientId,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    // The library refuses to call loopback addresses by its own dispatcher; the portal is on one.
    fetch: (address, options = {}) =>
      fetch(address, { ...options, dispatcher: undefined } as RequestInit),
  });

  async function interact(request: IncomingMessage, response: ServerResponse) {
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html" }).end(page);
      return;
    }
    const form = new URLSearchParams(await text(request));
    const accountId = form.get("who") ?? "";
    const acr = form.get("factors") === "2" ? strong : "weak";
    await provider.interactionFinished(request, response, { login: { accountId, acr } });
  }
  const protocol = provider.callback();
  const server = createServer((request, response) => {
    const own = request.url?.startsWith("/interaction/") ?? false;
    void (own ? interact(request, response) : protocol(request, response));
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    issuer,
    clientId: (portal: number) => `${client.id}-${portal}`,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
