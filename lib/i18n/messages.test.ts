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

test("French typography: no ordinary space before : ; ! ? % », and the apostrophe is ’", () => {
  const wrong = [...french].filter(([, sentence]) => {
    const words = sentence.replace(/\{\w+, (plural|select)[^]*\}/g, "").replace(/https?:\S+/g, "");
    return / [:;!?%»]/.test(words) || /« /.test(words) || /\w'\w/.test(words);
  });
  expect(wrong).toEqual([]);
});
