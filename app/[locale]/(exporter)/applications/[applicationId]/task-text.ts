import "server-only";
import { getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { sections, type Section } from "@/lib/applications/sections";
import { totalsOf } from "@/lib/applications/totals";
import { todayInOttawa } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

/** What each section holds, or what is wrong with it, in one line. */
export async function taskText({
  application,
  findings,
  locale,
}: OpenedSection): Promise<Partial<Record<Section, string>>> {
  const t = await getTranslations("applications.hub.summaries");
  const delivery = await getTranslations("application.delivery");
  const { answers, documents, exporter } = application;
  const { applicant, consignee, origin, goods } = answers;
  const reference = await getReference(todayInOttawa());
  const country = (code: string | undefined) =>
    code ? nameIn(countryNames(reference, code), locale) : undefined;
  const rows = origin?.origins ?? [];
  const totals = totalsOf(rows);

  const held: Partial<Record<Section, string | false | undefined>> = {
    applicant:
      applicant &&
      (applicant.exporterIsDifferent
        ? t("different", { name: exporter.legalName, exporter: applicant.exporter?.name ?? "–" })
        : t("same", { name: exporter.legalName })),
    delivery: answers.delivery?.to && delivery(answers.delivery.to),
    consignee: [country(consignee?.destination), consignee?.consignee?.name]
      .filter(Boolean)
      .join(", "),
    origin:
      rows.length > 0 &&
      t("rows", {
        count: rows.length,
        carats: showDecimal(totals.carats, locale, "carats"),
        usd: showDecimal(totals.usd, locale, "usd"),
      }),
    goods:
      goods &&
      (goods.containerCount !== undefined || goods.seals !== undefined) &&
      t("goods", {
        containers: Number(goods.containerCount) || 0,
        seals: goods.seals?.length ?? 0,
      }),
    documents: documents.length > 0 && t("files", { count: documents.length }),
  };
  return Object.fromEntries(
    sections.map((section) => {
      const conflict = findings.find(
        (finding) =>
          finding.section === section &&
          finding.severity === "block" &&
          (finding.outcome === "conflict" || section === "documents"),
      );
      const text = conflict ? findingSentence(conflict, locale) : held[section];
      return [section, text || ""];
    }),
  );
}
