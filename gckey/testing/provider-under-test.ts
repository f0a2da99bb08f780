import { spawn } from "node:child_process";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { RecoveryAnswers } from "@/gckey/visits/state";

const random = () => randomBytes(32).toString("base64url");

async function listen(answer: (request: IncomingMessage) => Promise<object>): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request).then((body) => response.end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

type Mail = { to: string; subject: string; text: string };

export type Person = {
  userName: string;
  password: string;
  email: string;
  language: "en" | "fr";
  factor: "email" | "totp";
  totpSecret?: string;
  recovery?: RecoveryAnswers;
  recoveryCodes?: string[];
};

/** The provider as its own process, between a mailbox and a portal that only take notes. */
export async function startProvider(databaseUrl: string) {
  const mails: Mail[] = [];
  const logoutTokens: string[] = [];
  const mailbox = await listen(async (request) => {
    mails.push(JSON.parse(await text(request)) as Mail);
    return { id: random() };
  });
  const portal = await listen(async (request) => {
    const token = new URLSearchParams(await text(request)).get("logout_token");
    if (request.url === "/api/auth/backchannel-logout" && token) logoutTokens.push(token);
    return {};
  });

  const portalUrl = `http://localhost:${portOf(portal)}`;
  const port = randomInt(20_000, 30_000);
  const issuer = `http://localhost:${port}`;
  const client = { clientId: "portal-of-the-test", clientSecret: random() };
  const secretsPath = join(await mkdtemp(join(tmpdir(), "gckey-")), "secrets.json");
  const gckey = { ...client, cookieKeys: [random()], pairwiseSalt: random() };
  await writeFile(secretsPath, JSON.stringify({ gckey }), { mode: 0o600 });
  const environment = {
    ...process.env,
    GCKEY_PORT: String(port),
    GCKEY_DATABASE_URL: databaseUrl,
    GCKEY_SECRETS: secretsPath,
    GCKEY_CLIENT_REDIRECT_URIS: `${portalUrl}/api/auth/callback/gckey`,
    GCKEY_POST_LOGOUT_URIS: `${portalUrl}/en ${portalUrl}/fr`,
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: `http://127.0.0.1:${portOf(mailbox)}`,
    MAIL_FROM: "kpo@example.ca",
  };
  const run = (file: string) =>
    spawn(process.execPath, ["--import", "tsx", file], {
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });

  const child = run("gckey/server.ts");
  child.stdout.resume();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${issuer}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error("The provider did not start.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  return {
    issuer,
    portalUrl,
    client,
    salt: gckey.pairwiseSalt,
    mails,
    logoutTokens,
    async seed(people: Person[]): Promise<{ userName: string; subject: string }[]> {
      const process = run("gckey/seed.ts");
      process.stdin.end(JSON.stringify(people));
      return JSON.parse(await text(process.stdout)) as { userName: string; subject: string }[];
    },
    /** The newest code mailed to an address. */
    codeFor(email: string): string {
      const mail = mails.findLast((each) => each.to === email);
      return /\d{6}/.exec(mail?.text ?? "")?.[0] ?? "";
    },
    /** An authorization request, and what is needed to redeem its answer. */
    request(parameters: Record<string, string> = {}) {
      const verifier = random();
      const nonce = random();
      const redirect = `${portalUrl}/api/auth/callback/gckey`;
      const address = new URL(`${issuer}/auth`);
      address.search = new URLSearchParams({
        client_id: client.clientId,
        response_type: "code",
        redirect_uri: redirect,
        scope: "openid",
        state: "s".repeat(20),
        nonce,
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
        acr_values: "urn:gckey:loa2",
        prompt: "login",
        ...parameters,
      }).toString();
      const redeem = async (answer: string) => {
        const code = new URL(answer).searchParams.get("code") ?? "";
        const response = await fetch(`${issuer}/token`, {
          method: "POST",
          headers: {
            authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString("base64")}`,
          },
          body: new URLSearchParams({
            grant_type: "authorization_code",
            code,
            redirect_uri: redirect,
            code_verifier: verifier,
          }),
        });
        return (await response.json()) as { id_token?: string; error?: string };
      };
      return { address: address.href, nonce, redeem };
    },
    async stop(): Promise<void> {
      child.kill("SIGTERM");
      await ended;
      mailbox.close();
      portal.close();
    },
  };
}

export type ProviderUnderTest = Awaited<ReturnType<typeof startProvider>>;
