import type { Conclusion } from "@/lib/certificates/seal/conclusion";
import type { StatusVerdict } from "@/lib/certificates/seal/status";
import type { Verdicts } from "@/lib/certificates/seal/verify";

/** What is said in the end: a conclusion about a seal, or why there was nothing to conclude about. */
export type Said =
  | Conclusion
  /** Genuine and in force on a list that is more than a week old. */
  | "tooOld"
  /** Genuine, and this device's clock is wrong. */
  | "clockWrong"
  /** The code, or the file, holds no seal at all. */
  | "noSeal"
  /** No key is at hand: nothing can be checked yet. */
  | "noKeys";

export interface Told {
  /** The large word. */
  readonly word: string;
  /** One sentence below it; `{expires}`, `{age}` and `{host}` stand for what they say. */
  readonly text: string;
  readonly todo: readonly string[];
}

type Standing = StatusVerdict["standing"];

/** Everything that the page says in one language. */
export interface Words {
  readonly locale: "en-CA" | "fr-CA";
  readonly title: string;
  readonly department: readonly [own: string, other: string];
  readonly other: { readonly lang: "en" | "fr"; readonly name: string };
  readonly said: Readonly<Record<Said, Told>>;
  readonly checks: readonly [integrity: string, issuer: string, status: string];
  readonly integrity: Readonly<Record<Verdicts["integrity"] | "noSeal", string>>;
  readonly issuer: Readonly<Record<Verdicts["issuer"], string>>;
  /** Of all three checks, where no key is at hand. */
  readonly noKeysYet: string;
  readonly keyListed: string;
  readonly status: Readonly<Record<Standing, string>>;
  readonly statusNotChecked: {
    readonly refused: string;
    readonly specimen: string;
    /** There is no list, because the server could not be asked, or because what it gave was none of Canada's. */
    readonly away: string;
    readonly badList: string;
  };
  readonly expiresOn: string;
  readonly onDay: string;
  readonly list: {
    readonly age: string;
    readonly old: string;
    readonly ahead: string;
    readonly away: string;
  };
  readonly age: {
    readonly now: string;
    readonly minutes: readonly [string, string];
    readonly hours: readonly [string, string];
    readonly days: readonly [string, string];
  };
  readonly todo: string;
  readonly compared: string;
  readonly paper: { readonly title: string; readonly hint: string };
  readonly box: { readonly title: string; readonly hint: string };
  readonly limits: { readonly title: string; readonly list: readonly string[] };
  readonly folded: string;
  readonly facts: {
    readonly number: string;
    readonly issued: string;
    readonly expires: string;
    readonly exporter: string;
    readonly consignee: string;
    readonly origin: string;
    readonly notKnown: string;
    /** Before the names of several, and between two of them. */
    readonly mixed: string;
    readonly parted: string;
    readonly destination: string;
    readonly consigneeCountry: string;
    readonly line: string;
    readonly source: string;
    readonly total: string;
    readonly carats: string;
    readonly parcels: string;
    readonly prior: string;
    readonly replaces: string;
    readonly containers: string;
    readonly marked: string;
    readonly seal: string;
    readonly manySeals: string;
    readonly endOfDay: string;
  };
  readonly credential: string;
  readonly actions: {
    readonly again: string;
    readonly another: string;
    readonly write: string;
    readonly report: string;
    readonly byCode: string;
    readonly byCodeAddress: string;
  };
  readonly start: {
    readonly intro: string;
    readonly scan: string;
    readonly stop: string;
    readonly pointing: string;
    readonly file: string;
    readonly fileHint: string;
    readonly nothing: string;
    readonly tooLarge: string;
    readonly noCamera: string;
    readonly working: string;
    readonly offline: string;
  };
  readonly privacy: string;
  readonly address: string;
  readonly office: string;
}
