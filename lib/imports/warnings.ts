import { normaliseNumber, prefixesOf } from "@/lib/imports/number";
import { originalDueOn } from "@/lib/imports/original";
import type { AnnouncedImport } from "@/lib/imports/schema-announce";

/** What the exporter may want to look at again. None of it keeps an announcement from being sent. */
export type Warning =
  /** Of this profile only: whether another has such a certificate is not said. */
  | { readonly kind: "registered"; readonly importCertificateId: string }
  | { readonly kind: "announcedTwice"; readonly announcementId: string }
  | { readonly kind: "prefix" }
  | { readonly kind: "future" }
  /** The original should be at the office by now. */
  | { readonly kind: "late"; readonly dueOn: string };

/** Another certificate or announcement of the same profile. */
interface Own {
  readonly id: string;
  readonly issuer: string | null;
  readonly number: string | null;
}

interface Around {
  readonly today: string;
  readonly registered: readonly Own[];
  readonly announced: readonly Own[];
}

export function warningsOf(
  { issuer, number, importedOn }: AnnouncedImport,
  { today, registered, announced }: Around,
): Warning[] {
  const found: Warning[] = [];
  if (issuer !== undefined && number !== undefined) {
    const same = (own: Own) =>
      own.issuer === issuer && normaliseNumber(own.number ?? "") === normaliseNumber(number);
    const certificate = registered.find(same);
    const twin = announced.find(same);
    if (certificate) found.push({ kind: "registered", importCertificateId: certificate.id });
    else if (twin) found.push({ kind: "announcedTwice", announcementId: twin.id });
    const begins = (prefix: string) => normaliseNumber(number).startsWith(prefix);
    if (!prefixesOf(issuer).some(begins)) found.push({ kind: "prefix" });
  }
  if (importedOn !== undefined) {
    const dueOn = originalDueOn(importedOn);
    if (importedOn > today) found.push({ kind: "future" });
    else if (dueOn < today) found.push({ kind: "late", dueOn });
  }
  return found;
}
