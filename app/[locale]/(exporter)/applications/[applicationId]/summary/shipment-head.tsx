import { getTranslations } from "next-intl/server";
import { ShipmentFiles } from "./shipment-files";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { documentsNeeded } from "@/lib/applications/rules/evidence";
import { todayInOttawa } from "@/lib/clock";
import { getReference } from "@/lib/reference/queries";
import { findCopy } from "@/lib/applications/queries/copy";

/** On the summary of a copy, after all that was copied: where what is new begins. */
export async function ShipmentHead({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations("copy");
  const copy = await findCopy(opened.viewer, opened.application.id);
  const { answers, paper } = opened.application;
  const day = todayInOttawa();
  const reference = await getReference(day);
  const needed = documentsNeeded(answers, reference, { day, onPaper: paper !== null });
  const name = copy?.source.number ?? t("unnumbered");
  return (
    <>
      <h2 id="shipment">{t("shipment.title")}</h2>
      <p>{t("shipment.lede", { name })}</p>
      <ShipmentFiles opened={opened} needed={needed} />
    </>
  );
}
