import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "@/gckey/database";
import { Browser } from "@/gckey/testing/browser";
import {
  startProvider,
  type Person,
  type ProviderUnderTest,
} from "@/gckey/testing/provider-under-test";

const databaseUrl = process.env["DATABASE_OWNER_URL"] ?? "";
const totpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const totp = new TOTP({ secret: Secret.fromBase32(totpSecret) });
const exporter: Person = {
  userName: "exporter1",
  password: "correct horse battery",
  email: "exporter1@example.ca",
  language: "en",
  factor: "email",
};
const officer: Person = {
  userName: "agente77",
  password: "une phrase de passe",
  email: "agente77@example.ca",
  language: "fr",
  factor: "totp",
  totpSecret,
};

let provider: ProviderUnderTest;
let database: Database;
let subjects: { userName: string; subject: string }[];

beforeAll(async () => {
  provider = await startProvider(databaseUrl);
  database = openDatabase(databaseUrl);
  subjects = await provider.seed([exporter, officer]);
}, 60_000);
afterAll(async () => {
  await database.end();
  await provider.stop();
});
// Each test starts with no failures counted and no step of the authenticator app used.
beforeEach(async () => {
  await database.query("TRUNCATE attempt");
  await database.query("UPDATE account SET totp_last_step = NULL");
});

async function signIn(browser: Browser, person: Person, parameters: Record<string, string> = {}) {
  const request = provider.request(parameters);
  await browser.go(request.address);
  await browser.submit({ userName: person.userName, password: person.password });
  const code = person.factor === "email" ? provider.codeFor(person.email) : totp.generate();
  await browser.submit({ code });
  const tokens = await request.redeem(browser.address);
  return { request, idToken: tokens.id_token ?? "", claims: decodeJwt(tokens.id_token ?? "") };
}

describe("signing in", () => {
  it("with password and emailed code proves both, and tells the portal no more", async () => {
    const request = provider.request();
    const browser = await new Browser().go(request.address);
    expect(browser.title).toBe("Welcome to GCKey - GCKey - Canada.ca");
    await browser.submit({ userName: " Exporter1 ", password: exporter.password });
    expect(browser.title).toBe("Enter the code we emailed to you - GCKey - Canada.ca");
    expect(browser.body).toContain("e•••@example.ca");
    await browser.submit({ code: provider.codeFor(exporter.email) });
    expect(browser.address).toContain(`${provider.portalUrl}/api/auth/callback/gckey?code=`);
    const { id_token: idToken = "" } = await request.redeem(browser.address);
    const jwks = createRemoteJWKSet(new URL(`${provider.issuer}/jwks`));
    const { payload } = await jwtVerify(idToken, jwks, {
      issuer: provider.issuer,
      audience: provider.client.clientId,
    });
    const { iat, exp, auth_time: time, sid, ...rest } = payload;
    expect(rest).toEqual({
      iss: provider.issuer,
      aud: provider.client.clientId,
      nonce: request.nonce,
      sub: subjects[0]?.subject,
      acr: "urn:gckey:loa2",
      amr: ["pwd", "otp", "mfa"],
      locale: "en-CA",
    });
    expect([iat, exp, time].every((each) => typeof each === "number")).toBe(true);
    expect(sid).toEqual(expect.any(String));
  });

  it("with an authenticator app, in French, refuses the same code a second time", async () => {
    const browser = await new Browser().go(provider.request({ ui_locales: "fr-CA" }).address);
    expect(browser.body).toContain('<html lang="fr-CA">');
    expect(browser.title).toBe("Bienvenue au service CléGC - CléGC - Canada.ca");
    const code = totp.generate();
    const first = await signIn(new Browser(), officer, { ui_locales: "fr-CA" });
    expect(first.claims).toMatchObject({ sub: subjects[1]?.subject, locale: "fr-CA" });
    await browser.submit({ userName: officer.userName, password: officer.password });
    await browser.submit({ code });
    expect(browser.title).toMatch(/^Erreur\u00a0: Entrez le code de votre application/);
    expect(browser.body).toContain("Ce code a déjà servi");
  });

  it("asks for the password again when the portal wishes it, and not otherwise", async () => {
    const browser = new Browser();
    await signIn(browser, exporter);
    await browser.go(provider.request().address);
    expect(browser.title).toContain("Welcome to GCKey");
    await browser.go(provider.request({ max_age: "0", prompt: "" }).address);
    expect(browser.title).toContain("Welcome to GCKey");
    const quiet = provider.request({ prompt: "none" });
    await browser.go(quiet.address);
    expect((await quiet.redeem(browser.address)).id_token).toBeDefined();
    await new Browser().go(provider.request({ prompt: "none" }).address).then((stranger) => {
      expect(stranger.address).toContain("error=login_required");
    });
  });

  it("as somebody else in the same browser ends the session of the first", async () => {
    const browser = new Browser();
    const first = await signIn(browser, exporter);
    const second = await signIn(browser, officer);
    expect(second.claims.sub).toBe(subjects[1]?.subject);
    expect(second.claims["sid"]).not.toBe(first.claims["sid"]);
    expect(provider.logoutTokens.map((token) => decodeJwt(token)["sid"])).toContain(
      first.claims["sid"],
    );
  });

  it("keeps what was typed when the language is switched", async () => {
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ userName: "half typed", do: "language-fr" });
    expect(browser.title).toContain("Bienvenue au service CléGC");
    expect(browser.body).toContain('value="half typed"');
    await browser.submit({ userName: exporter.userName, password: exporter.password });
    expect(browser.title).toContain("Entrez le code reçu par courriel");
  });
});

describe("a wrong answer", () => {
  it("names each empty field", async () => {
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ userName: "", password: "" });
    expect(browser.title).toMatch(/^Error: /);
    expect(browser.body).toContain('<a href="#userName">Enter your user name</a>');
    expect(browser.body).toContain('<a href="#password">Enter your password</a>');
    expect(browser.body).toContain('aria-invalid="true"');
  });

  it("gives the same page for a user name that exists and one that does not", async () => {
    const pages = [];
    for (const userName of [exporter.userName, "nobody11x"]) {
      const browser = await new Browser().go(provider.request().address);
      await browser.submit({ userName, password: "not the password" });
      const headers = [...browser.headers.keys()].sort();
      pages.push({ status: browser.status, headers, body: browser.body.replaceAll(userName, "?") });
    }
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.body).toContain("The user name or the password is not right");
  });

  it("ten times locks; the right password is then refused too, but not in a known browser", async () => {
    const known = new Browser();
    await signIn(known, exporter);
    const stranger = await new Browser().go(provider.request().address);
    for (let tries = 0; tries < 10; tries++) {
      await stranger.submit({ userName: exporter.userName, password: "wrong" });
      expect(stranger.status).toBe(200);
      await database.query("UPDATE attempt SET last_at = last_at - interval '1 minute'");
    }
    await stranger.submit({ userName: exporter.userName, password: exporter.password });
    expect(stranger.status).toBe(429);
    expect(stranger.body).toContain("Too many failed attempts. Wait 14 minutes, then try again");
    expect(Number(stranger.headers.get("retry-after"))).toBeGreaterThan(800);
    expect((await signIn(known, exporter)).claims.sub).toBe(subjects[0]?.subject);
    await database.query("UPDATE attempt SET last_at = last_at - interval '15 minutes'");
    await stranger.submit({ userName: exporter.userName, password: exporter.password });
    expect(stranger.title).toContain("Enter the code we emailed to you");
  });

  it("locks a user name that does not exist in the same way", async () => {
    const browser = await new Browser().go(provider.request().address);
    for (let tries = 0; tries < 10; tries++) {
      await browser.submit({ userName: "nobody22x", password: "wrong" });
      await database.query("UPDATE attempt SET last_at = last_at - interval '1 minute'");
    }
    await browser.submit({ userName: "nobody22x", password: "wrong" });
    expect(browser.status).toBe(429);
  });

  it("to the second step does not let in; a code works once and the newest only", async () => {
    const request = provider.request();
    const browser = await new Browser().go(request.address);
    await browser.submit({ userName: exporter.userName, password: exporter.password });
    const first = provider.codeFor(exporter.email);
    const wrong = first === "000000" ? "000001" : "000000";
    await browser.submit({ code: wrong });
    expect(browser.body).toContain("The code is not right");
    await browser.submit({ code: "12" });
    expect(browser.body).toContain("Enter the six digits of the code");
    await browser.submit({ do: "resend" });
    expect(browser.body).toMatch(/Wait \d+ seconds, then send another code/);
    await database.query("UPDATE visit SET last_sent_at = now() - interval '1 minute'");
    await browser.submit({ do: "resend" });
    expect(browser.body).toContain("We have sent another code");
    const second = provider.codeFor(exporter.email);
    if (first !== second) {
      await browser.submit({ code: first });
      expect(browser.title).toMatch(/^Error: /);
    }
    await browser.submit({ code: ` ${second.slice(0, 3)} ${second.slice(3)}` });
    expect(browser.address).toContain(provider.portalUrl);
  });

  it("is also an expired code, which says so", async () => {
    const browser = await new Browser().go(provider.request().address);
    await browser.submit({ userName: exporter.userName, password: exporter.password });
    await database.query("UPDATE visit SET code_expires_at = now()");
    await browser.submit({ code: provider.codeFor(exporter.email) });
    expect(browser.body).toContain("This code has expired or has already been used");
  });
});

describe("what does not belong", () => {
  it("a form sent by another site is refused", async () => {
    const browser = await new Browser().go(provider.request().address);
    const fields = { userName: exporter.userName, password: exporter.password };
    await browser.submit(fields, { origin: "https://evil.example" });
    expect(browser.status).toBe(400);
  });

  it("another browser's interaction, an old one and a bad request end on a bilingual page", async () => {
    const owner = await new Browser().go(provider.request().address);
    const thief = await new Browser().go(owner.address);
    expect(thief.title).toBe("This page has expired | Cette page a expiré - GCKey - Canada.ca");
    expect(thief.body).toContain(`href="${provider.portalUrl}/fr"`);
    const mixed = await new Browser().go(provider.request().address);
    await mixed.go(`${provider.issuer}/interaction/AAAAAAAAAAAAAAAAAAAAA`);
    expect(mixed.title).toContain("Cette page a expiré");
    const bad = await new Browser().go(provider.request({ client_id: "unknown" }).address);
    expect(bad.title).toContain("The sign-in cannot go on | La connexion ne peut pas");
    const lost = await new Browser().go(`${provider.issuer}/nowhere`);
    expect([lost.status, lost.title]).toEqual([404, expect.stringContaining("Page introuvable")]);
  });

  it("a redirect to elsewhere, a missing challenge and other response types are refused", async () => {
    const elsewhere = await new Browser().go(
      provider.request({ redirect_uri: "http://localhost:1/api/auth/callback/gckey" }).address,
    );
    expect(elsewhere.status).toBe(400);
    const plain = await new Browser().go(provider.request({ code_challenge: "" }).address);
    expect(plain.address).toContain("error=invalid_request");
    const implicit = await new Browser().go(
      provider.request({ response_type: "id_token" }).address,
    );
    expect(implicit.address).toContain("error=");
  });

  it("nothing is cached or framed, and no script comes from elsewhere", async () => {
    const browser = await new Browser().go(provider.request().address);
    const policy = browser.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${provider.portalUrl}`);
    expect(policy).toContain("script-src 'self';");
    expect(browser.headers.get("cache-control")).toBe("no-store");
    expect(browser.headers.get("x-content-type-options")).toBe("nosniff");
    expect(browser.body).not.toContain("<script");
  });
});

describe("signing out", () => {
  const endSession = (parameters: Record<string, string>) =>
    `${provider.issuer}/session/end?${new URLSearchParams(parameters).toString()}`;

  it("with the right ID token goes straight back and tells the portal's server", async () => {
    const browser = new Browser();
    const { idToken, claims } = await signIn(browser, exporter);
    const back = `${provider.portalUrl}/fr`;
    await browser.go(endSession({ id_token_hint: idToken, post_logout_redirect_uri: back }));
    expect(browser.address).toBe(back);
    const token = decodeJwt(provider.logoutTokens.at(-1) ?? "");
    expect(token).toMatchObject({ sub: claims.sub, sid: claims["sid"], iss: provider.issuer });
    expect(token["events"]).toEqual({ "http://schemas.openid.net/event/backchannel-logout": {} });
    await browser.go(provider.request({ prompt: "none" }).address);
    expect(browser.address).toContain("error=login_required");
    await browser.go(endSession({ id_token_hint: idToken, post_logout_redirect_uri: back }));
    expect(browser.address).toBe(back);
  });

  it("without one asks first, in both languages", async () => {
    const browser = new Browser();
    await signIn(browser, exporter);
    const told = provider.logoutTokens.length;
    await browser.go(endSession({ client_id: provider.client.clientId }));
    expect(browser.title).toContain("Do you want to sign out of GCKey? | Voulez-vous fermer");
    await browser.submit({ logout: "yes" });
    expect(browser.title).toContain("You have signed out | Votre session est fermée");
    expect(provider.logoutTokens).toHaveLength(told + 1);
  });
});

describe("a request that is not meant for it", () => {
  /** Sent as it stands: `fetch` would set the host and tidy the path. */
  async function ask(path: string, headers: Record<string, string> = {}): Promise<number> {
    const { hostname, port } = new URL(provider.issuer);
    const request = get({ hostname, port, path, headers });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.resume();
    return response.statusCode ?? 0;
  }

  it("under another name is refused: another site's name may lead to this machine", async () => {
    const path = "/.well-known/openid-configuration";
    expect(await ask(path)).toBe(200);
    expect(await ask(path, { host: "evil.example" })).toBe(421);
  });

  it("for what is no address is the asker's mistake", async () => {
    expect(await ask("//")).toBe(400);
  });
});
