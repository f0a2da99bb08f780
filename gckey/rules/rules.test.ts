import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answersKey,
  brokenAnswerRules,
  brokenHintRules,
  normalAnswer,
} from "@/gckey/rules/answers";
import { readDate } from "@/gckey/rules/memorable-date";
import { brokenPasswordRules, isCommonPassword, passwordRules } from "@/gckey/rules/password";
import { brokenUserNameRules } from "@/gckey/rules/user-name";
import { newRecoveryCodes, typedRecoveryCode } from "@/gckey/recovery-codes";

const letter = fc.constantFrom(
  ...Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
);
const digit = fc.constantFrom(...Array.from("0123456789"));
const shuffled = (parts: string[][]) =>
  fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }).map((all) => all.join(""));

describe("the rules of a user name", () => {
  it("hold exactly for 8 to 16 letters and digits with at most 7 digits", () => {
    const parts = fc.tuple(
      fc.array(letter, { maxLength: 20 }),
      fc.array(digit, { maxLength: 12 }),
      fc.array(fc.constantFrom(...Array.from("%#@ é-_.")), { maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        parts.chain((all) => shuffled(all).map((userName) => ({ all, userName }))),
        ({ all: [letters, digits, special], userName }) => {
          const length = letters.length + digits.length + special.length;
          expect(brokenUserNameRules(userName)).toEqual([
            ...(length < 8 || length > 16 ? ["length"] : []),
            ...(special.length ? ["characters"] : []),
            ...(digits.length > 7 ? ["digits"] : []),
          ]);
        },
      ),
    );
  });

  it("answer at once, however long the text is", () => {
    const start = performance.now();
    brokenUserNameRules("1".repeat(5_000));
    brokenPasswordRules("aB1".repeat(5_000), "abcdefgh12345678");
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe("the rules of a password", () => {
  const names = (password: string, userName = "zzzzzzzz") =>
    brokenPasswordRules(password, userName);

  it.each([
    ["Blue-Ke7", []],
    ["Blue-Kettle-7xyz", []],
    ["Blue-K7", ["length"]],
    ["Blue-Kettle-7xyz!", ["length"]],
    ["Blue Kettle7", ["characters"]],
    ["Blué-Kettle7", ["characters"]],
    ["BLUE-KETTLE7", ["lower"]],
    ["blue-kettle7", ["upper"]],
    ["Blue-Kettle", ["digit"]],
    ["!", ["length", "lower", "upper", "digit"]],
  ])("of %s", (password, broken) => expect(names(password)).toEqual(broken));

  it("refuse any three characters in a row of the user name, in either case, and no fewer", () => {
    const userName = fc.string({ unit: letter, minLength: 8, maxLength: 16 });
    fc.assert(
      fc.property(userName, fc.nat({ max: 13 }), fc.boolean(), (name, from, upper) => {
        const part = name.slice(from % (name.length - 2)).slice(0, 3);
        const shared = upper ? part.toUpperCase() : part.toLowerCase();
        expect(names(`9${shared}9`, name)).toContain("apart");
        expect(names(`9${shared.slice(0, 2)}9${shared.slice(2)}`, name)).not.toContain("apart");
      }),
    );
  });

  it("treat every sign in a user name as itself", () => {
    expect(names("Blue-Kettle7", "a.*[(b")).not.toContain("apart");
    expect(names("Blu.*[Kettle7", "a.*[(b")).toContain("apart");
    expect(names("Blue-Kettle7", "ab")).toEqual([]);
  });

  it("come with the page as they are: pattern and flags make the same rule", () => {
    for (const { pattern } of passwordRules("Lihu1234")) {
      const again = new RegExp(pattern.source, pattern.flags);
      for (const text of ["Blue-Kettle7", "xlihux", "é", "", "A1"]) {
        expect(again.test(text)).toBe(pattern.test(text));
      }
    }
  });

  it.each(["Password1", "P@ssw0rd1", "Bonjour123", "QWERTY123!", "Canada2026!", "Motdepasse1"])(
    "do not let %s pass",
    (password) => expect(isCommonPassword(password)).toBe(true),
  );
  it.each(["Blue-Kettle7", "Passwordless9x", "7Canada-Goose"])("let %s pass", (password) =>
    expect(isCommonPassword(password)).toBe(false),
  );
});

describe("the rules of answers and hints", () => {
  it.each([
    ["Médor", []],
    ["Jean-Luc O’Neil 2", []],
    ["  ", ["missing"]],
    ["ab", ["short"]],
    ["a@", ["short", "characters"]],
    ["Fido!", ["characters"]],
  ])("of the answer %s", (answer, broken) => expect(brokenAnswerRules(answer)).toEqual(broken));

  it.each([
    ["", "Hélène", []],
    ["maman's sister, in Gaspé-est. Who?", "Hélène", []],
    ["ab", "Hélène", ["short"]],
    ["no %", "Hélène", ["characters"]],
    ["c'est HELENE", "Hélène", ["givesAway"]],
    ["21 06 1998", "1998-06-21", []],
    ["1998, 06, 21", "1998/6/21", ["givesAway"]],
    ["1998-06-21", "1998-06-21", ["givesAway"]],
  ])("of the hint %s for %s", (hint, answer, broken) =>
    expect(brokenHintRules(hint, answer)).toEqual(broken),
  );

  it("compare answers without case, accents and spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (answer) => {
        const normal = normalAnswer(answer);
        expect(normalAnswer(normal)).toBe(normal);
        expect(normalAnswer(`  ${answer}\u00a0`)).toBe(normal);
      }),
    );
    expect(normalAnswer("  ÉLÈVE\u00a0 d’Été ")).toBe("eleve d'ete");
    const one = answersKey({ answer: "Médor", person: "Tante  Hélène", date: "1998/6/21" });
    expect(one).toBe(answersKey({ answer: "MEDOR", person: "tante helene ", date: "19980621" }));
  });
});

describe("a memorable date", () => {
  it("is read in any writing of year, month and day", () => {
    const days = fc.date({
      min: new Date("1000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom("-", "/", ".", " ", " - ", "\u2013"), (day, between) => {
        const iso = day.toISOString().slice(0, 10);
        const parts = iso.split("-");
        expect(readDate(parts.join(between))).toBe(iso);
        expect(readDate(parts.map((part) => part.replace(/^0/, "")).join(between))).toBe(iso);
        expect(readDate(parts.join(""))).toBe(iso);
      }),
    );
  });

  it.each(["", "1998", "1998-02-30", "1998-13-01", "21-06-1998", "0999-01-01", "1998-06-21x"])(
    "is not %s",
    (typed) => expect(readDate(typed)).toBeUndefined(),
  );
});

describe("recovery codes", () => {
  it("are ten, all different, and read as people write them", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
      expect(typedRecoveryCode(` ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(code);
      expect(typedRecoveryCode(code.replaceAll("-", ""))).toBe(code);
    }
    expect(typedRecoveryCode("abcd-efgh-jkm")).toBeUndefined();
  });
});
