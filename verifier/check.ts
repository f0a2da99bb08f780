import { officeEmail, officePhone } from "@/lib/office";
import { checkCredential } from "./credential";
import { button, el } from "./element";
import { firstLanguages } from "./language";
import { loadTrust } from "./load-trust";
import { checkFragment, type Outcome } from "./outcome";
import { resultOf } from "./result";
import { startOf } from "./start";
import { trusted } from "./trusted-addresses";
import type { Words } from "./words/words";

/* The check page (docs/decisions/048). It learns the certificate from the paper and tells nobody. */

type Question = { readonly fragment: string } | { readonly jwt: string };

let languages = firstLanguages(navigator.languages);
let question: Question | null = null;
let outcome: Outcome | null = null;
const ticked = new Set<string>();
let leave = () => {};

const main = el("main", { class: "wrap" });
const header = el("header");
const footer = el("footer");
document.body.replaceChildren(header, main, footer);

/** Takes the seal out of the address bar, so that neither history nor whoever looks over a shoulder keeps it. */
function takeFragment(): void {
  const { hash } = location;
  if (hash.length < 2) return;
  history.replaceState(null, "", location.pathname);
  ask({ fragment: hash });
}

function ask(asked: Question): void {
  ticked.clear();
  question = asked;
  outcome = null;
  draw();
  void answer();
}

async function answer(): Promise<void> {
  const asked = question;
  if (!asked) return;
  main.setAttribute("aria-busy", "true");
  const trust = await loadTrust(location.origin);
  const now = new Date();
  const found =
    "jwt" in asked
      ? await checkCredential(asked.jwt, trust, now)
      : await checkFragment(asked.fragment, trust, now);
  // Another one may have been asked for meanwhile.
  if (asked !== question) return;
  outcome = found;
  draw();
  document.getElementById("verdict")?.focus();
}

function startAnew(): void {
  question = null;
  outcome = null;
  ticked.clear();
  draw();
  main.querySelector("h1")?.focus();
}

function draw(): void {
  const [words, other] = languages;
  leave();
  leave = () => {};
  main.removeAttribute("aria-busy");
  document.documentElement.lang = words.locale;
  const word = outcome ? `${words.said[outcome.said].word} - ` : "";
  document.title = `${word}${words.title} - Canada.ca`;
  const body = outcome
    ? resultOf(outcome, languages, ticked, { again: () => void answer(), another: startAnew })
    : question
      ? [el("p", { class: "notice", role: "status" }, words.start.working)]
      : startBody(words);
  main.replaceChildren(el("h1", { tabindex: "-1" }, words.title), ...body);
  header.replaceChildren(
    el(
      "div",
      { class: "wrap" },
      el(
        "p",
        { class: "department" },
        el("span", {}, words.department[0]),
        el("span", { lang: other.locale }, words.department[1]),
      ),
      switchTo(words.other.name, other.locale),
    ),
  );
  footer.replaceChildren(
    el(
      "div",
      { class: "wrap" },
      el("p", {}, el("strong", {}, words.office)),
      el("p", {}, el("a", { href: `mailto:${officeEmail}` }, officeEmail)),
      el("p", {}, el("a", { href: `tel:+${officePhone}` }, officePhone)),
    ),
  );
}

function startBody(words: Words): Node[] {
  const { nodes, stop } = startOf(words, {
    seal: (fragment) => ask({ fragment }),
    credential: (jwt) => ask({ jwt }),
  });
  leave = stop;
  return nodes;
}

function switchTo(name: string, locale: string): HTMLButtonElement {
  const made = button(name, "language", () => {
    const [own, other] = languages;
    languages = [other, own];
    draw();
    header.querySelector("button")?.focus();
  });
  made.lang = locale;
  return made;
}

addEventListener("hashchange", takeFragment);
draw();
// Keys and lists are there before the first network that fails.
if (location.hash.length < 2) void loadTrust(location.origin);
else takeFragment();
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(trusted("/V/worker.js"), { scope: "/V" }).catch(() => {
    // In some private windows; the page then works with the network only.
  });
}
