import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

/*
 * What exporters read is plain: no part of the portal is harder than grade 9.
 *
 * English by Flesch and Kincaid (Kincaid et al., “Derivation of new readability formulas”, 1975):
 * 0.39 words a sentence + 11.8 syllables a word − 15.59. French by Kandel and Moles (“Application de
 * l’indice de Flesch à la langue française”, 1958): 207 − 1.015 words a sentence − 73.6 syllables a
 * word, which gives an ease; Flesch’s own table puts an ease of 60 at grade 9 and 10 points less at
 * three grades more.
 */

type Tree = { readonly [key: string]: string | Tree };

/** What exporters read, by area. What officers read is written for officers. */
const areas = [
  "access",
  "account",
  "application",
  "applications",
  "certificate",
  "confirm",
  "dashboard",
  "documents",
  "errors",
  "history",
  "home",
  "imports",
  "invitation",
  "profile",
  "receipt",
  "representatives",
  "rules",
  "session",
  "signIn",
  "summary",
  "verify",
  "versions",
  "welcome",
] as const;

/** Quoted from the Act, and not rewritten. */
const legal: readonly string[] = ["profile.residencyText"];

/** Errors that only officers meet. */
const officers = /^errors\.(?:officers|texts|review|register)\./;

function flat(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}.${key}`, value]] : flat(value, `${path}.${key}`),
  );
}

/** A message as it is read: figures and names in its blanks, the general form of its choices. */
function filled(message: string): string {
  let text = "";
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] !== "{") {
      text += message[at] ?? "";
      continue;
    }
    const end = closing(message, at);
    const [, choice] = /^\w+, (?:plural|select), (.*)$/s.exec(message.slice(at + 1, end)) ?? [];
    const other = choice?.lastIndexOf("other {") ?? -1;
    text += choice ? filled(choice.slice(other + 7, closing(choice, other + 6))) : "7";
    at = end;
  }
  return text.replace(/<\/?\w+>/g, "");
}

function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at += 1) {
    if (message[at] === "{") depth += 1;
    if (message[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`${message} is not closed`);
}

/** The sentences among the messages; labels and headings are none. */
const sentences = (messages: readonly string[]) =>
  messages
    .map(filled)
    .filter((text) => /[.?!]$/.test(text))
    .flatMap((text) => text.split(/(?<=[.?!])\s+(?=\P{Ll})/u));

const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? [];

const syllables: Readonly<Record<Locale, (word: string) => number>> = {
  en(word) {
    const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "");
    return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
  },
  fr(word) {
    const spoken = word.toLowerCase().replace(/(?<=.)(?:e|es|(?<=[^m])ent)$/, "");
    return Math.max(1, spoken.match(/[aeiouyàâäéèêëîïôöùûüœ]+/g)?.length ?? 0);
  },
};

function gradeOf(messages: readonly string[], locale: Locale): number {
  const said = sentences(messages);
  const spoken = said.flatMap(words);
  const perSentence = spoken.length / said.length;
  const perWord = spoken.reduce((sum, word) => sum + syllables[locale](word), 0) / spoken.length;
  return locale === "en"
    ? 0.39 * perSentence + 11.8 * perWord - 15.59
    : 9 + (60 - (207 - 1.015 * perSentence - 73.6 * perWord)) * 0.3;
}

describe.each([
  ["en", en as Tree],
  ["fr", fr as Tree],
] as const)("in %s", (locale, messages) => {
  it.each(areas)("%s is read with nine years of school", (area) => {
    const all = flat(messages[area] as Tree, area).filter(
      ([key]) => !legal.includes(key) && !officers.test(key),
    );
    const grade = gradeOf(
      all.map(([, message]) => message),
      locale,
    );
    expect(grade).toBeLessThanOrEqual(9);
  });
});

it("exempts only what is there", () => {
  const keys = areas.flatMap((area) => flat((en as Tree)[area] as Tree, area).map(([key]) => key));
  expect(keys).toEqual(expect.arrayContaining([...legal]));
});

it("finds a hard text hard", () => {
  const hard = {
    en: "The aforementioned documentation necessitates authentication preceding administrative consideration.",
    fr: "La documentation susmentionnée nécessite une authentification préalable à toute considération administrative.",
  };
  expect(gradeOf([hard.en], "en")).toBeGreaterThan(12);
  expect(gradeOf([hard.fr], "fr")).toBeGreaterThan(12);
});
