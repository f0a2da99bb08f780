import { officeEmail } from "@/lib/office";
import { compareFacts } from "./compare";
import { button, el, list } from "./element";
import { fill } from "./figures";
import { icon } from "./icons";
import type { Outcome } from "./outcome";
import { reportOf, type Report } from "./report";
import type { Words } from "./words/words";

interface Presses {
  readonly again: () => void;
  readonly another: () => void;
}

/** The verdict, its three parts, what to do, the facts to compare and what all of it does not prove. */
export function resultOf(
  outcome: Outcome,
  [words, otherWords]: readonly [Words, Words],
  ticked: Set<string>,
  presses: Presses,
): Node[] {
  const { host } = location;
  const report = reportOf(outcome, words, host);
  const other = reportOf(outcome, otherWords, host);
  const { facts } = outcome.verdicts;
  return [
    verdict(report, other.word, words, report.shown === "nothing" ? null : (facts?.number ?? null)),
    checks(report),
    ...(report.todo.length > 0 ? [todo(report, words)] : []),
    ...(facts && report.shown !== "nothing"
      ? compareFacts(facts, words, ticked, report.shown === "folded")
      : []),
    actions(outcome, report, words, presses),
    ...(report.shown === "nothing"
      ? [el("p", {}, el("a", { href: words.actions.byCodeAddress }, words.actions.byCode))]
      : []),
    el(
      "p",
      { class: "small-print" },
      smallPrint(outcome, report, words),
      fill(words.address, { host }),
    ),
  ];
}

function smallPrint({ of }: Outcome, { shown }: Report, words: Words): string | null {
  if (shown === "nothing") return null;
  return `${of === "credential" ? words.credential : words.privacy} `;
}

function verdict(
  { mark, word, text }: Report,
  otherWord: string,
  words: Words,
  number: string | null,
): HTMLElement {
  return el(
    "section",
    { class: `verdict ${mark}`, role: "status", tabindex: "-1", id: "verdict" },
    icon(mark),
    el(
      "div",
      {},
      el("p", { class: "word" }, word),
      el("p", { class: "other-word", lang: `${words.other.lang}-CA` }, otherWord),
      number === null ? null : el("p", { class: "serial" }, number),
      el("p", {}, text),
    ),
  );
}

function checks(report: Report): HTMLElement {
  return el(
    "ul",
    { class: "checks" },
    ...report.checks.map(({ mark, title, text, details }) =>
      el(
        "li",
        {},
        icon(mark),
        el(
          "div",
          {},
          el("h2", {}, title),
          el("p", {}, text),
          ...details.map((detail) => el("p", { class: "detail" }, detail)),
        ),
      ),
    ),
  );
}

function todo({ todo, mark }: Report, words: Words): HTMLElement {
  const look = mark === "bad" ? "note stop" : "note";
  return el("section", { class: look }, el("h2", {}, words.todo), list(todo));
}

function actions(
  { verdicts: { facts } }: Outcome,
  { mark, shown }: Report,
  words: Words,
  { again, another }: Presses,
): HTMLElement {
  const { write, report, again: check, another: scan } = words.actions;
  const subject = facts && shown !== "nothing" ? `?subject=${facts.number}` : "";
  const letter = (text: string, look: string) =>
    el("a", { class: look, href: `mailto:${officeEmail}${subject}` }, text);
  const next = button(scan, "button plain", another);
  if (mark === "good") return el("p", { class: "actions" }, letter(report, "button"), next);
  if (mark === "doubt" || shown === "ticked") {
    return el("p", { class: "actions" }, button(check, "button", again), next);
  }
  return el("p", { class: "actions" }, letter(write, "button"), next);
}
