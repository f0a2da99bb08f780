import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { el, list } from "./element";
import { boxRows, paperRows, type Row } from "./facts";
import { fill } from "./figures";
import type { Words } from "./words/words";

/** The facts beside a box to tick each, or folded away where they count no longer. */
export function compareFacts(
  facts: SealedFacts,
  words: Words,
  ticked: Set<string>,
  folded: boolean,
): Node[] {
  const paper = paperRows(facts, words);
  const box = boxRows(facts, words);
  if (folded) {
    const rows = [...paper, ...box].map((one) => el("li", {}, ...said(one)));
    const summary = el("summary", {}, words.folded);
    return [el("details", {}, summary, el("ul", { class: "facts" }, ...rows))];
  }
  const all = paper.length + box.length;
  const bar = el("progress", { id: "compared", max: String(all) });
  const count = el("label", { for: "compared", class: "compared" });
  const tell = () => {
    count.textContent = fill(words.compared, { n: ticked.size, all });
    bar.value = ticked.size;
  };
  tell();
  const rows = (of: readonly Row[]) =>
    el("ul", { class: "facts" }, ...of.map((one) => tickable(one, ticked, tell)));
  const part = ({ title, hint }: Words["paper"], of: readonly Row[]) => [
    el("h2", {}, title),
    el("p", { class: "hint" }, hint),
    rows(of),
  ];
  return [
    count,
    bar,
    el(
      "div",
      { class: "columns" },
      el("section", {}, ...part(words.paper, paper)),
      el(
        "section",
        {},
        ...part(words.box, box),
        el("h2", {}, words.limits.title),
        el("div", { class: "note" }, list(words.limits.list)),
      ),
    ),
  ];
}

function tickable(row: Row, ticked: Set<string>, tell: () => void): HTMLLIElement {
  const tick = el("input", { type: "checkbox" });
  tick.checked = ticked.has(row.id);
  tick.addEventListener("change", () => {
    if (tick.checked) ticked.add(row.id);
    else ticked.delete(row.id);
    tell();
  });
  return el("li", {}, el("label", {}, tick, el("span", {}, ...said(row))));
}

const said = ({ label, value, more, number }: Row): Node[] => [
  el("span", { class: "label" }, label),
  el("span", { class: number ? "value serial" : "value" }, value),
  ...more.map((text) => el("span", { class: "more" }, text)),
];
