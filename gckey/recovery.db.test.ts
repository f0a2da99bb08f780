import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AccountChanges } from "@/gckey/account-changes";
import { openDatabase, type Database } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import { saveSeeded } from "@/gckey/seeded-account";
import { Browser } from "@/gckey/testing/browser";
import { codeOfApp, recoveryAnswers, registerToFactor } from "@/gckey/testing/journeys";
import {
  startProvider,
  type Person,
  type ProviderUnderTest,
} from "@/gckey/testing/provider-under-test";
import { textsOf } from "@/gckey/texts";

const text = textsOf("en");
const newPassword = "Green-Lamp44";
const codes = Array.from({ length: 10 }, (_, at) => `aaaa-bbbb-ccc${"defghjkmnp"[at] ?? ""}`);
const person: Person = {
  userName: "recover123",
  password: "correct horse battery",
  email: "recover123@example.ca",
  language: "en",
  factor: "email",
  recovery: recoveryAnswers,
  recoveryCodes: codes,
};
const withApp: Person = {
  ...person,
  userName: "recover456",
  email: "recover456@example.ca",
  factor: "totp",
  totpSecret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
};

let provider: ProviderUnderTest;
let database: Database;

/** As the seed does, without a process of its own. */
function save(wanted: Person) {
  const keys = new SecretKeys(provider.salt);
  return saveSeeded(database, keys, new AccountChanges(database, keys), wanted);
}

beforeAll(async () => {
  const url = process.env["DATABASE_OWNER_URL"] ?? "";
  provider = await startProvider(url);
  database = openDatabase(url);
}, 60_000);
afterAll(async () => {
  await database.end();
  await provider.stop();
});
beforeEach(async () => {
  await save(person);
  await save(withApp);
  await database.query("TRUNCATE attempt");
  await database.query("UPDATE account SET totp_last_step = NULL");
});

const { answer, person: memorable, date } = recoveryAnswers;
const rightAnswers = { answer, person: memorable, date };
const aMinuteLater = () =>
  database.query("UPDATE attempt SET last_at = last_at - interval '1 minute'");

async function atAnswers(userName: string, request = provider.request()) {
  const browser = await new Browser().go(request.address);
  await browser.submit({ userName, do: "recover" });
  expect(browser.title).toContain(text.recovery.forgotten.title);
  return browser.submit({ userName });
}

async function signIn({ userName, email }: Person, password: string, browser = new Browser()) {
  const request = provider.request();
  await browser.go(request.address);
  await browser.submit({ userName, password });
  await browser.submit({ code: provider.codeFor(email) });
  const { id_token: token = "" } = await request.redeem(browser.address);
  return decodeJwt(token);
}

describe("a forgotten password", () => {
  it("is replaced after answers and second factor; who was signed in elsewhere is not any more", async () => {
    const thief = new Browser();
    const before = await signIn(person, person.password, thief);
    const request = provider.request();
    const browser = await atAnswers(person.userName, request);
    expect(browser.body).toContain(text.registration.questions.list.firstPet);
    expect(browser.body).toContain("maman&#39;s sister, in Gaspé");
    expect(browser.body).toContain("the move");
    await browser.submit({ answer: " MEDOR", person: "tante  helene", date: "1998/6/21" });
    expect(browser.title).toContain(text.secondStep.emailTitle);
    await browser.submit({ code: provider.codeFor(person.email) });
    expect(browser.title).toContain(text.recovery.newPasswordTitle);
    await browser.submit({ password: "short", confirmation: "short" });
    expect(browser.body).toContain(text.registration.password.broken.length);
    await browser.submit({ password: newPassword, confirmation: newPassword });
    expect(browser.title).toContain(text.recovery.recovered.title);
    expect(provider.logoutTokens.map((token) => decodeJwt(token)["sid"])).toContain(before["sid"]);
    await browser.submit({});
    const { id_token: token = "" } = await request.redeem(browser.address);
    expect(decodeJwt(token).sub).toBe(before.sub);
    const mail = provider.mails.findLast(({ to }) => to === person.email);
    expect(mail?.text).toContain(text.account.changed.recovered);
    expect(mail?.text).toContain(textsOf("fr").account.changed.recovered);
    await thief.go(provider.request({ prompt: "none" }).address);
    expect(thief.address).toContain("error=login_required");
    expect((await signIn(person, newPassword)).sub).toBe(before.sub);
    const old = await new Browser().go(provider.request().address);
    await old.submit({ userName: person.userName, password: person.password });
    expect(old.body).toContain("The user name or the password is not right");
  });

  it("is replaced in a browser that is signed in, too", async () => {
    const browser = new Browser();
    await signIn(person, person.password, browser);
    const request = provider.request();
    await browser.go(request.address);
    await browser.submit({ userName: person.userName, do: "recover" });
    await browser.submit({ userName: person.userName });
    await browser.submit(rightAnswers);
    await browser.submit({ code: provider.codeFor(person.email) });
    await browser.submit({ password: newPassword, confirmation: newPassword });
    await browser.submit({});
    expect((await request.redeem(browser.address)).id_token).toBeDefined();
  });

  it("needs an app's code just as well, or a recovery code in its place", async () => {
    const browser = await atAnswers(withApp.userName);
    await browser.submit(rightAnswers);
    expect(browser.title).toContain(text.secondStep.appTitle);
    await browser.submit({ do: "recoveryCode" });
    await browser.submit({ recoveryCode: codes[0] ?? "" });
    await browser.submit({ password: newPassword, confirmation: newPassword });
    expect(browser.title).toContain(text.secondStep.codesLeftTitle);
    expect(browser.body).toContain("You have 9 codes left");
    await browser.submit({});
    await browser.submit({});
    expect(browser.address).toContain("?code=");
  });

  it("is not replaced by two right answers out of three, nor by a page out of turn", async () => {
    const browser = await atAnswers(person.userName);
    await browser.submit({ ...rightAnswers, person: "Oncle Paul" });
    expect(browser.body).toContain(text.recovery.answers.wrong);
    await browser.submit({ password: newPassword, confirmation: newPassword, step: "newPassword" });
    expect(browser.title).toContain(text.recovery.answers.title);
    await browser.submit({ answer: "", person: "", date: "yesterday" });
    for (const sentence of [
      text.recovery.answers.answerMissing,
      text.recovery.answers.personMissing,
      text.registration.questions.dateWrong,
    ]) {
      expect(browser.body).toContain(`>${sentence}</a>`);
    }
  });

  it("of a forgotten user name cannot be replaced, and the page says what to do", async () => {
    const browser = await new Browser().go(provider.request({ ui_locales: "fr-CA" }).address);
    await browser.submit({ do: "recover" });
    const words = textsOf("fr").recovery.forgotten;
    expect(browser.body).toContain(words.userNameHint);
    await browser.submit({ userName: "" });
    expect(browser.body).toContain(textsOf("fr").signIn.userNameMissing);
    await browser.submit({ do: "register" });
    expect(browser.title).toContain(textsOf("fr").registration.terms.title);
  });
});

describe("a recovery code", () => {
  const atCode = async () => {
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ userName: withApp.userName, password: withApp.password });
    return browser.submit({ do: "recoveryCode" });
  };

  it("takes the place of the second factor once, says how many are left, and is told by mail", async () => {
    const browser = await atCode();
    expect(browser.title).toContain(text.secondStep.recoveryTitle);
    await browser.submit({ recoveryCode: "12" });
    expect(browser.body).toContain(text.secondStep.recoveryMissing);
    await browser.submit({ recoveryCode: "AAAA BBBB CCCD" });
    expect(browser.title).toContain(text.secondStep.codesLeftTitle);
    expect(browser.body).toContain("You have 9 codes left");
    await browser.submit({});
    expect(browser.address).toContain("?code=");
    const mail = provider.mails.findLast(({ to }) => to === withApp.email);
    expect(mail?.text).toContain(text.account.changed.recoveryCodeUsed);
    expect(mail?.text).toContain("You have 9 recovery codes left");
    const again = await atCode();
    await again.submit({ recoveryCode: "aaaa-bbbb-cccd" });
    expect(again.body).toContain(text.secondStep.recoveryWrong);
    await again.submit({ do: "factor" });
    await again.submit({ code: codeOfApp(withApp.totpSecret ?? "") });
    expect(again.address).toContain("?code=");
  });

  it("of somebody else is worth nothing", async () => {
    await save({ ...person, recoveryCodes: ["zzzz-zzzz-zzzz"] });
    const browser = await atCode();
    await browser.submit({ recoveryCode: "zzzz-zzzz-zzzz" });
    expect(browser.body).toContain(text.secondStep.recoveryWrong);
  });
});

describe("ten failures lock", () => {
  async function expectLock(browser: Browser, wrong: Record<string, string>, right = wrong) {
    for (let tries = 0; tries < 10; tries++) {
      await browser.submit(wrong);
      expect(browser.status).toBe(200);
      await aMinuteLater();
    }
    await browser.submit(right);
    expect(browser.status).toBe(429);
    expect(browser.body).toContain("Too many failed attempts. Wait 14 minutes, then try again");
  }
  const withPassword = async (browser: Browser) => {
    await browser.go(provider.request().address);
    return browser.submit({ userName: withApp.userName, password: withApp.password });
  };
  const appCode = () => codeOfApp(withApp.totpSecret ?? "");

  it("the second factor, but not in a browser that is known", async () => {
    const known = await withPassword(new Browser());
    await known.submit({ code: appCode() });
    await database.query("UPDATE account SET totp_last_step = NULL");
    const wrong = appCode() === "000000" ? "000001" : "000000";
    await expectLock(await withPassword(new Browser()), { code: wrong }, { code: appCode() });
    await withPassword(known);
    await known.submit({ code: appCode() });
    expect(known.address).toContain("?code=");
  });

  it("the recovery codes, together with the second factor", async () => {
    const browser = await withPassword(new Browser());
    await browser.submit({ do: "recoveryCode" });
    await expectLock(browser, { recoveryCode: "zzzz-zzzz-zzzz" }, { recoveryCode: codes[1] ?? "" });
    await browser.submit({ do: "factor" });
    await browser.submit({ code: appCode() });
    expect(browser.status).toBe(429);
  });

  it.each([person.userName, "nobody44x"])("the recovery answers of %s", async (userName) => {
    const wrong = { ...rightAnswers, answer: "Fido" };
    await expectLock(await atAnswers(userName), wrong, rightAnswers);
  });

  it("the confirmation of an address", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToFactor(browser, { userName: "lockmail1", choice: "email" });
    await browser.submit({ email: "lock@example.ca" });
    const right = provider.codeFor("lock@example.ca");
    const wrong = right === "000000" ? "000001" : "000000";
    await expectLock(browser, { code: wrong }, { code: right });
  });
});
