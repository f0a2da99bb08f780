import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import type { ExporterProfile } from "@/lib/exporters/schema";

/** What is kept of the form; saving it attests the residency anew. */
export function profileFacts(viewer: Viewer, input: ExporterProfile) {
  const { legalName, addressLines, city, province, postalCode, businessNumber } = input;
  return {
    legalName,
    addressLines,
    city,
    province,
    postalCode,
    businessNumber: businessNumber ?? null,
    residencyAttestedAt: now(),
    residencyAttestedBy: viewer.userId,
  };
}
