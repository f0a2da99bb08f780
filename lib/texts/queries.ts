import "server-only";
import { cache } from "react";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import type { PortalTextKind } from "@/prisma/generated/enums";

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
