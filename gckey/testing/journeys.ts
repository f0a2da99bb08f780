import { decodeJwt } from "jose";
import { Secret, TOTP } from "otpauth";
import { Browser } from "@/gckey/testing/browser";
import type { Person, ProviderUnderTest } from "@/gckey/testing/provider-under-test";
import type { RecoveryAnswers } from "@/gckey/visits/state";

export const goodPassword = "Blue-Kettle7";

export const recoveryAnswers: RecoveryAnswers = {
  question: "firstPet",
  answer: "Médor",
  person: "Tante Hélène",
  personHint: "maman's sister, in Gaspé",
  date: "1998-06-21",
  dateHint: "the move",
};

/** The code that an app with this secret shows, `ahead` steps from now. */
export const codeOfApp = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + ahead * 30_000,
  });

/** The key on the page that sets up an app. */
export const keyOn = ({ body }: Browser) =>
  (/class="key"><code>([A-Z2-7 ]+)</.exec(body)?.[1] ?? "").replaceAll(" ", "");

export const recoveryCodesOn = ({ body }: Browser) =>
  [...body.matchAll(/<li>\s*<code>([a-z0-9-]+)<\/code>/g)].map(([, code = ""]) => code);

type Wanted = {
  userName: string;
  password?: string;
  choice?: "phone" | "desktop" | "email";
  email?: string;
  parameters?: Record<string, string>;
};

/** Registers up to the terms of the chosen factor. */
export async function registerToFactor(
  browser: Browser,
  { userName, password = goodPassword, choice = "phone" }: Wanted,
): Promise<void> {
  await browser.submit({ do: "register" });
  await browser.submit({});
  await browser.submit({ userName });
  await browser.submit({ password, confirmation: password });
  await browser.submit({ ...recoveryAnswers });
  await browser.submit({});
  await browser.submit({ choice });
  await browser.submit({});
}

/** Registers up to the page of recovery codes; gives the app's key where there is one. */
export async function registerToCodes(
  provider: ProviderUnderTest,
  browser: Browser,
  wanted: Wanted,
): Promise<string> {
  const { choice = "phone", email = "" } = wanted;
  await registerToFactor(browser, wanted);
  if (choice === "email") {
    await browser.submit({ email });
    await browser.submit({ code: provider.codeFor(email) });
    return "";
  }
  const key = keyOn(browser);
  await browser.submit({ code: codeOfApp(key) });
  return key;
}

/** Registers from the portal's request to its callback. */
export async function register(provider: ProviderUnderTest, wanted: Wanted) {
  const request = provider.request(wanted.parameters);
  const browser = await new Browser().go(request.address);
  const key = await registerToCodes(provider, browser, wanted);
  const codes = recoveryCodesOn(browser);
  await browser.submit({ saved: "yes" });
  await browser.submit({});
  const { id_token: token = "" } = await request.redeem(browser.address);
  return { browser, key, codes, claims: decodeJwt(token) };
}

/** Signs in at the account pages. */
export async function signInToAccount(
  provider: ProviderUnderTest,
  person: Person,
  browser = new Browser(),
): Promise<Browser> {
  await browser.go(`${provider.issuer}/account`);
  await browser.submit({ userName: person.userName, password: person.password });
  const { factor, email, totpSecret = "" } = person;
  const code = factor === "email" ? provider.codeFor(email) : codeOfApp(totpSecret);
  return browser.submit({ code });
}
