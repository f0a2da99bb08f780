import { expect, it } from "vitest";
// First, so that what is around a page is replaced before the page is loaded.
import { draw, signIn } from "@/tests/pages/draw";
import ApplicationPage from "@/app/[locale]/(exporter)/applications/[applicationId]/page";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { getPathname } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { goodAnswers, newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { linksIn, ofClass } from "@/tests/pages/drawn-form";
import { textOf } from "@/tests/pages/read-html";
import { pageOf } from "@/tests/pages/sections";

it.each(routing.locales)(
  "leads from an unfinished draft to all its problems, in %s",
  async (locale) => {
    const { exporterId, owner } = await newExporter();
    await signIn(owner, locale);
    const { consignee } = goodAnswers();
    // A price far below its band, no seal, no delivery, no document.
    const id = await newDraft(
      owner,
      exporterId,
      {
        applicant: { exporterIsDifferent: false },
        ...(consignee ? { consignee: { ...consignee, destination: "KE" } } : {}),
        origin: {
          origins: [
            { id: "a", category: "new_production", mine: "EKATI", carats: "100.00", usd: "10.00" },
          ],
        },
        goods: { hsLines: [{ subheading: "7102.10", carats: "100.00", usd: "10.01" }] },
      },
      [],
    );
    const words = { en, fr }[locale];
    const at = (section: Parameters<typeof sectionHref>[0], from?: "summary") =>
      getPathname({ href: sectionHref(section, id, from), locale });

    const hub = await draw(ApplicationPage, id);
    const check = linksIn(hub).find(({ says }) => says === words.applications.hub.check);
    expect(check?.to).toBe(at("summary"));

    const summary = await draw(pageOf.summary, id);
    const places = (className: string) =>
      ofClass(summary, className)
        .flatMap(linksIn)
        .map(({ to }) => to);
    expect(places("notice--danger")).toEqual(
      expect.arrayContaining([
        at("delivery", "summary"),
        `${at("consignee", "summary")}#destination`,
        `${at("goods", "summary")}#hsLines-0-usd`,
        `${at("goods", "summary")}#seals`,
        `${at("documents", "summary")}#invoice`,
      ]),
    );
    expect(places("notice--warning")).toEqual([`${at("origin", "summary")}#origins-0-usd`]);
    const [passed = ""] = ofClass(summary, "details").map(textOf);
    expect(passed).toMatch({ en: /^\d+ checks passed/, fr: /^\d+ vérifications réussies/ }[locale]);
    expect(passed).toContain(words.rules.R10.name);
    expect(passed).not.toContain(words.rules.R14.name);
  },
);
