import "server-only";
import { cache } from "react";
import { isoDate } from "@/lib/clock";
import { db, type Reader } from "@/lib/db";
import type { Calendar, Named, Participant, Reference, ReturnReason } from "@/lib/reference/types";
import type { DeclarationKind } from "@/prisma/generated/enums";

/** The reference data as the office has it on a day (ISO, Ottawa). Rows keep their own days. */
export async function getReference(day: string, reader: Reader = db()): Promise<Reference> {
  const on = new Date(day);
  const [participants, countries, mines, subheadings, sanctions, priceBands, requirements] =
    await Promise.all([
      reader.participant.findMany({ orderBy: { code: "asc" } }),
      reader.country.findMany({
        where: {
          AND: [
            { OR: [{ validFrom: null }, { validFrom: { lte: on } }] },
            { OR: [{ validTo: null }, { validTo: { gte: on } }] },
          ],
        },
        orderBy: { code: "asc" },
      }),
      reader.mine.findMany({ orderBy: { code: "asc" } }),
      reader.tariffSubheading.findMany({ orderBy: { code: "asc" } }),
      reader.sanctionRule.findMany({ orderBy: { id: "asc" } }),
      reader.priceBand.findMany({ orderBy: { id: "asc" } }),
      reader.documentRequirement.findMany({ orderBy: { id: "asc" } }),
    ]);
  return {
    participants: participants.map(plainParticipant),
    countries: countries.map(({ code, nameEn, nameFr, participant }) => ({
      code,
      nameEn,
      nameFr,
      participant,
    })),
    mines: mines.map(({ code, nameEn, nameFr, province, status, opened, closed }) => ({
      code,
      nameEn,
      nameFr,
      province,
      status,
      opened,
      closed,
    })),
    subheadings,
    sanctions: sanctions.map(({ validFrom, validTo, ...rule }) => ({
      ...rule,
      validFrom: isoDate(validFrom),
      validTo: dayOf(validTo),
    })),
    priceBands: priceBands.map(({ low, high, validFrom, validTo, ...band }) => ({
      ...band,
      low: low.toFixed(2),
      high: high.toFixed(2),
      validFrom: isoDate(validFrom),
      validTo: dayOf(validTo),
    })),
    documentRequirements: requirements.map(({ validFrom, validTo, ...requirement }) => ({
      ...requirement,
      validFrom: isoDate(validFrom),
      validTo: dayOf(validTo),
    })),
  };
}

/** Every participant there is or was, with its days in the Schedule, for their names. */
export async function listParticipants(reader: Reader = db()): Promise<Participant[]> {
  const participants = await reader.participant.findMany({ orderBy: { code: "asc" } });
  return participants.map(plainParticipant);
}

/** When the office works: holidays and hours. Read once a request. */
export const getCalendar = cache(async (reader: Reader = db()): Promise<Calendar> => {
  const [holidays, hours] = await Promise.all([
    reader.holiday.findMany({ orderBy: { rule: "asc" } }),
    reader.officeHours.findMany({ orderBy: { validFrom: "asc" } }),
  ]);
  return {
    holidays: holidays.map(({ validFrom, validTo, ...holiday }) => ({
      ...holiday,
      validFrom: dayOf(validFrom),
      validTo: dayOf(validTo),
    })),
    hours: hours.map((row) => ({ ...row, validFrom: isoDate(row.validFrom) })),
  };
});

/** The words of a declaration, exact. */
export interface DeclarationWords {
  readonly kind: DeclarationKind;
  readonly textVersion: number;
  readonly textEn: string;
  readonly textFr: string;
}

/** The texts that are asked on a day: of each kind the newest whose day has come. */
export async function listDeclarationTexts(
  day: string,
  reader: Reader = db(),
): Promise<DeclarationWords[]> {
  const texts = await reader.declarationText.findMany({
    where: { validFrom: { lte: new Date(day) } },
    orderBy: [{ kind: "asc" }, { version: "desc" }],
    distinct: ["kind"],
  });
  return texts.map(({ kind, version, textEn, textFr }) => ({
    kind,
    textVersion: version,
    textEn,
    textFr,
  }));
}

/** The reasons that are offered on a day, in the order of their codes. */
export async function listReturnReasons(
  day: string,
  reader: Reader = db(),
): Promise<ReturnReason[]> {
  const on = new Date(day);
  return reader.returnReason.findMany({
    where: { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] },
    orderBy: { code: "asc" },
    select: { code: true, section: true, nameEn: true, nameFr: true, textEn: true, textFr: true },
  });
}

function plainParticipant({
  code,
  nameEn,
  nameFr,
  scheduleFrom,
  scheduleTo,
}: Named & { code: string; scheduleFrom: Date | null; scheduleTo: Date | null }): Participant {
  return {
    code,
    nameEn,
    nameFr,
    scheduleFrom: dayOf(scheduleFrom),
    scheduleTo: dayOf(scheduleTo),
  };
}

const dayOf = (date: Date | null) => (date ? isoDate(date) : null);
