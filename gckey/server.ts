import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pino } from "pino";
import { Accounts, type Language } from "@/gckey/accounts";
import { Attempts } from "@/gckey/attempts";
import {
  ConfigurationError,
  serverConfiguration,
  type ServerConfiguration,
} from "@/gckey/configuration";
import { migrate, openDatabase, removeExpired } from "@/gckey/database";
import { BadForm, sendPage, setSecurityHeaders } from "@/gckey/http";
import { KnownBrowser } from "@/gckey/known-browser";
import { codeSender } from "@/gckey/mail";
import { noticePage } from "@/gckey/notice-pages";
import { createProvider } from "@/gckey/provider";
import { SecretKeys } from "@/gckey/secret-keys";
import { SignInGone, signInHandler } from "@/gckey/sign-in";
import { SignIns } from "@/gckey/sign-ins";
import { keptSigningKeys } from "@/gckey/signing-keys";
import { staticFiles } from "@/gckey/static-files";
import { languageOf } from "@/gckey/texts";

const log = pino({ name: "gckey", base: null });
const sweepMilliseconds = 10 * 60_000;

/** The portal's first page in the reader's language, if it is one of the sign-out addresses. */
function portalHomes({ portalOrigin, postLogoutUris }: ServerConfiguration) {
  return (language: Language): string =>
    postLogoutUris.find((uri) => new URL(uri).pathname === `/${language}`) ?? portalOrigin;
}

async function start(configuration: ServerConfiguration): Promise<void> {
  const { issuer, port, portalOrigin, secrets } = configuration;
  const database = openDatabase(configuration.databaseUrl);
  await migrate(database);
  const keys = new SecretKeys(secrets.pairwiseSalt);
  const accounts = new Accounts(database, keys);
  const homeOf = portalHomes(configuration);
  const jwks = secrets.jwks ?? (await keptSigningKeys(database, keys));
  const provider = createProvider({ configuration, database, keys, accounts, jwks, homeOf, log });
  const answerProtocol = provider.callback();
  const serveFile = staticFiles();
  const answerSignIn = signInHandler({
    provider,
    issuer,
    accounts,
    attempts: new Attempts(database, keys),
    signIns: new SignIns(database, keys),
    knownBrowser: new KnownBrowser(keys, `gckey_${port}`),
    sendCode: codeSender(configuration.mail),
    homeOf,
    log,
  });

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
    const uid = /^\/interaction\/([\w-]+)$/.exec(pathname)?.[1];
    if (uid && (read || request.method === "POST")) return answerSignIn(request, response, uid);
    await answerProtocol(request, response);
  }

  function answerError(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) return void response.destroy();
    const language = languageOf(undefined, request.headers["accept-language"]);
    const gone = error instanceof SignInGone || (error as Error).name === "SessionNotFound";
    if (gone || error instanceof BadForm) {
      const name = gone ? "expired" : "failed";
      return sendPage(response, noticePage(name, language, { homeOf }), { status: 400 });
    }
    log.error({ err: error }, "request failed");
    const headers = { "Retry-After": "30" };
    sendPage(response, noticePage("unavailable", language, { homeOf }), { status: 503, headers });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => answerError(error, request, response));
  });
  const sweep = setInterval(() => {
    removeExpired(database).catch((error: unknown) => log.warn({ err: error }, "sweep failed"));
  }, sweepMilliseconds);

  function stop(): void {
    clearInterval(sweep);
    server.close(() => void database.end());
    server.closeIdleConnections();
  }
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  log.info(`listening at ${issuer}`);
}

try {
  await start(serverConfiguration(process.env));
} catch (error) {
  if (error instanceof ConfigurationError) log.fatal(error.message);
  else log.fatal({ err: error }, "cannot start");
  process.exit(1);
}
