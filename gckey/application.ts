import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { AccountChanges } from "@/gckey/account-changes";
import { Accounts, type Language } from "@/gckey/accounts";
import { Attempts } from "@/gckey/attempts";
import type { ServerConfiguration } from "@/gckey/configuration";
import type { Database } from "@/gckey/database";
import { BadForm, readCookies, sendPage, setSecurityHeaders } from "@/gckey/http";
import { KnownBrowser } from "@/gckey/known-browser";
import { mailer } from "@/gckey/mail";
import { noticePage } from "@/gckey/notice-pages";
import { PastSignIns } from "@/gckey/past-sign-ins";
import { createProvider } from "@/gckey/provider";
import { SecretKeys } from "@/gckey/secret-keys";
import { sessionEnder } from "@/gckey/session-end";
import { keptSigningKeys } from "@/gckey/signing-keys";
import { staticFiles } from "@/gckey/static-files";
import { languageOf } from "@/gckey/texts";
import { accountAddress, accountPlace } from "@/gckey/visits/account-place";
import { oneAtATime } from "@/gckey/visits/one-at-a-time";
import { portalPlace } from "@/gckey/visits/portal-place";
import { VisitGone, type Parts } from "@/gckey/visits/visit";
import { Visits } from "@/gckey/visits/visits";

/** The portal's first page in the reader's language, if it is one of the sign-out addresses. */
function portalHomes({ portalOrigin, postLogoutUris }: ServerConfiguration) {
  return (language: Language): string =>
    postLogoutUris.find((uri) => new URL(uri).pathname === `/${language}`) ?? portalOrigin;
}

/** Answers every request of the service. The database is up to date. */
export async function createApplication(
  configuration: ServerConfiguration,
  database: Database,
  log: Logger,
) {
  const { issuer, port, portalOrigin, secrets } = configuration;
  const keys = new SecretKeys(secrets.pairwiseSalt);
  const accounts = new Accounts(database, keys);
  const homeOf = portalHomes(configuration);
  const jwks = secrets.jwks ?? (await keptSigningKeys(database, keys));
  const provider = createProvider({ configuration, database, keys, accounts, jwks, homeOf, log });
  const answerProtocol = provider.callback();
  const serveFile = staticFiles();
  const parts: Parts = {
    accounts,
    changes: new AccountChanges(database, keys),
    attempts: new Attempts(database, keys),
    visits: new Visits(database, keys),
    pastSignIns: new PastSignIns(database),
    knownBrowser: new KnownBrowser(keys, `gckey_${port}`),
    mailer: mailer(configuration.mail, issuer + accountAddress),
    endSessions: sessionEnder(provider, database, keys, log),
    homeOf,
    log,
  };
  const answerInteraction = portalPlace(parts, provider, issuer);
  const cookie = `gckey_${port}_account`;
  const inTurn = oneAtATime();
  const answerAccount = accountPlace(parts, provider, { issuer, cookie });

  async function answerHealth(response: ServerResponse): Promise<void> {
    const well = await database.query("SELECT 1").then(
      () => true,
      () => false,
    );
    response.writeHead(well ? 200 : 503, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(well ? "ok\n" : "the database does not answer\n");
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response, portalOrigin);
    if (!URL.canParse(request.url ?? "/", issuer)) throw new BadForm("No address.");
    const { pathname } = new URL(request.url ?? "/", issuer);
    const read = request.method === "GET" || request.method === "HEAD";
    if (read && pathname === "/healthz") return answerHealth(response);
    // A name that another site has pointed at this machine (DNS rebinding) is not its own.
    if (request.headers.host !== new URL(issuer).host) {
      response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8" });
      return void response.end("Unknown host\n");
    }
    if (read && serveFile(pathname, response)) return;
    const form = read || request.method === "POST";
    const uid = /^\/interaction\/([\w-]+)$/.exec(pathname)?.[1];
    if (uid && form) return inTurn(uid, () => answerInteraction(request, response, uid));
    if (pathname === accountAddress && form) {
      const session = readCookies(request).get(cookie);
      const work = () => answerAccount(request, response);
      return session ? inTurn(session, work) : work();
    }
    await answerProtocol(request, response);
  }

  function answerError(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) return void response.destroy();
    const language = languageOf(undefined, request.headers["accept-language"]);
    const gone = error instanceof VisitGone || (error as Error).name === "SessionNotFound";
    if (gone || error instanceof BadForm) {
      const name = gone ? "expired" : "failed";
      return sendPage(response, noticePage(name, language, { homeOf }), { status: 400 });
    }
    log.error({ err: error }, "request failed");
    const headers = { "Retry-After": "30" };
    sendPage(response, noticePage("unavailable", language, { homeOf }), { status: 503, headers });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => answerError(error, request, response));
  };
}
