import { expect, test } from "vitest";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const english = new Map(flat(en));
const french = new Map(flat(fr));

/** The names of the arguments and tags of a sentence. */
function blanks(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(
    ([, blank, tag]) => blank ?? tag ?? "",
  );
  return [...new Set(names)].sort();
}

test("both languages have the same sentences", () => {
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
});

test("both languages fill in the same blanks", () => {
  for (const [key, sentence] of english) {
    expect({ key, blanks: blanks(french.get(key) ?? "") }).toEqual({
      key,
      blanks: blanks(sentence),
    });
  }
});

test("no sentence was left in the other language", () => {
  const same = [...english].filter(
    ([key, sentence]) => french.get(key) === sentence && /[a-z]{4,} [a-z]{3,}/i.test(sentence),
  );
  expect(same).toEqual([]);
});

test("every error ends as a sentence, unless it ends with what was typed", () => {
  const unended = [...english, ...french].filter(
    ([key, sentence]) => key.startsWith("errors.") && !/[.?}]$/.test(sentence),
  );
  expect(unended).toEqual([]);
});

test("no sentence puts its period behind the name of a company, which may end with one", () => {
  const name = /\{(exporters?|consignee|applicant|legalName)\}(<\/\w+>)?\./;
  expect([...english, ...french].filter(([, sentence]) => name.test(sentence))).toEqual([]);
});

test("French typography: a no-break space before : ; ! ? % », and the apostrophe is ’", () => {
  const wrong = [...french].filter(([, sentence]) => {
    const words = sentence
      .replace(/\{\w+, (plural|select)[^]*\}/g, "")
      .replace(/(https?|mailto):\S+/g, "");
    return /[^\u00A0][;!?»]|[ \w][:%]/.test(words) || /« /.test(words) || /\w'\w/.test(words);
  });
  expect(wrong).toEqual([]);
});
