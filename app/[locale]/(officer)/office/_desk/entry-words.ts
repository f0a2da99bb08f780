import { getTranslations } from "next-intl/server";
import { sections } from "@/lib/applications/sections";
import type { AuditEntry } from "@/lib/audit/entries";
import { say } from "@/lib/audit/said/say";
import type { Said, Words } from "@/lib/audit/said/said";
import { actingRoles } from "@/lib/audit/schema";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Href } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { officerRoles } from "@/lib/officers/schema";
import { Permission } from "@/prisma/generated/enums";

/** A record that an entry is about. */
export interface OnRecord {
  readonly id: string | null;
  readonly text: string;
  readonly href: Href | null;
}

export interface EntryWords extends Said {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly role: string;
  readonly denied: boolean;
  readonly on: readonly OnRecord[];
  readonly hash: string | null;
}

/** Says entries in a language; `people`: to somebody who may open the page of a person. */
export async function entryWords(
  locale: Locale,
  { people }: { people: boolean },
): Promise<(entry: AuditEntry) => EntryWords> {
  const audit = await getTranslations({ locale, namespace: "audit" });
  const page = await getTranslations({ locale, namespace: "office.audit" });
  const status = await getTranslations({ locale, namespace: "status.office" });
  const section = await getTranslations({ locale, namespace: "sections" });
  const role = await getTranslations({ locale, namespace: "frame.roles" });
  const permission = await getTranslations({ locale, namespace: "mail.may" });
  const words: Omit<Words, "from" | "to"> = {
    // Which blanks a sentence has is checked by the tests of the messages.
    t: audit as unknown as Words["t"],
    status: (said) => status(said),
    section: (said) => named(sections, said, (one) => section(one)),
    role: (said) => named(officerRoles, said, (one) => role(one)),
    permission: (said) => named(permissions, said, (one) => permission(one)),
    list: (items) => formatterFor(locale).list(items),
    day: (iso) => showDate(iso, locale),
    carats: (decimal) => showDecimal(decimal, locale, "carats"),
    usd: (decimal) => showDecimal(decimal, locale, "usd"),
  };
  return (entry) => ({
    ...say(entry, { ...words, from: entry.from, to: entry.to }),
    id: entry.id,
    at: entry.at,
    who: entry.actor ? entry.actor.name || page("unknown") : page("system"),
    role: named(actingRoles, entry.role, (one) => page(`roles.${one}`)),
    denied: entry.kind === "access.denied",
    on: recordsOf(entry, words.t, people),
    hash: entry.seal?.hash ?? null,
  });
}

/** The word for one of those that there are; another one, of an older portal, as it was stored. */
function named<One extends string>(all: readonly One[], said: string, word: (one: One) => string) {
  const one = all.find((each) => each === said);
  return one === undefined ? said : word(one);
}

const permissions = Object.values(Permission);

function recordsOf(entry: AuditEntry, t: Words["t"], people: boolean): OnRecord[] {
  const { document, certificate, application, importCertificate, announcement } = entry;
  const { person, exporter } = entry;
  const found: OnRecord[] = [];
  if (document) {
    const params = { documentId: document.id };
    found.push({
      id: document.id,
      text: t("on.document", { name: document.name }),
      href: { pathname: "/office/documents/[documentId]", params },
    });
  }
  if (certificate) {
    const params = { certificateId: certificate.id };
    found.push({
      id: certificate.id,
      text: t("on.certificate", { number: certificate.number }),
      href: { pathname: "/office/certificates/[certificateId]", params },
    });
  } else if (application) found.push(ofApplication(application, t));
  if (importCertificate) {
    const params = { importId: importCertificate.id };
    found.push({
      id: importCertificate.id,
      text: t("on.import", { number: importCertificate.number }),
      href: { pathname: "/office/imports/[importId]", params },
    });
  } else if (announcement) {
    const { id: announcementId, number } = announcement;
    found.push({
      id: announcementId,
      text: number === null ? t("on.unnumbered") : t("on.announcement", { number }),
      href: {
        pathname: "/office/imports/announcements/[announcementId]",
        params: { announcementId },
      },
    });
  }
  if (person) {
    const params = { userId: person.id };
    const href = people ? ({ pathname: "/office/people/[userId]", params } as const) : null;
    found.push({ id: person.id, text: person.name || t("on.thing.person"), href });
  }
  if (exporter) {
    const params = { exporterId: exporter.id };
    found.push({
      id: exporter.id,
      text: exporter.name,
      href: { pathname: "/office/exporters/[exporterId]", params },
    });
  }
  const thing = deniedThing(entry);
  if (found.length === 0 && thing)
    found.push({ id: null, text: t(`on.thing.${thing}`), href: null });
  return found;
}

function ofApplication({ id, number }: { id: string; number: string | null }, t: Words["t"]) {
  // What was never submitted is none of the office's business: it is named, not opened.
  if (number === null) return { id, text: t("on.draft"), href: null };
  const params = { applicationId: id };
  const href = { pathname: "/office/review/[applicationId]", params } as const;
  return { id, text: t("on.application", { number }), href };
}

export const timelineOf = (kind: string, recordId: string) =>
  ({ pathname: "/office/timeline/[kind]/[recordId]", params: { kind, recordId } }) as const;

function deniedThing({ kind, data }: AuditEntry) {
  return kind === "access.denied" ? (data as { thing: "application" }).thing : null;
}
