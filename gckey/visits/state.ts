import type { Language } from "@/gckey/accounts";
import type { Answers, Hints, Question } from "@/gckey/rules/answers";

export type FlowName =
  | "signIn"
  | "register"
  | "registered"
  | "declined"
  | "recover"
  | "recovered"
  | "account"
  | "changePassword"
  | "changeQuestions"
  | "changeFactor"
  | "changeEmail"
  | "newCodes"
  | "revoke";

export type StepName =
  | "password"
  | "secondFactor"
  | "codesLeft"
  | "terms"
  | "userName"
  | "newPassword"
  | "questions"
  | "welcome"
  | "factorChoice"
  | "factorTerms"
  | "authenticator"
  | "emailAddress"
  | "emailCode"
  | "recoveryCodes"
  | "completed"
  | "declined"
  | "forgotten"
  | "answers"
  | "recovered"
  | "home"
  | "revoke";

/** The second factor as the reader chooses it: the same app on either device, or email. */
export const factorChoices = ["phone", "desktop", "email"] as const;
export type FactorChoice = (typeof factorChoices)[number];

export type RecoveryAnswers = { question: Question } & Answers & Hints;

/** What a reader has told and proved so far. Kept sealed; nothing of it is an account yet. */
export type State = {
  flow: FlowName;
  step: StepName;
  language?: Language | undefined;
  /** Whose password or recovery answers were given; on the account pages, who is signed in. */
  accountId?: string;
  /** When the session of the account pages began, in milliseconds since 1970. */
  since?: number;
  userName?: string;
  passwordHash?: string;
  recovery?: RecoveryAnswers;
  choice?: FactorChoice;
  totpSecret?: string;
  /** The newest step of the app that was accepted while it was set up. */
  totpStep?: number;
  email?: string;
  recoveryCodes?: string[];
  /** The id that the account will have: a registration sent twice makes it once. */
  newAccountId?: string;
  /** The reader proves the second factor with a recovery code. */
  byRecoveryCode?: boolean;
  /** A recovery code was used just now, and this many are left. */
  codesLeft?: number;
  /** The change that was made just now. */
  changed?: Change;
};

export const changes = [
  "password",
  "questions",
  "factor",
  "recoveryCodes",
  "email",
  "recovered",
  "recoveryCodeUsed",
  "revoked",
] as const;
export type Change = (typeof changes)[number];
