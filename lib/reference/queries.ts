import "server-only";
import { cache } from "react";
import { isoDate } from "@/lib/clock";
import { db, type Db } from "@/lib/db";
import { asItWas, changesAfter } from "@/lib/reference/as-of";
import { holdsOn } from "@/lib/reference/lookups";
import type {
  Calendar,
  Country,
  DocumentRequirement,
  Mine,
  Named,
  Participant,
  PriceBand,
  Reference,
  ReplyParagraph,
  ReturnReason,
  SanctionRule,
  TariffSubheading,
} from "@/lib/reference/types";
import type { DeclarationKind } from "@/prisma/generated/enums";

/** The reference data as the office has it on a day (ISO, Ottawa). Rows keep their own days. */
export async function getReference(day: string, reader: Db = db()): Promise<Reference> {
  const [participants, countries, mines, subheadings, sanctions, priceBands, requirements, later] =
    await Promise.all([
      reader.participant.findMany({ orderBy: { code: "asc" } }),
      reader.country.findMany({ orderBy: { code: "asc" } }),
      reader.mine.findMany({ orderBy: { code: "asc" } }),
      reader.tariffSubheading.findMany({ orderBy: { code: "asc" } }),
      reader.sanctionRule.findMany({ orderBy: { id: "asc" } }),
      reader.priceBand.findMany({ orderBy: { id: "asc" } }),
      reader.documentRequirement.findMany({ orderBy: { id: "asc" } }),
      changesAfter(day, reader),
    ]);
  const byCode = ({ code }: { code: string }) => code;
  const byId = ({ id }: { id: string }) => id;
  return {
    participants: asItWas(
      participants.map(plainParticipant),
      later.get("participants"),
      byCode,
      participantOf,
    ),
    countries: asItWas(
      countries.map(({ validFrom, validTo, ...country }) => ({
        ...country,
        from: dayOf(validFrom),
        to: dayOf(validTo),
      })),
      later.get("countries"),
      byCode,
      (was) => {
        const { validFrom: from, validTo: to, ...country } = was as unknown as CountryRow;
        return { ...country, from, to };
      },
    ).flatMap(({ from, to, ...country }) => (holdsOn({ from, to }, day) ? [country] : [])),
    mines: asItWas(mines.map(mineOf), later.get("mines"), byCode, (was) =>
      mineOf(was as unknown as Mine),
    ),
    subheadings: asItWas(
      subheadings,
      later.get("subheadings"),
      byCode,
      (was) => was as unknown as TariffSubheading,
    ),
    sanctions: asItWas(
      sanctions.map(({ validFrom, validTo, ...rule }) => ({
        ...rule,
        validFrom: isoDate(validFrom),
        validTo: dayOf(validTo),
      })),
      later.get("sanctions"),
      byId,
      (was) => was as unknown as SanctionRule,
    ),
    priceBands: asItWas(
      priceBands.map(({ low, high, validFrom, validTo, ...band }) => ({
        ...band,
        low: low.toFixed(2),
        high: high.toFixed(2),
        validFrom: isoDate(validFrom),
        validTo: dayOf(validTo),
      })),
      later.get("priceBands"),
      byId,
      (was) => {
        const { low, high, ...band } = was as unknown as PriceBand;
        return { ...band, low: Number(low).toFixed(2), high: Number(high).toFixed(2) };
      },
    ),
    documentRequirements: asItWas(
      requirements.map(({ validFrom, validTo, ...requirement }) => ({
        ...requirement,
        validFrom: isoDate(validFrom),
        validTo: dayOf(validTo),
      })),
      later.get("documentRequirements"),
      byId,
      (was) => was as unknown as DocumentRequirement,
    ),
  };
}

type CountryRow = Country & { validFrom: string | null; validTo: string | null };

/** Every participant there is or was, with its days in the Schedule, for their names. */
export async function listParticipants(reader: Db = db()): Promise<Participant[]> {
  const participants = await reader.participant.findMany({ orderBy: { code: "asc" } });
  return participants.map(plainParticipant);
}

/** When the office works: holidays and hours. Read once a request. */
export const getCalendar = cache(async (reader: Db = db()): Promise<Calendar> => {
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
  reader: Db = db(),
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
export async function listReturnReasons(day: string, reader: Db = db()): Promise<ReturnReason[]> {
  const on = new Date(day);
  return reader.returnReason.findMany({
    where: { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] },
    orderBy: { code: "asc" },
    select: { code: true, section: true, nameEn: true, nameFr: true, textEn: true, textFr: true },
  });
}

/** The paragraphs for replies that are offered on a day, in the order of their codes. */
export async function listReplyParagraphs(day: string): Promise<ReplyParagraph[]> {
  const on = new Date(day);
  return db().replyParagraph.findMany({
    where: { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] },
    orderBy: { code: "asc" },
    select: { code: true, nameEn: true, nameFr: true, textEn: true, textFr: true },
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

/** What the rules know of one, also where it comes from a change. */
function participantOf(was: Readonly<Record<string, unknown>>): Participant {
  const { code, nameEn, nameFr, scheduleFrom, scheduleTo } = was as unknown as Participant;
  return { code, nameEn, nameFr, scheduleFrom, scheduleTo };
}

function mineOf({ code, nameEn, nameFr, province, status, opened, closed }: Mine): Mine {
  return { code, nameEn, nameFr, province, status, opened, closed };
}

const dayOf = (date: Date | null) => (date ? isoDate(date) : null);

/** The authority of a participant, or of the participant to which a country belongs, where its mailbox is known. */
export async function findAuthority(code: string, reader: Db = db()) {
  const country = await reader.country.findUnique({ where: { code } });
  const found = await reader.participant.findUnique({
    where: { code: country?.participant ?? code },
  });
  if (!found?.mailbox) return null;
  return { authority: found.authority ?? found.nameEn, recipient: found.mailbox };
}
