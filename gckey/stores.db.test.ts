import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Accounts } from "@/gckey/accounts";
import { artifactStore } from "@/gckey/artifacts";
import { Attempts } from "@/gckey/attempts";
import { migrate, openDatabase, type Database } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import { SignIns } from "@/gckey/sign-ins";
import { keptSigningKeys } from "@/gckey/signing-keys";
import { lockMilliseconds, personLimit } from "@/gckey/throttle";

const keys = new SecretKeys("a salt of the tests, long enough to be one");
let database: Database;

beforeAll(async () => {
  database = openDatabase(process.env["DATABASE_OWNER_URL"] ?? "");
  await Promise.all([migrate(database), migrate(database)]);
});
afterAll(() => database.end());

type AccountRow = { password_hash: string; totp_secret: Buffer };

const person = {
  userName: "Étienne77",
  password: "one long password",
  email: "etienne@example.ca",
  language: "fr",
  factor: "totp",
  totpSecret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
} as const;

describe("accounts", () => {
  it("keep their id when they are saved again, and the newest password", async () => {
    const accounts = new Accounts(database, keys);
    const first = await accounts.save(person);
    const second = await accounts.save({ ...person, password: "another long password" });
    expect(second.id).toBe(first.id);
    expect(await accounts.findByPassword("  éTIENNE77 ", person.password)).toBeUndefined();
    expect(await accounts.findByPassword("  éTIENNE77 ", "another long password")).toEqual(second);
    expect(await accounts.findByPassword("nobody", person.password)).toBeUndefined();
  });

  it("keep neither password nor authenticator secret in clear", async () => {
    await new Accounts(database, keys).save(person);
    const { rows } = await database.query<AccountRow>("SELECT * FROM account");
    const stored =
      JSON.stringify(rows) + rows.map((row) => row.totp_secret.toString("latin1")).join();
    expect(stored).not.toContain(person.password);
    expect(stored).not.toContain(person.totpSecret);
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("let only one of many use a step of the authenticator app", async () => {
    const accounts = new Accounts(database, keys);
    const { id } = await accounts.save(person);
    const uses = await Promise.all(Array.from({ length: 10 }, () => accounts.useStep(id, 500)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await accounts.useStep(id, 499)).toBe(false);
    expect(await accounts.useStep(id, 501)).toBe(true);
    expect(await accounts.authenticator(id)).toEqual({ secret: person.totpSecret, lastStep: 501 });
  });
});

describe("attempts", () => {
  const now = new Date();
  const counter = () => ({ key: ["user name", randomUUID()], limit: personLimit });

  it("of a hundred guesses at once let five through", async () => {
    const attempts = new Attempts(database, keys);
    const [mine, shared] = [counter(), { key: [randomUUID()], limit: { free: 1e6, lockAt: 1e6 } }];
    const waits = await Promise.all(
      Array.from({ length: 100 }, () => attempts.begin([mine, shared], now)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(personLimit.free);
  });

  it("lock at the tenth failure and open again when the time is over", async () => {
    const attempts = new Attempts(database, keys);
    const mine = counter();
    let time = now.getTime();
    for (let failures = 0; failures < 10; failures++) {
      expect(await attempts.begin([mine], new Date(time))).toBe(0);
      time += 60_000;
    }
    const lastFailure = time - 60_000;
    expect(await attempts.begin([mine], new Date(time))).toBe(lockMilliseconds - 60_000);
    const later = new Date(lastFailure + lockMilliseconds);
    expect(await attempts.begin([mine], later)).toBe(0);
    await attempts.succeeded({ own: [mine], shared: [] });
    expect(await attempts.begin([mine], later)).toBe(0);
  });

  it("take only the one attempt back from a counter that is shared", async () => {
    const attempts = new Attempts(database, keys);
    const shared = counter();
    for (let failures = 0; failures < 5; failures++) await attempts.begin([shared], now);
    expect(await attempts.begin([shared], now)).toBe(1_000);
    await attempts.succeeded({ own: [], shared: [shared] });
    expect(await attempts.begin([shared], now)).toBe(0);
    expect(await attempts.begin([shared], now)).toBe(1_000);
  });
});

describe("sign-ins", () => {
  it("accept a code once, in its own interaction, until it expires or another is sent", async () => {
    const { id } = await new Accounts(database, keys).save(person);
    const signIns = new SignIns(database, keys);
    const [one, two] = [randomUUID(), randomUUID()];
    const now = new Date();
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await signIns.start(one, id);
    await signIns.start(two, id);
    await signIns.keepCode(one, "111111", now);
    expect(await signIns.useCode(two, "111111", now)).toBe(false);
    expect(await signIns.useCode(one, "111112", now)).toBe(false);
    expect(await signIns.useCode(one, "111111", at(10))).toBe(false);
    const uses = await Promise.all([1, 2, 3].map(() => signIns.useCode(one, "111111", at(9.9))));
    expect(uses.filter(Boolean)).toHaveLength(1);
    await signIns.keepCode(one, "222222", now);
    await signIns.keepCode(one, "333333", now);
    expect(await signIns.useCode(one, "222222", now)).toBe(false);
    expect(await signIns.awaitsCode(one, now)).toBe(true);
    expect(await signIns.find(one)).toMatchObject({ accountId: id, sent: 3 });
    const { rows } = await database.query("SELECT * FROM sign_in");
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`333333|${one}`));
  });
});

describe("artifacts", () => {
  const sessions = () => artifactStore(database, keys)("Session");

  it("come back as they were, and not after their time", async () => {
    const [id, uid] = [randomUUID(), randomUUID()];
    await sessions().upsert(id, { uid, accountId: "a" }, 60);
    expect(await sessions().find(id)).toEqual({ uid, accountId: "a" });
    expect(await sessions().findByUid(uid)).toEqual({ uid, accountId: "a" });
    expect(await artifactStore(database, keys)("Grant").find(id)).toBeUndefined();
    await sessions().upsert(id, { uid, accountId: "a" }, -1);
    expect(await sessions().find(id)).toBeUndefined();
  });

  it("end with their grant, and remember that they were used", async () => {
    const codes = artifactStore(database, keys)("AuthorizationCode");
    const [id, grantId] = [randomUUID(), randomUUID()];
    await codes.upsert(id, { grantId }, 60);
    await codes.consume(id);
    const used = await codes.find(id);
    expect(used?.grantId).toBe(grantId);
    expect(typeof used?.["consumed"]).toBe("number");
    await codes.revokeByGrantId(grantId);
    expect(await codes.find(id)).toBeUndefined();
  });

  it("of an interaction outlive the grant of the session before it", async () => {
    const store = artifactStore(database, keys);
    const [id, grantId] = [randomUUID(), randomUUID()];
    await store("Interaction").upsert(id, { grantId }, 60);
    await store("AccessToken").revokeByGrantId(grantId);
    expect(await store("Interaction").find(id)).toEqual({ grantId });
  });

  it("are sealed: a copy of the table holds neither identifier nor content", async () => {
    const id = randomUUID();
    await sessions().upsert(id, { uid: "u", accountId: "somebody" }, 60);
    const { rows } = await database.query<{ id_hash: string; payload: Buffer }>(
      "SELECT id_hash, payload FROM artifact",
    );
    const stored = rows.map((row) => `${row.id_hash} ${row.payload.toString("latin1")}`).join("\n");
    expect(stored).not.toContain(id);
    expect(stored).not.toContain("somebody");
  });
});

describe("signing keys", () => {
  it("are made once, also by two at the same time", async () => {
    const [one, two] = await Promise.all([
      keptSigningKeys(database, keys),
      keptSigningKeys(database, keys),
    ]);
    expect(one).toEqual(two);
    expect(await keptSigningKeys(database, keys)).toEqual(one);
  });
});
