import { describe, expect, it } from "vitest";
import { isMailbox } from "@/lib/mail/addresses";
import { compose, contentFor, subjectsOf } from "@/lib/mail/compose";
import { noticeSchema, type Notice } from "@/lib/mail/notice";
import { noticeTypes, typeOfTemplate } from "@/lib/notices/types";
import { mailExamples } from "@/tests/factories/mail-examples";

/* Every kind of mail, in both languages, with what people may have typed. */

const settings = {
  origin: "https://permits.example.ca",
  officeMailbox: "office@example.ca",
  tokenOf: (id: string) => `token-of-${id}`,
};
const hostile = `Mallory\r\nBcc: all@example.ca\u2028<img src=x onerror=alert(1)>"'><a href="//evil.example">\u202Eevil\u2066\u0000 a@x,b@y`;
const typed = {
  "what is usual": undefined,
  "the longest": "W".repeat(150),
  "the longest words": "Société minière de l’Extrême-Nord ".repeat(5).trim(),
  "what is hostile": hostile,
};
const unseen = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\0\r]/;

describe.each(Object.entries(typed))("with %s", (what, text) => {
  const all: Notice[] = Object.values(mailExamples(text));

  describe.each(all.map((notice) => [notice.template, notice] as const))("%s", (_name, notice) => {
    it.each(["en", "fr"] as const)("is safe and readable, %s first", async (reader) => {
      const other = reader === "en" ? "fr" : "en";
      expect(noticeSchema.parse(notice)).toEqual(notice);
      const { subject, html, text: plain } = await compose(notice, reader, settings);

      expect(subject).not.toMatch(/\p{C}|\p{Zl}|\p{Zp}/u);
      expect(subject).toMatch(/\S \/ \S/);
      for (const body of [html, plain]) {
        expect(body).not.toMatch(unseen);
        expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}|\[object/);
      }

      expect(html).toContain(`<html lang="${reader}-CA">`);
      expect(html).toMatch(
        new RegExp(`id="${reader}" lang="${reader}-CA"[^]*id="${other}" lang="${other}-CA"`),
      );
      expect(html).not.toMatch(
        /<(img|script|iframe|link|style|form|input|object)\b|<[^>]*\son\w+=/i,
      );
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
      for (const href of links) {
        expect(href).toMatch(
          /^(#(en|fr)|mailto:office@example\.ca|https:\/\/permits\.example\.ca\/(en|fr)(\/|$))/,
        );
      }

      // An announcement has paragraphs, as an administrator wrote them.
      const ofOwnWords = /announcement/i.test(notice.template);
      if (!ofOwnWords) expect(plain).not.toMatch(/^(bcc|to|cc|subject|from):/im);
      expect(plain).not.toMatch(/[ \t]$/m);
      expect(plain).not.toMatch(/\n{4}/);
      if (what !== "what is hostile") expect(plain).not.toMatch(/<\/?\w|&\w+;/);
      // But for one long word, or what a program reads.
      for (const line of plain.split("\n")) {
        const wide = line.length > 76 && line.includes(" ");
        expect(wide && !line.startsWith("— "), line).toBe(false);
        expect(Buffer.byteLength(line)).toBeLessThan(998);
      }
    });
  });
});

const plain: Notice[] = Object.values(mailExamples());

describe.each(plain.map((notice) => [notice.template, notice] as const))("%s", (name, notice) => {
  const type = typeOfTemplate[name];

  it("says why it comes where its reader has an account, and where to choose if there is a choice", async () => {
    const { text, html } = await compose(notice, "fr", settings);
    const choice = name === "digest" || (type !== null && !noticeTypes[type].urgent);
    for (const body of [text, html]) {
      for (const address of ["/en/notices/preferences", "/fr/avis/preferences"]) {
        expect(body.includes(settings.origin + address)).toBe(choice);
      }
      expect(body.includes("they always come by email")).toBe(type !== null && !choice);
    }
  });

  it.runIf(type !== null)(
    "has a page in the portal in each language, which is its own text",
    () => {
      for (const locale of ["en", "fr"] as const) {
        const content = contentFor(notice, locale);
        expect(content.text).not.toBe("");
        expect(content.button?.address).toMatch(new RegExp(`^/${locale}(/|$)`));
      }
      const { en, fr } = subjectsOf(notice);
      expect(en).not.toBe(fr);
    },
  );
});

it("writes to one bare address alone", () => {
  for (const address of [
    "a@x.ca,b@y.ca",
    "a@x,b@y",
    "Maya <a@x.ca>",
    "a@x.ca\r\nBcc: b@y.ca",
    "a@x.ca b@y.ca",
  ]) {
    expect(isMailbox(address)).toBe(false);
  }
});
