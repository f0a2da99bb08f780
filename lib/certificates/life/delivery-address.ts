import type { Snapshot } from "@/lib/applications/snapshot";

/** To whom the application asks the certificate to be sent, as lines of an envelope: name, address, country. */
export function deliveryAddress({ applicant, answers }: Pick<Snapshot, "applicant" | "answers">) {
  const { exporter } = answers.applicant ?? {};
  if (answers.delivery?.to === "exporter" && exporter) {
    const { name, addressLines = [], city, region, postalCode, country } = exporter;
    const place = [city, region, postalCode].filter(Boolean).join(" ");
    return [name, ...addressLines, place, country === "CA" ? "Canada" : country].filter(
      (line): line is string => Boolean(line),
    );
  }
  const { legalName, addressLines, city, province, postalCode } = applicant;
  return [legalName, ...addressLines, `${city} ${province} ${postalCode}`, "Canada"];
}
