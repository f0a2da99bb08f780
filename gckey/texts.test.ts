import { describe, expect, it } from "vitest";
import { html } from "@/gckey/markup";
import { languageOf, textsOf, waitText } from "@/gckey/texts";
import { mails } from "@/gckey/texts/mails";

describe("languageOf", () => {
  it("takes the portal's wish first, then the browser's, then English", () => {
    expect(languageOf("fr-CA", "en-CA,en;q=0.8")).toBe("fr");
    expect(languageOf("de en-CA")).toBe("en");
    expect(languageOf(undefined, "de, fr;q=0.5, en;q=0.1")).toBe("fr");
    expect(languageOf(undefined, undefined)).toBe("en");
    expect(languageOf(["fr"], "")).toBe("en");
  });
});

describe("the French texts", () => {
  /** Every sentence, those that take a value with one. */
  function sentences(texts: unknown): string[] {
    if (typeof texts === "string") return [texts];
    if (typeof texts === "function") return sentences((texts as (value: number) => unknown)(2));
    if (typeof texts !== "object" || texts === null) return [];
    return Object.values(texts).flatMap(sentences);
  }
  const all = [...sentences(textsOf("fr")), ...sentences(mails.fr)];

  it("never break a line before a mark that stands after a space", () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((text) => / [:;!?%»]|« /.test(text))).toEqual([]);
  });

  it("use the printer's apostrophe", () => {
    expect(all.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });
});

describe("waitText", () => {
  it("speaks of seconds below a minute and of minutes above", () => {
    expect(waitText(textsOf("en"), 900)).toContain("Wait 1 second,");
    expect(waitText(textsOf("en"), 16_000)).toContain("Wait 16 seconds,");
    expect(waitText(textsOf("en"), 15 * 60_000)).toContain("Wait 15 minutes,");
    expect(waitText(textsOf("fr"), 60_000)).toContain("Attendez 1 minute,");
    expect(waitText(textsOf("fr"), 2_000)).toContain("Attendez 2 secondes,");
  });
});

describe("html", () => {
  it("escapes every value that is not markup", () => {
    const inner = html`<b>${'"<script>&'}</b>`;
    expect(html`<p title="${"a'b"}">${inner}</p>`.text).toBe(
      '<p title="a&#39;b"><b>&quot;&lt;script&gt;&amp;</b></p>',
    );
  });
});
