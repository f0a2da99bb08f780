import { Provider, type KoaContextWithOIDC } from "oidc-provider";
import type { Logger } from "pino";
import type { Accounts, Language } from "@/gckey/accounts";
import { artifactStore } from "@/gckey/artifacts";
import type { Jwks, ServerConfiguration } from "@/gckey/configuration";
import type { Database } from "@/gckey/database";
import { noticePage, signOutPage } from "@/gckey/notice-pages";
import type { SecretKeys } from "@/gckey/secret-keys";
import { sessionEnds } from "@/gckey/session-end";
import { languageOf, textsOf } from "@/gckey/texts";

/** What a finished sign-in proves: a password and a second factor. */
export const acr = "urn:gckey:loa2";
export const amr = ["pwd", "otp", "mfa"];

/** From the first page to the last; a registration has much to read. */
export const interactionSeconds = 60 * 60;

// Longer than the portal's longest session, so that its sign-out always finds the provider's.
const sessionSeconds = 9 * 60 * 60;

type Parts = {
  configuration: ServerConfiguration;
  database: Database;
  keys: SecretKeys;
  accounts: Accounts;
  jwks: Jwks;
  homeOf: (language: Language) => string;
  log: Logger;
};

/** The reader's language, as far as a request of the protocol tells it. */
function languageIn(ctx: KoaContextWithOIDC): Language {
  const asked = ctx.oidc.params?.ui_locales ?? ctx.query.ui_locales;
  return languageOf(asked, ctx.get("accept-language"));
}

/** One grant per session and client: the portal is part of this service, so no consent is asked. */
async function grantOf(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  if (!session?.accountId || !client) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known?.accountId === session.accountId) return known;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
}

function isLoopback(address: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

/** The OpenID Connect server. What it tells the portal: sub (pairwise), acr, amr, sid, locale. */
export function createProvider(parts: Parts): Provider {
  const { configuration, keys, accounts, homeOf, log } = parts;
  const { issuer, port, secrets } = configuration;
  // Cookies ignore ports: with the port in the name, two checkouts on one machine do not mix.
  const cookie = (name: string) => `gckey_${port}_${name}`;

  const provider = new Provider(issuer, {
    adapter: artifactStore(parts.database, keys),
    clients: [
      {
        client_id: secrets.clientId,
        client_secret: secrets.clientSecret,
        redirect_uris: configuration.redirectUris,
        post_logout_redirect_uris: configuration.postLogoutUris,
        backchannel_logout_uri: configuration.backchannelLogoutUri,
        backchannel_logout_session_required: true,
        grant_types: ["authorization_code"],
        response_types: ["code"],
        subject_type: "pairwise",
        require_auth_time: true,
      },
    ],
    jwks: parts.jwks,
    cookies: {
      keys: secrets.cookieKeys,
      names: {
        session: cookie("session"),
        interaction: cookie("interaction"),
        resume: cookie("resume"),
      },
      long: { signed: true, httpOnly: true, sameSite: "lax", path: "/" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    scopes: ["openid"],
    claims: { openid: ["sub", "acr", "amr", "locale"] },
    // The ID token carries them: there is no second place to ask.
    conformIdTokenClaims: false,
    acrValues: [acr],
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: (_ctx, accountId, client) =>
      keys.pairwiseSubject(client.clientId, accountId),
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    discovery: { ui_locales_supported: ["en-CA", "fr-CA"] },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx) {
          const secret = ctx.oidc.session?.state?.secret;
          const xsrf = typeof secret === "string" ? secret : "";
          const action = ctx.oidc.urlFor("end_session_confirm");
          ctx.body = signOutPage(languageIn(ctx), { homeOf }, { action, xsrf });
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = noticePage("signedOut", languageIn(ctx), { homeOf });
        },
      },
    },
    ttl: {
      AccessToken: 5 * 60,
      AuthorizationCode: 60,
      IdToken: 5 * 60,
      Interaction: interactionSeconds,
      Session: sessionSeconds,
      Grant: sessionSeconds,
    },
    async findAccount(_ctx, accountId) {
      const account = await accounts.find(accountId);
      if (!account) return undefined;
      const locale = textsOf(account.language).locale;
      return { accountId, claims: () => ({ sub: accountId, locale }) };
    },
    loadExistingGrant: grantOf,
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError(ctx, out, error) {
      const language = languageIn(ctx);
      ctx.type = "html";
      if (out.error === "server_error") {
        ctx.status = 503;
        ctx.set("Retry-After", "30");
        ctx.body = noticePage("unavailable", language, { homeOf });
      } else if (error.name === "SessionNotFound") {
        ctx.body = noticePage("expired", language, { homeOf });
      } else {
        const reason = out.error_description ?? out.error;
        ctx.body = noticePage("failed", language, { homeOf }, reason);
      }
    },
    // The library refuses to call loopback addresses by its own dispatcher; the portal is on one.
    fetch(address, { dispatcher, ...options }: RequestInit & { dispatcher?: unknown } = {}) {
      const href = address instanceof Request ? address.url : address.toString();
      const guarded = { ...options, dispatcher } as RequestInit;
      return fetch(address, isLoopback(href) ? options : guarded);
    },
  });

  provider.use(sessionEnds(keys, log));
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.status !== 404 || ctx.body) return;
    ctx.body = noticePage("notFound", languageOf(undefined, ctx.get("accept-language")), {
      homeOf,
    });
    ctx.type = "html";
    ctx.status = 404;
  });
  provider.on("server_error", (_ctx, error) => log.error({ err: error }, "request failed"));
  provider.on("backchannel.error", (_ctx, error) =>
    log.warn({ err: error }, "back-channel logout failed"),
  );
  return provider;
}
