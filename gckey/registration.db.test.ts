import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "@/gckey/database";
import { Browser } from "@/gckey/testing/browser";
import {
  codeOfApp,
  goodPassword,
  keyOn,
  recoveryAnswers,
  recoveryCodesOn,
  register,
  registerToCodes,
  registerToFactor,
} from "@/gckey/testing/journeys";
import { startProvider, type ProviderUnderTest } from "@/gckey/testing/provider-under-test";
import { textsOf } from "@/gckey/texts";

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
beforeEach(() => database.query("TRUNCATE attempt"));

const en = textsOf("en").registration;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");

/** Each sentence stands in the summary, as a link to its field, and again beside the field. */
function expectSaid({ body }: Browser, field: string, ...sentences: string[]) {
  for (const sentence of sentences) {
    expect(body).toContain(`<a href="#${field}">${escaped(sentence)}</a>`);
    expect(body.match(new RegExp(`id="${field}-error-\\d"[^]*?</p>`, "g"))?.join()).toContain(
      escaped(sentence),
    );
  }
}

/** A browser at the step after the terms. */
async function atUserName(parameters: Record<string, string> = {}) {
  const browser = await new Browser().go(provider.request(parameters).address);
  await browser.submit({ do: "register" });
  expect(browser.body).toContain(
    textsOf(parameters["ui_locales"] ? "fr" : "en").registration.terms.accept,
  );
  return browser.submit({});
}

describe("registering", () => {
  it.each([
    { choice: "phone", userName: "phone1234" },
    { choice: "desktop", userName: "desktop1234" },
    { choice: "email", userName: "email1234", email: "new@example.ca" },
  ] as const)("with $choice leads back to the portal, signed in", async (wanted) => {
    const { claims, codes, browser } = await register(provider, wanted);
    expect(browser.address).toContain(`${provider.portalUrl}/api/auth/callback/gckey?code=`);
    expect(claims).toMatchObject({ acr: "urn:gckey:loa2", amr: ["pwd", "otp", "mfa"] });
    expect(Object.keys(claims).sort()).toEqual(
      "acr amr aud auth_time exp iat iss locale nonce sid sub".split(" "),
    );
    expect(new Set(codes).size).toBe(10);
    const { rows } = await database.query<{ email: string | null; factor: string }>(
      "SELECT email, factor FROM account WHERE user_name = $1",
      [wanted.userName],
    );
    expect(rows).toEqual([
      "email" in wanted
        ? { email: wanted.email, factor: "email" }
        : { email: null, factor: "totp" },
    ]);
    const { rowCount } = await database.query("SELECT 1 FROM visit");
    expect(rowCount).toBe(0);
  });

  it("in French shows French pages, also after a switch that keeps what was typed", async () => {
    const fr = textsOf("fr").registration;
    const browser = await atUserName({ ui_locales: "fr-CA" });
    expect(browser.title).toBe(`${fr.userName.title} - CléGC - Canada.ca`);
    expect(browser.body).toContain(fr.userName.rules.digits);
    await browser.submit({ userName: "Lihu1234", do: "language-en" });
    expect(browser.title).toContain(en.userName.title);
    expect(browser.body).toContain('value="Lihu1234"');
    await browser.submit({ userName: "Lihu1234" });
    await browser.submit({ password: goodPassword, do: "language-fr" });
    expect(browser.title).toContain(fr.password.title);
    expect(browser.body).not.toContain(goodPassword);
  });

  it("declined leads back to the portal and keeps nothing", async () => {
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ do: "register" });
    await browser.submit({ do: "decline" });
    expect(browser.title).toContain(en.declined.title);
    await browser.submit({});
    expect(browser.address).toContain(`${provider.portalUrl}/api/auth/callback/gckey?`);
    expect(browser.address).toContain("error=access_denied");
  });

  it("can be given up; nothing is an account before the end", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToCodes(provider, browser, { userName: "halfway1" });
    const { rowCount } = await database.query("SELECT 1 FROM account WHERE user_name = 'halfway1'");
    expect(rowCount).toBe(0);
    const { rows } = await database.query<{ state: Buffer }>("SELECT state FROM visit");
    expect(rows.map((row) => row.state.toString("latin1")).join()).not.toMatch(/halfway|Kettle/);
    await browser.submit({ do: "cancel" });
    expect(browser.title).toContain("Welcome to GCKey");
    await browser.submit({ userName: "halfway1", password: goodPassword });
    expect(browser.body).toContain("The user name or the password is not right");
  });

  it("goes back with everything kept, but the password", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToCodes(provider, browser, {
      userName: "backward1",
      choice: "email",
      email: "back@example.ca",
    });
    const values = () => [...browser.body.matchAll(/ value="([^"]*)"/g)].map(([, value]) => value);
    await browser.submit({ do: "back" });
    await browser.submit({ do: "back" });
    expect(values()).toContain("back@example.ca");
    await browser.submit({ do: "back" });
    await browser.submit({ do: "back" });
    expect(browser.body).toMatch(/value="email"\s+required\s+checked/);
    await browser.submit({ do: "back" });
    await browser.submit({ do: "back" });
    expect(values()).toEqual(expect.arrayContaining(["Médor", "Tante Hélène", "1998-06-21"]));
    expect(browser.body).toMatch(/<option\s+value="firstPet"\s+selected/);
    await browser.submit({ do: "back" });
    expect(browser.body).not.toContain(goodPassword);
    await browser.submit({ do: "back" });
    expect(values()).toContain("backward1");
  });

  it("with an address of which the code does not come makes nothing", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToFactor(browser, { userName: "nocode12", choice: "email" });
    await browser.submit({ email: "x@" });
    expectSaid(browser, "email", textsOf("en").secondFactor.emailAddress.wrong);
    await browser.submit({ email: "first@example.ca" });
    const first = provider.codeFor("first@example.ca");
    await browser.submit({ code: first === "000000" ? "000001" : "000000" });
    expect(browser.body).toContain("The code is not right");
    await browser.submit({ do: "back" });
    await browser.submit({ email: "second@example.ca" });
    // The code of the first address proves nothing about the second.
    if (provider.codeFor("second@example.ca") !== first) {
      await browser.submit({ code: first });
      expect(browser.title).toMatch(/^Error: /);
    }
    await browser.submit({ code: provider.codeFor("second@example.ca") });
    expect(recoveryCodesOn(browser)).toHaveLength(10);
  });

  it("fills nobody's mailbox", async () => {
    const email = "victim@example.ca";
    const browsers = Array.from({ length: 12 }, () => new Browser());
    for (const [at, browser] of browsers.entries()) {
      await browser.go(provider.request().address);
      await registerToFactor(browser, { userName: `flooding${at}`, choice: "email" });
      await browser.submit({ email });
    }
    expect(provider.mails.filter(({ to }) => to === email)).toHaveLength(10);
    expect(browsers.at(-1)?.body).toContain("No more codes can be sent");
    // Its owner signs in all the same.
    const owner = { userName: "victim123", password: goodPassword };
    await provider.seed([{ ...owner, email, language: "en", factor: "email" }]);
    const browser = await new Browser().go(provider.request().address);
    await browser.submit(owner);
    await browser.submit({ code: provider.codeFor(email) });
    expect(browser.address).toContain("?code=");
  });
});

describe("the end of a registration", () => {
  it("waits until the codes are said to be saved, and offers them as text", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToCodes(provider, browser, { userName: "saving12" });
    const page = browser.body;
    const codes = recoveryCodesOn(browser);
    await browser.submit({});
    expectSaid(browser, "saved", textsOf("en").secondFactor.recoveryCodes.savedMissing);
    expect(recoveryCodesOn(browser)).toEqual(codes);
    await browser.submit({ do: "download" });
    expect(browser.headers.get("content-disposition")).toBe(
      'attachment; filename="gckey-recovery-codes.txt"',
    );
    expect(browser.headers.get("content-type")).toContain("text/plain");
    expect(browser.body.split("\r\n").filter((line) => codes.includes(line))).toEqual(codes);
    browser.body = page;
    await browser.submit({ saved: "yes" });
    expect(browser.title).toContain("Register for a GCKey - Complete");
    expect(browser.body).toContain("<strong>saving12</strong>");
    // Shown once.
    for (const code of codes) expect(browser.body).not.toContain(code);
  });

  it("gives a user name to one of two who want it, and the other chooses anew", async () => {
    const both = await Promise.all(
      [1, 2].map(async () => {
        const request = provider.request();
        const browser = await new Browser().go(request.address);
        await registerToCodes(provider, browser, { userName: "contested" });
        return { request, browser };
      }),
    );
    await Promise.all(both.map(({ browser }) => browser.submit({ saved: "yes" })));
    const [winner, loser] = both.sort(
      (a, b) => Number(/^Error/.test(a.browser.title)) - Number(/^Error/.test(b.browser.title)),
    );
    expect(winner?.browser.title).toContain(en.completed.title);
    if (!loser) throw new Error("nobody lost");
    expectSaid(loser.browser, "userName", en.userName.taken);
    await loser.browser.submit({ userName: "another12" });
    await loser.browser.submit({ password: goodPassword, confirmation: goodPassword });
    expect(loser.browser.body).toContain('value="Médor"');
    await loser.browser.submit({ ...recoveryAnswers });
    await loser.browser.submit({});
    await loser.browser.submit({ choice: "phone" });
    await loser.browser.submit({});
    await loser.browser.submit({ code: codeOfApp(keyOn(loser.browser)) });
    await loser.browser.submit({ saved: "yes" });
    await loser.browser.submit({});
    const { id_token: token = "" } = await loser.request.redeem(loser.browser.address);
    expect(decodeJwt(token).sub).toEqual(expect.any(String));
  });

  it("pressed twice makes one account and leads on", async () => {
    const browser = await new Browser().go(provider.request().address);
    await registerToCodes(provider, browser, { userName: "twice1234" });
    const copy = browser.copy();
    await Promise.all([browser.submit({ saved: "yes" }), copy.submit({ saved: "yes" })]);
    await browser.go(browser.address);
    expect(browser.title).toContain(en.completed.title);
  });

  it("uses up the code that set up the app: it does not sign in as well", async () => {
    const { key } = await register(provider, { userName: "replay1234" });
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ userName: "replay1234", password: goodPassword });
    await browser.submit({ code: codeOfApp(key) });
    expect(browser.body).toContain("This code has already been used");
  });
});

describe("a rule", () => {
  it("of the user name has its own message, and all that are broken are said at once", async () => {
    const browser = await atUserName();
    const { broken, missing, taken } = en.userName;
    await browser.submit({ userName: " " });
    expectSaid(browser, "userName", missing);
    await browser.submit({ userName: "é%1234567890123456" });
    expectSaid(browser, "userName", broken.length, broken.characters, broken.digits);
    await browser.submit({ userName: "abcdefg" });
    expectSaid(browser, "userName", broken.length);
    expect(browser.body).not.toContain(broken.characters);
    await register(provider, { userName: "takenname" });
    await browser.submit({ userName: "TakenName" });
    expectSaid(browser, "userName", taken);
    await browser.submit({ userName: "abcd1234567" });
    expect(browser.title).toContain(en.password.title);
  });

  it("of the password likewise, and what was typed is never sent back", async () => {
    const browser = await atUserName();
    await browser.submit({ userName: "kettle12" });
    const { broken, ...words } = en.password;
    await browser.submit({ password: "", confirmation: "" });
    expectSaid(browser, "password", words.missing);
    expectSaid(browser, "confirmation", words.confirmMissing);
    await browser.submit({ password: "é ", confirmation: "other" });
    expectSaid(
      browser,
      "password",
      broken.length,
      broken.characters,
      broken.lower,
      broken.upper,
      broken.digit,
    );
    expectSaid(browser, "confirmation", words.different);
    await browser.submit({ password: "My-KETtle7", confirmation: "My-KETtle7" });
    expectSaid(browser, "password", broken.apart);
    expect(browser.body).not.toContain("My-KETtle7");
    await browser.submit({ password: "Password123!", confirmation: "Password123!" });
    expectSaid(browser, "password", words.common);
    await browser.submit({ password: "Blue-Teapot7", confirmation: "Blue-Teapot7" });
    expect(browser.title).toContain(en.questions.title);
  });

  it("of the answers and hints likewise", async () => {
    const browser = await atUserName();
    await browser.submit({ userName: "answers12" });
    await browser.submit({ password: goodPassword, confirmation: goodPassword });
    const words = en.questions;
    await browser.submit({});
    expectSaid(browser, "question", words.questionMissing);
    expectSaid(browser, "answer", words.brokenAnswer.missing);
    expectSaid(browser, "person", words.brokenPerson.missing);
    expectSaid(browser, "date", words.dateMissing);
    await browser.submit({
      question: "somethingElse",
      answer: "a%",
      person: "#@",
      personHint: "!",
      date: "1998-02-30",
      dateHint: "*",
    });
    expectSaid(browser, "question", words.questionMissing);
    expectSaid(browser, "answer", words.brokenAnswer.short, words.brokenAnswer.characters);
    expectSaid(browser, "person", words.brokenPerson.short, words.brokenPerson.characters);
    expectSaid(browser, "date", words.dateWrong);
    const { brokenPersonHint: personHint, brokenDateHint: dateHint } = words;
    expectSaid(browser, "personHint", personHint.short, personHint.characters);
    expectSaid(browser, "dateHint", dateHint.short, dateHint.characters);
    await browser.submit({
      ...recoveryAnswers,
      personHint: "it is TANTE helene",
      dateHint: "on 1998, 06, 21",
    });
    expectSaid(browser, "personHint", personHint.givesAway);
    expectSaid(browser, "dateHint", dateHint.givesAway);
    await browser.submit({ ...recoveryAnswers, do: "clear" });
    expect(browser.body).not.toContain("Médor");
    await browser.submit({ ...recoveryAnswers, personHint: "", dateHint: "" });
    expect(browser.title).toContain(en.welcome.title);
  });

  it("of the second factor: one must be chosen, and proved", async () => {
    const browser = await atUserName();
    await browser.submit({ userName: "factor1234" });
    await browser.submit({ password: goodPassword, confirmation: goodPassword });
    await browser.submit({ ...recoveryAnswers });
    await browser.submit({});
    await browser.submit({});
    expectSaid(browser, "choice", textsOf("en").secondFactor.choice.missing);
    await browser.submit({ choice: "phone" });
    await browser.submit({ do: "back" });
    await browser.submit({ choice: "desktop" });
    await browser.submit({});
    const key = keyOn(browser);
    expect(browser.body).toContain("<svg");
    await browser.submit({ code: "12" });
    expectSaid(browser, "code", textsOf("en").secondStep.missing);
    await browser.submit({ code: codeOfApp(key, 20) });
    expectSaid(browser, "code", textsOf("en").secondFactor.authenticator.wrong);
    expect(keyOn(browser)).toBe(key);
  });
});
