import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { AccountChanges } from "@/gckey/account-changes";
import { userNameKey, type Account, type Accounts, type Language } from "@/gckey/accounts";
import type { Attempts, Counter } from "@/gckey/attempts";
import { readCookies } from "@/gckey/http";
import type { KnownBrowser } from "@/gckey/known-browser";
import type { Mailer } from "@/gckey/mail";
import type { Mistake } from "@/gckey/page";
import type { PastSignIns, Proof } from "@/gckey/past-sign-ins";
import type { EndSessions } from "@/gckey/session-end";
import { textsOf, waitText } from "@/gckey/texts";
import { addressLimit, personLimit } from "@/gckey/throttle";
import type { Change, State } from "@/gckey/visits/state";
import { nextUnless, type Outcome } from "@/gckey/visits/step";
import type { Kept, Visits } from "@/gckey/visits/visits";

/** What every step may use. */
export type Parts = {
  accounts: Accounts;
  changes: AccountChanges;
  attempts: Attempts;
  visits: Visits;
  pastSignIns: PastSignIns;
  knownBrowser: KnownBrowser;
  mailer: Mailer;
  endSessions: EndSessions;
  homeOf: (language: Language) => string;
  log: Logger;
};

/** Where a visit takes place: a sign-in that the portal asked for, or the account pages. */
export type Place = {
  name: "portal" | "account";
  /** Under which the visit is kept. */
  key: string;
  address: string;
  language: Language;
  /** How long a visit is kept without a form being sent. */
  seconds: number;
  /** The provider's session of this browser, which others of the account do not share. */
  sessionUid?: string | undefined;
  /** After both factors. Ends the answer. */
  signIn: (visit: Visit, account: Account) => Promise<void>;
  /** The reader does not want to go on. Ends the answer. */
  leave: (visit: Visit) => Promise<void>;
};

type Guess = "password" | "second factor" | "email address" | "recovery";

export class Visit {
  readonly parts: Parts;
  readonly place: Place;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly kept: Kept | undefined;
  state: State;

  constructor(
    parts: Parts,
    place: Place,
    { request, response }: { request: IncomingMessage; response: ServerResponse },
    kept: Kept | undefined,
  ) {
    this.parts = parts;
    this.place = place;
    this.request = request;
    this.response = response;
    this.kept = kept;
    this.state = kept?.state ?? { flow: "signIn", step: "password" };
  }

  get language(): Language {
    return this.state.language ?? this.place.language;
  }

  get texts() {
    return textsOf(this.language);
  }

  save(): Promise<void> {
    return this.parts.visits.save(this.place.key, this.state, this.place.seconds);
  }

  /** Whose password or recovery answers were given. */
  async account(): Promise<Account> {
    const account = this.state.accountId && (await this.parts.accounts.find(this.state.accountId));
    if (!account) throw new VisitGone();
    return account;
  }

  get #networkAddress(): Counter {
    const address = this.request.socket.remoteAddress ?? "unknown";
    return { key: ["address", address], limit: addressLimit };
  }

  /** The browser, if this person has signed in in it before: strangers are counted apart. */
  browserOf(userName: string): string {
    const cookies = readCookies(this.request);
    return this.parts.knownBrowser.recognize(cookies, userName) ?? "any browser";
  }

  /**
   * Runs a check that somebody may be guessing at, unless too many have failed: for this person (apart
   * for browsers in which they have signed in before) or from this network address. What the check
   * finds wrong counts as a failure.
   */
  async guarded(what: Guess, userName: string, check: () => Promise<Mistake[]>): Promise<Outcome> {
    const key = [what, this.browserOf(userName), userNameKey(userName)];
    const own = { key, limit: personLimit };
    return this.#counted([own], check);
  }

  /** The same where only the network address counts. */
  guardedByAddress(check: () => Promise<Mistake[]>): Promise<Outcome> {
    return this.#counted([], check);
  }

  async #counted(own: Counter[], check: () => Promise<Mistake[]>): Promise<Outcome> {
    const { attempts, log } = this.parts;
    const shared = [this.#networkAddress];
    const wait = await attempts.begin([...own, ...shared], new Date());
    if (wait > 0) {
      log.warn({ event: "too many attempts" });
      const sentence = waitText(this.texts, wait);
      return { to: "again", mistakes: [{ sentence }], waitMilliseconds: wait };
    }
    const mistakes = await check();
    if (mistakes.length === 0) await attempts.succeeded({ own, shared });
    return nextUnless(mistakes);
  }

  /** With which second factor this visit was proved. */
  proofOf(account: Account): Proof {
    return this.state.codesLeft === undefined ? account.factor : "recoveryCode";
  }

  /** Notes a change and tells its owner by mail. A mail that cannot be sent undoes nothing. */
  async changed(change: Change, account: Account, codesLeft?: number): Promise<void> {
    const { log, mailer } = this.parts;
    log.info({ event: "credential changed", change, account: account.id });
    if (!account.email) return;
    const sent = await mailer.tellOfChange(account.email, account, change, codesLeft);
    if (!sent) log.error({ event: "notice not sent", account: account.id });
  }

  /** Ends what else is under way for this account, here and in the portal. */
  async endElsewhere(accountId: string): Promise<void> {
    await this.parts.visits.endOthers(accountId, this.place.key);
    await this.parts.endSessions(accountId, this.place.sessionUid);
  }
}

/** No such visit in this browser: it expired, ended, or was begun elsewhere. */
export class VisitGone extends Error {}
