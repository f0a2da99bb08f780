import "server-only";
import { todayInOttawa } from "@/lib/clock";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import type { Problem } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import type { Locale } from "@/lib/i18n/routing";
import { announcementForm, type AnnouncedImport } from "@/lib/imports/schema-announce";
import { participantByCode } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

/** What was typed about an import. It may be left incomplete; what cannot be read is not kept. */
export async function readAnnounced(
  formData: FormData,
  locale: Locale,
): Promise<{ ok: true; announced: AnnouncedImport } | { ok: false; problems: readonly Problem[] }> {
  const parsed = parseForm(announcementForm, formData, locale);
  if (!parsed.ok) return { ok: false, problems: onFields(announcementForm, parsed.errors) };
  const announced = parsed.value;
  const { issuer } = announced;
  const reference = await getReference(todayInOttawa());
  const known = issuer !== undefined && issuer !== "CA" && participantByCode(reference, issuer);
  if (issuer === undefined || known) return { ok: true, announced };
  return {
    ok: false,
    problems: [{ field: "issuer", key: errorKey("imports.issuer.required") }],
  };
}
