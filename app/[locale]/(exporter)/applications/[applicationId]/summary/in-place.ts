import type { OpenPoint } from "./open-points";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import type { Answers } from "@/lib/applications/answers";

/** Whether what a copy lacks is asked for on its summary: then one page is enough to submit it. */
export function asksInPlace({ application }: Pick<OpenedSection, "application">): boolean {
  const { status, copiedFromId, permissions } = application;
  const may = permissions.includes("prepare") && permissions.includes("submit");
  return status === "draft" && copiedFromId !== null && may;
}

/** Whether a field is among those that the summary asks for. */
export function isInPlace(field: string): boolean {
  return /^(origins\[\d+\]\.(carats|usd|importCertificateId)|containerCount|seals)$/.test(field);
}

/** Whether a point is settled by the rows of the same page: a single tariff line has their totals. */
export function followsInPlace({ field }: Pick<OpenPoint, "field">, { goods }: Answers): boolean {
  return goods?.hsLines?.length === 1 && /^hsLines\[0\]\.(carats|usd)$/.test(field ?? "");
}
