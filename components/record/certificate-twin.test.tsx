import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CertificateTwin } from "@/components/record/certificate-twin";
import { longest, ordinary } from "@/lib/certificates/record/fixtures";
import { STATEMENT } from "@/lib/certificates/record/wording";

const html = (locale: "en" | "fr", record = ordinary()): string =>
  renderToStaticMarkup(<CertificateTwin record={record} locale={locale} />);

describe("certificate as a page", () => {
  it.each(["en", "fr"] as const)("has the Regulations' words in both languages (%s)", (locale) => {
    expect(html(locale)).toContain('<span lang="en">Kimberley Process Certificate</span>/');
    expect(html(locale)).toContain('<span lang="fr">certificat du Processus de Kimberley</span>');
    expect(html(locale)).toContain(`<p lang="en">${STATEMENT.en}</p>`);
    expect(html(locale)).toContain(`<p lang="fr">${STATEMENT.fr}</p>`);
  });

  it("has labels and figures in the reader's language", () => {
    expect(html("en")).toContain("US$1,348,920.50");
    expect(html("en")).toContain("</time>, 24:00 GMT");
    expect(html("fr")).toContain("1\u00A0348\u00A0920,50\u00A0$\u00A0US");
    expect(html("fr")).toContain("Participant de destination");
    expect(html("fr")).not.toContain("Consignee");
  });

  it("names its region, its tables and their headers", () => {
    const page = html("en");
    expect(page).toContain('aria-labelledby="certificate-CA00001873-en"');
    expect(page).toContain('<h2 id="certificate-CA00001873-en">');
    expect(page).toContain("<caption>Rough diamonds</caption>");
    expect(page.match(/<th /g)?.length).toBe(page.match(/<th scope=/g)?.length);
  });

  it("has every seal, note and certificate of import", () => {
    const record = longest();
    const page = html("fr", record).replaceAll("&#x27;", "'");
    for (const seal of record.seals) expect(page).toContain(seal);
    for (const note of record.notes) expect(page).toContain(note.text);
    for (const prior of record.prior) expect(page).toContain(prior.number);
    expect(page).toContain("CA77777777");
  });

  it("says when the origin is mixed or not stated", () => {
    expect(html("fr", longest())).toContain(
      "Mixte\u00A0: République démocratique du Congo 1\u00A0;",
    );
    expect(html("en", ordinary({ origin: [] }))).toContain("Not stated");
  });
});
