import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { MarkedText } from "@/components/record/marked-text";
import { readMarkup } from "@/lib/texts/markup";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const shown = (text: string) =>
  renderToStaticMarkup(createElement(MarkedText, { text: readMarkup(text) }))
    .replace(/^<div class="written-text">/, "")
    .replace(/<\/div>$/, "");

describe("a text", () => {
  it("has paragraphs, headings, lists, emphasis and links", () => {
    expect(
      shown(
        "One **two** *three*\n\n# Four\n\n## Five\n\n### Six\n\n- seven\n- eight\n\n1. nine\n\n[ten](https://example.ca) [eleven](mailto:a@example.ca)",
      ),
    ).toBe(
      "<p>One <strong>two</strong> <em>three</em></p><h2>Four</h2><h2>Five</h2><h3>Six</h3>" +
        "<ul><li>seven</li><li>eight</li></ul><ol><li>nine</li></ol>" +
        '<p><a href="https://example.ca">ten</a> <a href="mailto:a@example.ca">eleven</a></p>',
    );
  });

  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>"],
    ["[a](javascript:alert(1))", "<p>a</p>"],
    ["[a](JAVASCRIPT:alert(1))", "<p>a</p>"],
    ["[a](data:text/html,x)", "<p>a</p>"],
    ["[a](http://example.ca)", "<p>a</p>"],
    ["[a](//example.ca)", "<p>a</p>"],
    ["[a](/en/office)", "<p>a</p>"],
    ["<javascript:alert(1)>", "<p>javascript:alert(1)</p>"],
    ["![a](https://example.ca/a.png)", "<p></p>"],
    ["[a][b]\n\n[b]: javascript:alert(1)", "<p>a</p>"],
    ["    code", "code"],
    ["`code`", "<p>code</p>"],
    ["> said", "<p>said</p>"],
  ])("shows %s as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("of the portal is read whole", () => {
    for (const { textEn, textFr } of readReferenceFiles().texts) {
      for (const text of [textEn, textFr]) {
        expect(shown(text)).not.toMatch(/\*\*|##|\]\(/);
        expect(shown(text)).toContain('<a href="mailto:');
      }
    }
  });
});
