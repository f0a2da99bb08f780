import type { KoaContextWithOIDC, OIDCContext, Provider } from "oidc-provider";
import type { Logger } from "pino";
import { sessionsOf } from "@/gckey/artifacts";
import type { Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";

type Next = () => Promise<unknown>;

type SessionParts = Pick<NonNullable<OIDCContext["session"]>, "accountId" | "authorizations">;
/** The library's client has this method; its types do not. */
type Notified = { backchannelLogout: (accountId: string, sid: string) => Promise<void> };

/** Tells each client that had a part in a session that it has ended, and takes its grants back. */
async function endParts(provider: Provider, session: SessionParts, log: Logger): Promise<void> {
  for (const [clientId, { grantId, sid }] of Object.entries(session.authorizations ?? {})) {
    const client = await provider.Client.find(clientId);
    if (client?.backchannelLogoutUri && session.accountId && sid) {
      await (client as unknown as Notified)
        .backchannelLogout(session.accountId, sid)
        .catch((error: unknown) => log.warn({ err: error }, "back-channel logout failed"));
    }
    if (grantId) {
      await provider.AccessToken.revokeByGrantId(grantId);
      await (await provider.Grant.find(grantId))?.destroy();
    }
  }
}

/** Ends the provider's session as a confirmed sign-out does, telling each client that had a part in it. */
async function endSession(ctx: KoaContextWithOIDC, log: Logger): Promise<void> {
  const { provider, session } = ctx.oidc;
  if (!session) return;
  await endParts(provider, session, log);
  await session.destroy();
  ctx.cookies.set(provider.cookieName("session"), null, { signed: true, overwrite: true });
}

export type EndSessions = (accountId: string, keptUid?: string) => Promise<void>;

/** Ends every session of an account but one, as after a recovery: whoever is in one may be a thief. */
export function sessionEnder(
  provider: Provider,
  database: Database,
  keys: SecretKeys,
  log: Logger,
): EndSessions {
  return async (accountId, keptUid) => {
    for (const { uid } of await sessionsOf(database, keys, accountId)) {
      if (!uid || uid === keptUid) continue;
      const session = await provider.Session.findByUid(uid);
      if (!session) continue;
      await endParts(provider, session, log);
      await session.destroy();
    }
  };
}

function seeOther(ctx: KoaContextWithOIDC, address: string): void {
  ctx.redirect(address);
  ctx.status = 303;
}

function afterSignOut(ctx: KoaContextWithOIDC): string {
  const { post_logout_redirect_uri: wanted, state } = ctx.oidc.params ?? {};
  if (typeof wanted !== "string") return ctx.oidc.urlFor("end_session_success");
  const address = new URL(wanted);
  if (typeof state === "string") address.searchParams.set("state", state);
  return address.href;
}

/**
 * Goes straight on in the three cases where the library would show a form that needs a script or a
 * question that needs no asking: the portal vouches for the person who signs out (its ID token is
 * this session's), nobody is signed in here, or somebody else has just signed in.
 */
export function sessionEnds(keys: SecretKeys, log: Logger) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
    await next();
    const oidc = ctx.oidc as OIDCContext | undefined;
    // No context: the address is none of the protocol's.
    if (!oidc || ctx.status !== 200) return;
    const { route, session, entities } = oidc;
    if (route === "end_session" && session) {
      const { Client: client, IdTokenHint: hint } = entities;
      const vouched =
        session.accountId &&
        client &&
        hint?.payload.sub === keys.pairwiseSubject(client.clientId, session.accountId);
      if (session.accountId && !vouched) return;
      const address = afterSignOut(ctx);
      await endSession(ctx, log);
      seeOther(ctx, address);
    }
    if (route === "resume" && session) {
      const again = session.state?.postLogoutRedirectUri;
      if (typeof again !== "string") return;
      await endSession(ctx, log);
      seeOther(ctx, again);
    }
  };
}
