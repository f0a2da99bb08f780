import type { StatusVerdict } from "@/lib/certificates/seal/status";
import { ageOf, endOf, fill, moment } from "./figures";
import type { Outcome } from "./outcome";
import type { Said, Words } from "./words/words";

/** How a verdict looks; a word always stands beside it. `none`: was not checked. */
export type Mark = "good" | "bad" | "doubt" | "none";

/** What is shown of the facts: to be ticked, folded away, or nothing, where none of them is to be believed. */
type Shown = "ticked" | "folded" | "nothing";

const looks: Readonly<Record<Said, readonly [Mark, Shown]>> = {
  valid: ["good", "ticked"],
  notRecent: ["doubt", "ticked"],
  tooOld: ["bad", "ticked"],
  clockWrong: ["doubt", "ticked"],
  unknown: ["doubt", "ticked"],
  received: ["doubt", "ticked"],
  underInquiry: ["doubt", "ticked"],
  lost: ["bad", "folded"],
  revoked: ["bad", "folded"],
  invalidated: ["bad", "folded"],
  replaced: ["bad", "folded"],
  surrendered: ["bad", "folded"],
  expired: ["bad", "folded"],
  specimen: ["bad", "nothing"],
  false: ["bad", "nothing"],
  revokedKey: ["bad", "nothing"],
  noSeal: ["bad", "nothing"],
  unknownKey: ["doubt", "nothing"],
  noKeys: ["doubt", "nothing"],
};

interface Check {
  readonly mark: Mark;
  readonly title: string;
  readonly text: string;
  readonly details: readonly string[];
}

/** An outcome in the words of one language. */
export interface Report {
  readonly mark: Mark;
  readonly shown: Shown;
  readonly word: string;
  readonly text: string;
  readonly checks: readonly [integrity: Check, issuer: Check, status: Check];
  readonly todo: readonly string[];
}

export function reportOf(outcome: Outcome, words: Words, host: string): Report {
  const { said, verdicts } = outcome;
  const [mark, shown] = looks[said];
  const list = verdicts.status === "notChecked" ? null : verdicts.status.list;
  const values = {
    host,
    expires: verdicts.facts ? endOf(verdicts.facts.expires, words) : "",
    age: list ? ageOf(list.ageSeconds, words) : "",
  };
  const { word, text, todo } = words.said[said];
  const [integrity, issuer, status] = words.checks;
  const none = said === "noKeys" ? found("none", words.noKeysYet) : null;
  return {
    mark,
    shown,
    word,
    text: fill(text, values),
    todo: todo.map((one) => fill(one, values)),
    checks: [
      { title: integrity, ...(none ?? integrityOf(outcome, words)) },
      { title: issuer, ...(none ?? issuerOf(outcome, words)) },
      { title: status, ...(none ?? statusOf(outcome, words)) },
    ],
  };
}

type Found = Omit<Check, "title">;
const found = (mark: Mark, text: string, ...details: string[]): Found => ({ mark, text, details });

function integrityOf({ said, verdicts }: Outcome, words: Words): Found {
  if (said === "noSeal") return found("bad", words.integrity.noSeal);
  const text = words.integrity[verdicts.integrity];
  if (verdicts.integrity === "notChecked") return found("none", text);
  return found(verdicts.integrity === "intact" ? "good" : "bad", text);
}

function issuerOf({ verdicts: { issuer } }: Outcome, words: Words): Found {
  const text = words.issuer[issuer];
  switch (issuer) {
    case "canada":
      return found("good", text, words.keyListed);
    case "unknownKey":
      return found("doubt", text);
    case "notChecked":
      return found("none", text);
    case "specimen":
    case "outsideWindow":
    case "revokedKey":
      return found("bad", text);
  }
}

const marks: Readonly<Record<StatusVerdict["standing"], Mark>> = {
  inForce: "good",
  unknown: "none",
  received: "doubt",
  underInquiry: "doubt",
  expired: "bad",
  revoked: "bad",
  invalidated: "bad",
  replaced: "bad",
  surrendered: "bad",
  lost: "bad",
};

function statusOf({ said, verdicts, server, now }: Outcome, words: Words): Found {
  const { status, facts } = verdicts;
  const { refused, specimen, badList, away } = words.statusNotChecked;
  if (status === "notChecked" || !facts)
    return found("none", said === "specimen" ? specimen : refused);
  const expires = endOf(facts.expires, words);
  if (status.standing === "unknown") {
    const why = server === "away" ? away : badList;
    return found("none", why, fill(words.expiresOn, { expires }));
  }
  const text = fill(words.status[status.standing], { expires });
  if (!status.list) return found(marks[status.standing], text);
  const { freshness, ageSeconds } = status.list;
  const signed = moment(new Date(now.getTime() - ageSeconds * 1000), words);
  const age = ageOf(ageSeconds, words);
  const asked = server === "away" ? [words.list.away] : [];
  switch (freshness) {
    case "recent":
      return found(marks[status.standing], text, fill(words.list.age, { age }), ...asked);
    case "old":
    case "tooOld": {
      const stale = fill(words.list.old, { age });
      if (status.standing !== "inForce")
        return found(marks[status.standing], text, stale, ...asked);
      const mark = freshness === "old" ? "doubt" : "bad";
      return found(mark, fill(words.onDay, { signed }), stale, ...asked);
    }
    case "ahead": {
      const mark = status.standing === "inForce" ? "doubt" : marks[status.standing];
      return found(mark, text, fill(words.list.ahead, { signed }));
    }
  }
}
