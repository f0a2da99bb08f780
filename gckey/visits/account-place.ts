import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { readCookies, seeOther } from "@/gckey/http";
import { languageOf, textsOf } from "@/gckey/texts";
import { Visit, type Parts, type Place } from "@/gckey/visits/visit";
import { answerVisit } from "@/gckey/visits/walk";

export const accountAddress = "/account";

/** A session of the account pages ends after this time without a request … */
const idleSeconds = 20 * 60;
/** … and after this time in any case. */
const longestMilliseconds = 8 * 60 * 60_000;

const keyOf = (token: string) => `account ${token}`;

/** The session of the provider in this browser, if there is one. */
async function sessionUid(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const session = await provider.Session.get(provider.createContext(request, response));
  return session.accountId ? session.uid : undefined;
}

/** The pages to manage a GCKey, with a sign-in and a session of their own. */
export function accountPlace(
  parts: Parts,
  provider: Provider,
  { issuer, cookie }: { issuer: string; cookie: string },
) {
  const { visits, accounts, pastSignIns, knownBrowser, log } = parts;

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const setToken = (): string => {
      const token = randomBytes(32).toString("base64url");
      const value = `${cookie}=${token}; Path=${accountAddress}; HttpOnly; SameSite=Lax`;
      response.appendHeader("Set-Cookie", value);
      return token;
    };
    const given = readCookies(request).get(cookie);
    const key = keyOf(given ?? setToken());
    const asked = new URL(request.url ?? "", issuer).searchParams.get("ui_locales");
    const language = languageOf(asked, request.headers["accept-language"]);
    const place: Place = {
      name: "account",
      key,
      address: asked ? `${accountAddress}?ui_locales=${textsOf(language).locale}` : accountAddress,
      language,
      seconds: idleSeconds,
      sessionUid: await sessionUid(provider, request, response),
      async signIn(visit, account) {
        await visits.end(key);
        await pastSignIns.add(account.id, { place: "account", proof: visit.proofOf(account) });
        response.appendHeader("Set-Cookie", knownBrowser.remember(account.userName));
        log.info({ event: "signed in to the account pages", account: account.id });
        // A new token: one that somebody else may have set in this browser must not be signed in.
        const state = {
          flow: "account" as const,
          step: "home" as const,
          language: visit.language,
          accountId: account.id,
          since: Date.now(),
        };
        await visits.save(keyOf(setToken()), state, idleSeconds);
        seeOther(response, accountAddress);
      },
      leave: (visit) => Promise.resolve(seeOther(response, parts.homeOf(visit.language))),
    };
    await visits.touch(key, idleSeconds);
    const kept = await visits.find(key);
    const { accountId, since } = kept?.state ?? {};
    const tooLong = since !== undefined && Date.now() - since > longestMilliseconds;
    const over = tooLong || (accountId && !(await accounts.find(accountId)));
    if (over) await visits.end(key);
    const visit = new Visit(parts, place, { request, response }, over ? undefined : kept);
    await answerVisit(visit, issuer);
  };
}
