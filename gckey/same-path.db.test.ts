import { createServer, type Server } from "node:http";
import { randomInt } from "node:crypto";
import type pg from "pg";
import type * as argon from "@node-rs/argon2";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountChanges } from "@/gckey/account-changes";
import { Accounts } from "@/gckey/accounts";
import { createApplication } from "@/gckey/application";
import { migrate, openDatabase, type Database } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import { saveSeeded } from "@/gckey/seeded-account";
import { Browser } from "@/gckey/testing/browser";
import { recoveryAnswers } from "@/gckey/testing/journeys";

/*
 * Nobody learns which user names exist: unknown and known ones take the same path, counted here in
 * statements and hashes, and get the same answer. Times are too noisy to compare.
 */

const counted = vi.hoisted(() => ({ hashes: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof argon>();
  return {
    ...argon2,
    hash: (...args: Parameters<typeof argon2.hash>) => (
      (counted.hashes += 1),
      argon2.hash(...args)
    ),
    verify: (...args: Parameters<typeof argon2.verify>) => (
      (counted.hashes += 1),
      argon2.verify(...args)
    ),
  };
});

const known = { userName: "known1234", password: "Correct-Horse7" };
const salt = "a salt of the tests, long enough to be one";
let database: Database;
let server: Server;
let issuer: string;
const statements: string[] = [];

/** Notes every statement, also those of transactions. */
function listen(pool: Database): void {
  const note = (args: unknown[]) => {
    const [query] = args;
    statements.push(typeof query === "string" ? query : (query as { text: string }).text);
  };
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const noted = new WeakSet<pg.PoolClient>();
  Object.assign(pool, {
    query: (...args: unknown[]) => (note(args), query(...args)),
    connect: async (...args: unknown[]) => {
      // The pool's own queries come this way with a callback.
      if (args.length > 0) return (connect as (...given: unknown[]) => unknown)(...args);
      const client = await connect();
      if (noted.has(client)) return client;
      noted.add(client);
      const own = client.query.bind(client) as (...given: unknown[]) => unknown;
      let inside = true;
      Object.assign(client, {
        query: (...given: unknown[]) => (inside && note(given), own(...given)),
      });
      const release = client.release.bind(client);
      client.release = (broken) => {
        inside = false;
        noted.delete(client);
        Object.assign(client, { query: own });
        release(broken);
      };
      return client;
    },
  });
}

beforeAll(async () => {
  const url = process.env["DATABASE_OWNER_URL"] ?? "";
  database = openDatabase(url);
  await migrate(database);
  const keys = new SecretKeys(salt);
  await saveSeeded(database, keys, new AccountChanges(database, keys), {
    ...known,
    email: "known@example.ca",
    language: "en",
    factor: "email",
    recovery: { ...recoveryAnswers, personHint: "", dateHint: "" },
  });
  listen(database);
  const port = randomInt(30_000, 40_000);
  issuer = `http://localhost:${port}`;
  const configuration = {
    port,
    issuer,
    databaseUrl: url,
    secrets: {
      clientId: "portal",
      clientSecret: "x".repeat(32),
      cookieKeys: ["y".repeat(32)],
      pairwiseSalt: salt,
    },
    redirectUris: ["http://localhost:1/api/auth/callback/gckey"],
    postLogoutUris: ["http://localhost:1/en"],
    backchannelLogoutUri: "http://localhost:1/api/auth/backchannel-logout",
    portalOrigin: "http://localhost:1",
    mail: { apiKey: "re_test", baseUrl: "http://localhost:1", from: "a@example.ca" },
  };
  const log = pino({ level: "silent" });
  server = createServer(await createApplication(configuration, database, log));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
}, 60_000);
afterAll(async () => {
  server.close();
  await database.end();
});

/** What a form costs and what comes back, without the name itself. */
async function observe(browser: Browser, userName: string, fields: Record<string, string>) {
  statements.length = 0;
  counted.hashes = 0;
  await browser.submit(fields);
  const { status, body } = browser;
  const headers = [...browser.headers].map(([name, value]) => [
    name,
    ["content-length", "date"].includes(name) ? value.length : value,
  ]);
  const seen = { status, headers, body: body.replaceAll(userName, "?") };
  return { ...seen, statements: [...statements], hashes: counted.hashes };
}

beforeEach(() => database.query("TRUNCATE attempt"));

describe("a known and an unknown user name", () => {
  it("take the same path at the sign-in", async () => {
    const seen = [];
    for (const userName of [known.userName, "unknown12"]) {
      const browser = await new Browser().go(`${issuer}/account`);
      seen.push(await observe(browser, userName, { userName, password: "Wrong-Horse7" }));
    }
    const [one, other] = seen;
    expect(one?.hashes).toBe(1);
    expect(one?.statements.some((statement) => statement.includes("FROM account"))).toBe(true);
    expect(one?.body).toContain("The user name or the password is not right");
    expect(other).toEqual(one);
  });

  it("take the same path at the recovery, up to the same refusal", async () => {
    const seen: Awaited<ReturnType<typeof observe>>[][] = [];
    // An unknown name whose made-up question and hints look like those of the known account.
    for (const userName of [known.userName, await lookalike()]) {
      const browser = await new Browser().go(`${issuer}/account`);
      await browser.submit({ do: "recover" });
      seen.push([
        await observe(browser, userName, { userName }),
        await observe(browser, userName, { answer: "Fido", person: "Paul", date: "2001-01-01" }),
      ]);
    }
    const [one, other] = seen;
    expect(one?.map(({ hashes }) => hashes)).toEqual([0, 1]);
    expect(one?.[1]?.body).toContain("The answers are not all right");
    expect(other).toEqual(one);
  });

  it("take the same path once they are locked", async () => {
    const seen = [];
    for (const userName of [known.userName, "unknown34"]) {
      const browser = await new Browser().go(`${issuer}/account`);
      for (let tries = 0; tries < 10; tries++) {
        await browser.submit({ userName, password: "Wrong-Horse7" });
        await database.query("UPDATE attempt SET last_at = last_at - interval '1 minute'");
      }
      seen.push(await observe(browser, userName, { userName, password: "Wrong-Horse7" }));
    }
    expect(seen[0]?.status).toBe(429);
    expect(seen[0]?.hashes).toBe(0);
    expect(seen[1]).toEqual(seen[0]);
  });
});

/** User names of nobody, until one is asked the known account's question with no hint. */
async function lookalike(): Promise<string> {
  const accounts = new Accounts(database, new SecretKeys(salt));
  for (let at = 1_000; ; at++) {
    const asked = await accounts.recoveryQuestion(`nobody${at}`);
    if (asked.question === "firstPet" && !asked.personHint && !asked.dateHint) return `nobody${at}`;
  }
}
