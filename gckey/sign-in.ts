import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import type { Logger } from "pino";
import type { Account, Accounts, Language } from "@/gckey/accounts";
import { userNameKey } from "@/gckey/accounts";
import type { Attempts, Counter } from "@/gckey/attempts";
import { maySend, newCode, typedCode } from "@/gckey/emailed-code";
import { readCookies, readForm, seeOther, sendPage } from "@/gckey/http";
import type { KnownBrowser } from "@/gckey/known-browser";
import type { SendCode } from "@/gckey/mail";
import type { Mistake } from "@/gckey/page";
import { acr, amr } from "@/gckey/provider";
import { checkSecondFactor } from "@/gckey/second-factor";
import { codePage, passwordPage } from "@/gckey/sign-in-pages";
import type { SignIns } from "@/gckey/sign-ins";
import { languageOf, textsOf, waitText } from "@/gckey/texts";
import { addressLimit, personLimit } from "@/gckey/throttle";

export type SignInParts = {
  provider: Provider;
  issuer: string;
  accounts: Accounts;
  attempts: Attempts;
  signIns: SignIns;
  knownBrowser: KnownBrowser;
  sendCode: SendCode;
  homeOf: (language: Language) => string;
  log: Logger;
};

/** No such sign-in in this browser: it expired, ended, or was begun elsewhere. */
export class SignInGone extends Error {}

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** The two steps of a sign-in, each a plain form at the one address of the interaction. */
export function signInHandler(parts: SignInParts) {
  return async (request: IncomingMessage, response: ServerResponse, uid: string): Promise<void> => {
    const interaction = await parts.provider.interactionDetails(request, response);
    if (interaction.uid !== uid) throw new SignInGone();
    const visit = new Visit(parts, request, response, interaction);
    if (request.method === "POST") await visit.post(await readForm(request, parts.issuer));
    else await visit.show();
  };
}

class Visit {
  readonly #parts: SignInParts;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #interaction: Interaction;

  constructor(
    parts: SignInParts,
    request: IncomingMessage,
    response: ServerResponse,
    interaction: Interaction,
  ) {
    this.#parts = parts;
    this.#request = request;
    this.#response = response;
    this.#interaction = interaction;
  }

  get #language(): Language {
    return languageOf(
      this.#interaction.params.ui_locales,
      this.#request.headers["accept-language"],
    );
  }

  get #texts() {
    return textsOf(this.#language);
  }

  #frame(mistakes: Mistake[] = []) {
    const language = this.#language;
    return { language, portalHome: this.#parts.homeOf(language), mistakes };
  }

  get #address(): Counter {
    const address = this.#request.socket.remoteAddress ?? "unknown";
    return { key: ["address", address], limit: addressLimit };
  }

  #factorCounter(account: Account): Counter {
    return { key: ["second factor", account.id], limit: personLimit };
  }

  /** The account whose password was given in this interaction. */
  async #awaited(): Promise<Account | undefined> {
    const signIn = await this.#parts.signIns.find(this.#interaction.uid);
    return signIn && (await this.#parts.accounts.find(signIn.accountId));
  }

  async show(): Promise<void> {
    const account = await this.#awaited();
    sendPage(
      this.#response,
      account ? codePage(this.#frame(), account) : passwordPage(this.#frame(), ""),
    );
  }

  async post(form: URLSearchParams): Promise<void> {
    const action = form.get("do") ?? "next";
    const account = await this.#awaited();
    const language = /^language-(en|fr)$/.exec(action)?.[1];
    if (language) await this.#speak(language as Language);
    if (!account) {
      const userName = form.get("userName") ?? "";
      if (language) return sendPage(this.#response, passwordPage(this.#frame(), userName));
      // A page of the second step whose first step is gone (another tab started again).
      if (form.get("step") !== "password") return this.show();
      return this.#password(userName, form.get("password") ?? "");
    }
    if (language) {
      const typed = form.get("code") ?? "";
      return sendPage(this.#response, codePage(this.#frame(), account, { typed }));
    }
    if (action === "restart") return this.#restart();
    // A page of the first step, left open in another tab.
    if (form.get("step") !== "code") return this.show();
    if (action === "resend") return this.#resend(account);
    return this.#code(account, typedCode(form.get("code") ?? ""));
  }

  /** Keeps the language for the rest of the interaction. */
  async #speak(language: Language): Promise<void> {
    this.#interaction.params.ui_locales = textsOf(language).locale;
    await this.#interaction.persist();
  }

  async #restart(): Promise<void> {
    await this.#parts.signIns.end(this.#interaction.uid);
    seeOther(this.#response, `/interaction/${this.#interaction.uid}`);
  }

  async #password(userName: string, password: string): Promise<void> {
    const words = this.#texts.signIn;
    const refuse = (mistakes: Mistake[]) =>
      sendPage(this.#response, passwordPage(this.#frame(mistakes), userName));
    const missing = [
      ...(userName.trim() ? [] : [{ field: "userName", sentence: words.userNameMissing }]),
      ...(password ? [] : [{ field: "password", sentence: words.passwordMissing }]),
    ];
    if (missing.length > 0) return refuse(missing);

    const known = this.#parts.knownBrowser.recognize(readCookies(this.#request), userName);
    const name = userNameKey(userName);
    const key = known ? ["browser", known, name] : ["user name", name];
    const own = { key, limit: personLimit };
    const wait = await this.#parts.attempts.begin([own, this.#address], new Date());
    if (wait > 0)
      return this.#tooMany(wait, (mistakes) => passwordPage(this.#frame(mistakes), userName));

    const account = await this.#parts.accounts.findByPassword(userName, password);
    if (!account) {
      this.#parts.log.info({ event: "password refused" });
      return refuse([{ field: "userName", sentence: words.wrong }]);
    }
    await this.#parts.attempts.succeeded({ own: [own], shared: [this.#address] });
    await this.#parts.signIns.start(this.#interaction.uid, account.id);
    if (account.factor === "email" && !(await this.#sendCode(account))) {
      return this.#askForCode(account, [{ sentence: this.#texts.secondStep.notSent }]);
    }
    seeOther(this.#response, `/interaction/${this.#interaction.uid}`);
  }

  #tooMany(wait: number, pageWith: (mistakes: Mistake[]) => string): void {
    this.#parts.log.warn({ event: "too many attempts" });
    const page = pageWith([{ sentence: waitText(this.#texts, wait) }]);
    const headers = { "Retry-After": String(Math.ceil(wait / 1000)) };
    sendPage(this.#response, page, { status: 429, headers });
  }

  #askForCode(account: Account, mistakes: Mistake[], sentAgain = false): void {
    sendPage(this.#response, codePage(this.#frame(mistakes), account, { sentAgain }));
  }

  async #sendCode(account: Account): Promise<boolean> {
    const code = newCode();
    await this.#parts.signIns.keepCode(this.#interaction.uid, code, new Date());
    const sent = await this.#parts.sendCode(account, code).catch(() => false);
    if (!sent) this.#parts.log.error({ event: "code not sent", account: account.id });
    return sent;
  }

  async #resend(account: Account): Promise<void> {
    const signIn = await this.#parts.signIns.find(this.#interaction.uid);
    if (!signIn || account.factor !== "email") return this.show();
    const words = this.#texts.secondStep;
    const allowed = maySend(signIn, new Date());
    if (!allowed.may) {
      const { seconds } = allowed;
      const sentence = seconds === null ? words.tooMany : words.waitToResend(seconds);
      return this.#askForCode(account, [{ sentence }]);
    }
    if (!(await this.#sendCode(account))) {
      return this.#askForCode(account, [{ sentence: words.notSent }]);
    }
    this.#askForCode(account, [], true);
  }

  async #code(account: Account, code: string): Promise<void> {
    const words = this.#texts.secondStep;
    const refuse = (sentence: string) => this.#askForCode(account, [{ field: "code", sentence }]);
    if (!/^\d{6}$/.test(code)) return refuse(words.missing);

    const own = this.#factorCounter(account);
    const wait = await this.#parts.attempts.begin([own, this.#address], new Date());
    if (wait > 0)
      return this.#tooMany(wait, (mistakes) => codePage(this.#frame(mistakes), account));

    const outcome = await checkSecondFactor(this.#parts, account, this.#interaction.uid, code);
    if (outcome !== "right") {
      this.#parts.log.info({ event: "second factor refused", outcome, account: account.id });
      return refuse(words[outcome]);
    }
    await this.#parts.attempts.succeeded({ own: [own], shared: [this.#address] });
    await this.#parts.signIns.end(this.#interaction.uid);
    this.#response.setHeader("Set-Cookie", this.#parts.knownBrowser.remember(account.userName));
    this.#parts.log.info({ event: "signed in", account: account.id });
    await this.#parts.provider.interactionFinished(
      this.#request,
      this.#response,
      { login: { accountId: account.id, acr, amr, remember: false } },
      { mergeWithLastSubmission: false },
    );
  }
}
