import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountChanges } from "@/gckey/account-changes";
import { Accounts } from "@/gckey/accounts";
import { artifactStore } from "@/gckey/artifacts";
import { Attempts } from "@/gckey/attempts";
import { migrate, openDatabase, type Database } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import { saveSeeded, type SeededAccount } from "@/gckey/seeded-account";
import { keptSigningKeys } from "@/gckey/signing-keys";
import { lockMilliseconds, personLimit } from "@/gckey/throttle";
import type { RecoveryAnswers } from "@/gckey/visits/state";
import { Visits } from "@/gckey/visits/visits";

const keys = new SecretKeys("a salt of the tests, long enough to be one");
let database: Database;

beforeAll(async () => {
  database = openDatabase(process.env["DATABASE_OWNER_URL"] ?? "");
  await Promise.all([migrate(database), migrate(database)]);
});
afterAll(() => database.end());

type AccountRow = { password_hash: string; recovery_hash: string; totp_secret: Buffer };

const person = {
  userName: "Étienne77",
  password: "one long password",
  email: "etienne@example.ca",
  language: "fr",
  factor: "totp",
  totpSecret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
} as const;
const recovery: RecoveryAnswers = {
  question: "firstPet",
  answer: "Médor",
  person: "Tante Hélène",
  personHint: "la sœur de maman",
  date: "1998-06-21",
  dateHint: "",
};

const changes = () => new AccountChanges(database, keys);
const save = (wanted: SeededAccount) => saveSeeded(database, keys, changes(), wanted);

describe("accounts", () => {
  it("keep their id when they are saved again, and the newest password", async () => {
    const accounts = new Accounts(database, keys);
    const id = await save(person);
    expect(await save({ ...person, password: "another long password" })).toBe(id);
    expect(await accounts.findByPassword("  éTIENNE77 ", person.password)).toBeUndefined();
    expect(await accounts.findByPassword("  éTIENNE77 ", "another long password")).toEqual({
      id,
      userName: "Étienne77",
      email: "etienne@example.ca",
      language: "fr",
      factor: "totp",
    });
    expect(await accounts.findByPassword("nobody", person.password)).toBeUndefined();
  });

  it("keep neither password nor authenticator secret in clear", async () => {
    await save({ ...person, recovery, recoveryCodes: ["abcd-efgh-jkmn"] });
    const { rows } = await database.query<AccountRow>("SELECT * FROM account");
    const stored =
      JSON.stringify(rows) + rows.map((row) => row.totp_secret.toString("latin1")).join();
    expect(stored).not.toContain(person.password);
    expect(stored).not.toContain(person.totpSecret);
    const codes = await database.query("SELECT * FROM recovery_code");
    expect(JSON.stringify(codes.rows)).not.toContain("abcd");
    expect(stored).not.toMatch(/médor|medor|tante|1998/i);
    expect(rows[0]?.recovery_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("let only one of many use a step of the authenticator app", async () => {
    const accounts = new Accounts(database, keys);
    const id = await save(person);
    const uses = await Promise.all(Array.from({ length: 10 }, () => accounts.useStep(id, 500)));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await accounts.useStep(id, 499)).toBe(false);
    expect(await accounts.useStep(id, 501)).toBe(true);
    expect(await accounts.authenticator(id)).toEqual({ secret: person.totpSecret, lastStep: 501 });
  });

  it("let only one of many use a recovery code, and none after new ones were made", async () => {
    const accounts = new Accounts(database, keys);
    const id = await save({ ...person, recoveryCodes: ["aaaa-bbbb-cccc", "dddd-eeee-ffff"] });
    const uses = await Promise.all(
      Array.from({ length: 10 }, () => accounts.useRecoveryCode(id, "aaaa-bbbb-cccc")),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await accounts.recoveryCodesLeft(id)).toBe(1);
    await changes().replaceRecoveryCodes(id, ["gggg-hhhh-jjjj"]);
    expect(await accounts.useRecoveryCode(id, "dddd-eeee-ffff")).toBe(false);
    expect(await accounts.recoveryCodesLeft(id)).toBe(1);
  });

  it("forgive accents, case and spaces in answers, which are right or wrong together", async () => {
    const accounts = new Accounts(database, keys);
    const id = await save({ ...person, recovery });
    const typed = { answer: "  MEDOR ", person: "tante  helene", date: "1998/6/21" };
    expect((await accounts.findByAnswers("étienne77", typed))?.id).toBe(id);
    const wrong = { ...typed, date: "1998-06-22" };
    expect(await accounts.findByAnswers("étienne77", wrong)).toBeUndefined();
    expect(await accounts.findByAnswers("nobody", typed)).toBeUndefined();
  });

  it("of one user name are made once, however many ask for it at the same time", async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        changes().register({
          id: randomUUID(),
          userName: at % 2 ? "Wanted77" : "wanted77",
          email: "w@example.ca",
          language: "en",
          factor: "email",
          passwordHash: "a hash",
          recoveryCodes: ["aaaa-bbbb-cccc"],
        }),
      ),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  it("of one registration are made once, however often it is sent", async () => {
    const wanted = {
      id: randomUUID(),
      userName: "sentoften",
      email: null,
      language: "fr" as const,
      factor: "totp" as const,
      totpSecret: person.totpSecret,
      passwordHash: "a hash",
      recoveryCodes: ["aaaa-bbbb-cccc"],
    };
    const made = await Promise.all(Array.from({ length: 5 }, () => changes().register(wanted)));
    expect(made).toEqual([true, true, true, true, true]);
    expect(await changes().register({ ...wanted, id: randomUUID() })).toBe(false);
  });

  it("that are revoked are gone, but their user name stays taken", async () => {
    const accounts = new Accounts(database, keys);
    const id = await save({ ...person, userName: "revoked77", recovery });
    await changes().revoke(id);
    expect(await accounts.find(id)).toBeUndefined();
    expect(await accounts.findByPassword("revoked77", person.password)).toBeUndefined();
    expect(await accounts.findByAnswers("revoked77", recovery)).toBeUndefined();
    expect(await accounts.isFree("Revoked77")).toBe(false);
  });

  it("ask every user name a question, always the same and not the same of all", async () => {
    const accounts = new Accounts(database, keys);
    const names = Array.from({ length: 40 }, (_, at) => `nobody${at}`);
    const asked = await Promise.all(names.map((name) => accounts.recoveryQuestion(name)));
    const again = await Promise.all(names.map((name) => accounts.recoveryQuestion(name)));
    expect(again).toEqual(asked);
    expect(new Set(asked.map(({ question }) => question)).size).toBeGreaterThan(4);
    expect(new Set(asked.map(({ personHint }) => personHint)).size).toBeGreaterThan(2);
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

describe("visits", () => {
  it("accept a code once, in their own place, until it expires or another is sent", async () => {
    const accountId = await save(person);
    const visits = new Visits(database, keys);
    const [one, two] = [randomUUID(), randomUUID()];
    const now = new Date();
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const state = { flow: "signIn", step: "secondFactor", accountId } as const;
    const use = (key: string, code: string, when = now, email = "a@b.ca") =>
      visits.useCode(key, email, code, when);
    await visits.save(one, state, 600);
    await visits.save(two, state, 600);
    await visits.keepCode(one, "a@b.ca", "111111", now);
    expect(await use(two, "111111")).toBe(false);
    expect(await use(one, "111112")).toBe(false);
    expect(await use(one, "111111", now, "other@b.ca")).toBe(false);
    expect(await use(one, "111111", at(10))).toBe(false);
    const uses = await Promise.all([1, 2, 3].map(() => use(one, "111111", at(9.9))));
    expect(uses.filter(Boolean)).toHaveLength(1);
    await visits.keepCode(one, "a@b.ca", "222222", now);
    await visits.keepCode(one, "a@b.ca", "333333", now);
    expect(await use(one, "222222")).toBe(false);
    expect(await visits.awaitsCode(one, now)).toBe(true);
    expect(await visits.find(one)).toMatchObject({ state, sent: 2 });
    const { rows } = await database.query<{ state: Buffer }>("SELECT * FROM visit");
    const stored = JSON.stringify(rows) + rows.map((row) => row.state.toString("latin1")).join();
    expect(stored).not.toMatch(new RegExp(`333333|${one}|secondFactor`));
  });

  it("of one account end together, but for the one that ends the others", async () => {
    const accountId = await save(person);
    const visits = new Visits(database, keys);
    const [mine, other, stranger] = [randomUUID(), randomUUID(), randomUUID()];
    const state = { flow: "account", step: "home" } as const;
    await visits.save(mine, { ...state, accountId }, 600);
    await visits.save(other, { ...state, accountId }, 600);
    await visits.save(stranger, state, 600);
    await visits.endOthers(accountId, mine);
    expect(await visits.find(mine)).toBeDefined();
    expect(await visits.find(other)).toBeUndefined();
    expect(await visits.find(stranger)).toBeDefined();
    await visits.save(mine, { ...state, accountId }, -1);
    expect(await visits.find(mine)).toBeUndefined();
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
