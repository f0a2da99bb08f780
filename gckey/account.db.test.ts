import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AccountChanges } from "@/gckey/account-changes";
import { openDatabase, type Database } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import { saveSeeded } from "@/gckey/seeded-account";
import { Browser } from "@/gckey/testing/browser";
import {
  codeOfApp,
  goodPassword,
  keyOn,
  recoveryAnswers,
  recoveryCodesOn,
  signInToAccount,
} from "@/gckey/testing/journeys";
import {
  startProvider,
  type Person,
  type ProviderUnderTest,
} from "@/gckey/testing/provider-under-test";
import { textsOf } from "@/gckey/texts";
import { Visits } from "@/gckey/visits/visits";

const text = textsOf("en");
const words = text.account;
const person: Person = {
  userName: "account123",
  password: "correct horse battery",
  email: "account123@example.ca",
  language: "en",
  factor: "email",
  recoveryCodes: ["aaaa-bbbb-cccc", "dddd-eeee-ffff"],
};

let provider: ProviderUnderTest;
let database: Database;

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
  await database.query("TRUNCATE attempt, past_sign_in, visit");
  await database.query("UPDATE account SET revoked_at = NULL, totp_last_step = NULL");
  const keys = new SecretKeys(provider.salt);
  await saveSeeded(database, keys, new AccountChanges(database, keys), person);
});

const newestMail = (to = person.email) => provider.mails.findLast((mail) => mail.to === to);

/** Begins a change and proves the second factor again. */
async function change(browser: Browser, flow: string): Promise<Browser> {
  await browser.submit({ do: flow });
  expect(browser.title).toContain(text.secondStep.emailTitle);
  return browser.submit({ code: provider.codeFor(person.email) });
}

/** Signs in to the portal; gives the claims, or nothing when refused. */
async function signInToPortal(browser: Browser, password = person.password) {
  const request = provider.request();
  await browser.go(request.address);
  await browser.submit({ userName: person.userName, password });
  if (browser.title.startsWith("Error")) return undefined;
  await browser.submit({ code: provider.codeFor(person.email) });
  return decodeJwt((await request.redeem(browser.address)).id_token ?? "");
}

describe("the account pages", () => {
  it("ask for both factors, and then show the last sign-ins, newest first", async () => {
    await signInToPortal(new Browser());
    const stranger = await new Browser().go(`${provider.issuer}/account`);
    expect(stranger.body).toContain(text.signIn.manageLede);
    const browser = await signInToAccount(provider, person);
    expect(browser.title).toBe("Manage my GCKey - GCKey - Canada.ca");
    expect(browser.body).toContain(person.userName);
    expect(browser.body).toMatch(/Recovery codes left<\/dt>\s*<dd>2<\/dd>/);
    const [account = -1, portal = -1] = [words.places.account, words.places.portal].map((place) =>
      browser.body.indexOf(place),
    );
    expect(account).toBeGreaterThan(0);
    expect(portal).toBeGreaterThan(account);
    expect(browser.body).not.toContain(words.never);
  });

  it("speak the language they were asked for", async () => {
    const browser = await new Browser().go(`${provider.issuer}/account?ui_locales=fr-CA`);
    expect(browser.title).toContain("Gérer ma CléGC");
    await browser.submit({ userName: person.userName, password: person.password });
    await browser.submit({ code: provider.codeFor(person.email) });
    expect(browser.title).toContain("Gérer ma CléGC");
    await browser.submit({ do: "language-en" });
    expect(browser.title).toContain(words.title);
  });

  it("keep their session to themselves: a new token at sign-in, an end by idling and by leaving", async () => {
    const browser = await new Browser().go(`${provider.issuer}/account`);
    // Somebody else may have put the first token into this browser.
    const planted = browser.copy();
    await browser.submit({ userName: person.userName, password: person.password });
    await browser.submit({ code: provider.codeFor(person.email) });
    expect(browser.title).toContain(words.title);
    await browser.go(`${provider.issuer}/account`);
    expect(browser.body).not.toContain(text.signIn.manageLede);
    await planted.go(`${provider.issuer}/account`);
    expect(planted.body).toContain(text.signIn.manageLede);
    await database.query("UPDATE visit SET expires_at = now() - interval '1 second'");
    await browser.go(`${provider.issuer}/account`);
    expect(browser.body).toContain(text.signIn.manageLede);
    await signInToAccount(provider, person, browser);
    const copy = browser.copy();
    await browser.submit({ do: "signOut" });
    expect(browser.title).toContain("You have signed out");
    await copy.go(`${provider.issuer}/account`);
    expect(copy.body).toContain(text.signIn.manageLede);
  });

  it("end after eight hours, however busy their reader is", async () => {
    const browser = await signInToAccount(provider, person);
    const visits = new Visits(database, new SecretKeys(provider.salt));
    const key = `account ${browser.cookie("_account")}`;
    const kept = await visits.find(key);
    if (!kept) throw new Error("no session");
    const hours = (count: number) => Date.now() - count * 60 * 60_000;
    await visits.save(key, { ...kept.state, since: hours(7.9) }, 600);
    await browser.go(`${provider.issuer}/account`);
    expect(browser.title).toContain(words.title);
    expect(browser.body).toContain(words.actions);
    await visits.save(key, { ...kept.state, since: hours(8.1) }, 600);
    await browser.submit({ do: "changePassword" });
    expect(browser.body).toContain(text.signIn.manageLede);
    expect(await visits.find(key)).toBeUndefined();
  });

  it("refuse a form sent by another site", async () => {
    const browser = await signInToAccount(provider, person);
    await browser.submit({ do: "revoke" }, { origin: "https://evil.example" });
    expect(browser.status).toBe(400);
  });

  it("are not opened by the session of the portal, nor the other way round", async () => {
    const browser = new Browser();
    await signInToPortal(browser);
    await browser.go(`${provider.issuer}/account`);
    expect(browser.body).toContain(text.signIn.manageLede);
    const other = await signInToAccount(provider, person);
    await other.go(provider.request({ prompt: "none" }).address);
    expect(other.address).toContain("error=login_required");
  });
});

describe("a change", () => {
  it("of the password ends other sessions and is told by mail", async () => {
    const elsewhere = await signInToAccount(provider, person);
    const claims = await signInToPortal(new Browser());
    const browser = await signInToAccount(provider, person);
    await change(browser, "changePassword");
    expect(browser.title).toContain(words.newPassword);
    await browser.submit({ password: "Xaccount1", confirmation: "Xaccount1" });
    expect(browser.body).toContain(text.registration.password.broken.apart);
    await browser.submit({ password: goodPassword, confirmation: goodPassword });
    expect(browser.title).toContain(words.title);
    expect(browser.body).toContain(words.changed.password);
    expect(newestMail()?.text).toContain(words.changed.password);
    expect(newestMail()?.text).toContain(textsOf("fr").account.changed.password);
    await elsewhere.go(`${provider.issuer}/account`);
    expect(elsewhere.body).toContain(text.signIn.manageLede);
    expect(provider.logoutTokens.map((token) => decodeJwt(token)["sid"])).toContain(
      claims?.["sid"],
    );
    expect(await signInToPortal(new Browser(), person.password)).toBeUndefined();
    expect((await signInToPortal(new Browser(), goodPassword))?.sub).toBe(claims?.sub);
  });

  it("needs the second factor first: without it nothing is changed", async () => {
    const browser = await signInToAccount(provider, person);
    await browser.submit({ do: "changePassword" });
    await browser.submit({
      step: "newPassword",
      password: goodPassword,
      confirmation: goodPassword,
    });
    expect(browser.title).toContain(text.secondStep.emailTitle);
    await browser.submit({ code: "000000" === provider.codeFor(person.email) ? "1" : "000000" });
    expect(browser.title).toMatch(/^Error/);
    await browser.submit({ do: "cancel" });
    expect(browser.title).toContain(words.title);
    expect(await signInToPortal(new Browser(), goodPassword)).toBeUndefined();
  });

  it("of the recovery questions makes a recovery possible", async () => {
    const browser = await signInToAccount(provider, person);
    await change(browser, "changeQuestions");
    await browser.submit({ ...recoveryAnswers });
    expect(browser.body).toContain(words.changed.questions);
    const recovering = await new Browser().go(provider.request().address);
    await recovering.submit({ userName: person.userName, do: "recover" });
    await recovering.submit({ userName: person.userName });
    expect(recovering.body).toContain(text.registration.questions.list.firstPet);
    const { answer, person: memorable, date } = recoveryAnswers;
    await recovering.submit({ answer, person: memorable, date });
    expect(recovering.title).toContain(text.secondStep.emailTitle);
  });

  it("of the second factor to an app, proved by a recovery code, and back to another address", async () => {
    const browser = await signInToAccount(provider, person);
    await browser.submit({ do: "changeFactor" });
    await browser.submit({ do: "recoveryCode" });
    await browser.submit({ recoveryCode: "aaaa-bbbb-cccc" });
    await browser.submit({ choice: "desktop" });
    await browser.submit({});
    const key = keyOn(browser);
    await browser.submit({ code: codeOfApp(key) });
    expect(browser.body).toContain(words.changed.factor);
    expect(browser.body).toContain(words.factors.totp);
    expect(browser.body).not.toContain(words.changeEmail);
    expect(newestMail()?.text).toContain(words.changed.factor);

    const request = provider.request();
    const app = await new Browser().go(request.address);
    await app.submit({ userName: person.userName, password: person.password });
    expect(app.title).toContain(text.secondStep.appTitle);
    await app.submit({ code: codeOfApp(key, 1) });
    expect((await request.redeem(app.address)).id_token).toBeDefined();

    await browser.submit({ do: "changeFactor" });
    await browser.submit({ do: "recoveryCode" });
    await browser.submit({ recoveryCode: "dddd-eeee-ffff" });
    await browser.submit({ choice: "email" });
    await browser.submit({});
    await browser.submit({ email: "moved@example.ca" });
    await browser.submit({ code: provider.codeFor("moved@example.ca") });
    expect(browser.body).toContain("moved@example.ca");
    // The old address hears of it, not only the new one.
    expect(newestMail()?.text).toContain(words.changed.factor);
  });

  it("of the address is proved at both, and told to the old one", async () => {
    const browser = await signInToAccount(provider, person);
    await change(browser, "changeEmail");
    await browser.submit({ email: "later@example.ca" });
    await browser.submit({ code: provider.codeFor("later@example.ca") });
    expect(browser.body).toContain(words.changed.email);
    expect(newestMail()?.text).toContain(words.changed.email);
    await browser.submit({ do: "changePassword" });
    expect(browser.body).toContain("l•••@example.ca");
  });

  it("of the recovery codes makes the old ones worthless", async () => {
    const browser = await signInToAccount(provider, person);
    await change(browser, "newCodes");
    const codes = recoveryCodesOn(browser);
    expect(codes).toHaveLength(10);
    await browser.submit({ saved: "yes" });
    expect(browser.body).toContain(words.changed.recoveryCodes);
    const other = await new Browser().go(provider.request().address);
    await other.submit({ userName: person.userName, password: person.password });
    await other.submit({ do: "recoveryCode" });
    await other.submit({ recoveryCode: "aaaa-bbbb-cccc" });
    expect(other.body).toContain(text.secondStep.recoveryWrong);
    await other.submit({ recoveryCode: codes[3] ?? "" });
    expect(other.title).toContain(text.secondStep.codesLeftTitle);
  });
});

describe("revoking", () => {
  it("ends every session, for good, and keeps the user name taken", async () => {
    const inPortal = new Browser();
    const claims = await signInToPortal(inPortal);
    const browser = await signInToAccount(provider, person, inPortal);
    await change(browser, "revoke");
    expect(browser.title).toContain(words.revokePage.title);
    // The Enter key does not revoke.
    await browser.submit({});
    expect(browser.title).toContain(words.revokePage.title);
    await browser.submit({ do: "revoke" });
    expect(browser.title).toContain("Your GCKey is revoked | Votre CléGC est révoquée");
    expect(provider.logoutTokens.map((token) => decodeJwt(token)["sid"])).toContain(
      claims?.["sid"],
    );
    expect(newestMail()?.text).toContain(words.changed.revoked);
    expect(await signInToPortal(new Browser())).toBeUndefined();
    await inPortal.go(provider.request({ prompt: "none" }).address);
    expect(inPortal.address).toContain("error=login_required");
    const registering = await new Browser().go(provider.request().address);
    await registering.submit({ do: "register" });
    await registering.submit({});
    await registering.submit({ userName: person.userName });
    expect(registering.body).toContain(text.registration.userName.taken);
  });

  it("can be thought better of", async () => {
    const browser = await signInToAccount(provider, person);
    await change(browser, "revoke");
    await browser.submit({ do: "cancel" });
    expect(browser.title).toContain(words.title);
    expect(await signInToPortal(new Browser())).toBeDefined();
  });
});

describe("a step-up", () => {
  it.each([{ prompt: "login" }, { prompt: "", max_age: "0" }])(
    "with %o asks for both factors again and says when",
    async (parameters) => {
      const browser = new Browser();
      const first = await signInToPortal(browser);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const request = provider.request(parameters);
      await browser.go(request.address);
      expect(browser.title).toContain(text.signIn.title);
      await browser.submit({ userName: person.userName, password: person.password });
      expect(browser.title).toContain(text.secondStep.emailTitle);
      await browser.submit({ code: provider.codeFor(person.email) });
      const second = decodeJwt((await request.redeem(browser.address)).id_token ?? "");
      expect(Number(second["auth_time"])).toBeGreaterThan(Number(first?.["auth_time"]));
      expect(second).toMatchObject({ sub: first?.sub, acr: "urn:gckey:loa2" });
    },
  );
});
