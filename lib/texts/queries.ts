import "server-only";
import { cache } from "react";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { PortalTextKind } from "@/prisma/generated/enums";

const select = { version: true, textEn: true, textFr: true, validFrom: true } as const;

/** The text that holds today in Ottawa: of a kind the newest whose day has come. */
export const currentText = cache(async (kind: PortalTextKind) => {
  const text = await db().portalText.findFirst({
    where: { kind, validFrom: { lte: new Date(todayInOttawa()) } },
    orderBy: { version: "desc" },
    select,
  });
  return text && { ...text, validFrom: isoDate(text.validFrom) };
});

/** The terms of use that people accept today, or null where there are none. */
export const currentTerms = () => currentText("terms");

export const textKinds = Object.values(PortalTextKind);

/** Administrators write the texts and auditors read what was written. */
const reads = ({ roles }: OfficerViewer) =>
  roles.includes("administrator") || roles.includes("auditor");

/** Every version of a text, newest first, with who published it; null where the viewer may not look. */
export async function findVersions(viewer: OfficerViewer, kind: PortalTextKind) {
  if (!reads(viewer)) return null;
  const texts = await db().portalText.findMany({
    where: { kind },
    orderBy: { version: "desc" },
    select: { ...select, publishedAt: true, publishedById: true },
  });
  const names = await db().user.findMany({
    where: { id: { in: texts.flatMap(({ publishedById }) => publishedById ?? []) } },
    select: { id: true, ...named.select },
  });
  const today = todayInOttawa();
  const versions = texts.map(({ publishedById, validFrom, ...text }) => ({
    ...text,
    validFrom: isoDate(validFrom),
    by: fullName(names.find(({ id }) => id === publishedById)),
  }));
  const current = versions.find(({ validFrom }) => validFrom <= today) ?? null;
  const later = versions.filter(({ version }) => version > (current?.version ?? 0));
  return { versions, current, next: later.at(-1) ?? null };
}
