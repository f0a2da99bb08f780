import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/imports/access";
import { normaliseNumber } from "@/lib/imports/number";
import { lateBefore, originalState } from "@/lib/imports/original";
import type { ImportFilter, ImportSort } from "@/lib/imports/schema-list";
import { readPlace } from "@/lib/place";
import { isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export const registerPage = 25;

type RegisterView = Extract<ImportFilter["view"], "overdue" | "awaited" | "registered">;
type Filter = Omit<ImportFilter, "view"> & { view: RegisterView };

/** One page of the register. What waits for its original comes with the earliest import first. */
export async function listRegister(viewer: OfficerViewer, filter: Filter) {
  const today = todayInOttawa();
  const sort = filter.view === "registered" ? filter.sort : "firstImport";
  const place = beyond(sort, filter.after);
  const found = await db().importCertificate.findMany({
    where: {
      AND: [
        visibleTo(viewer),
        ofView(filter.view, today),
        ...(await matching(filter.text)),
        ...(place ? [place] : []),
      ],
    },
    orderBy: orderOf(sort),
    take: registerPage + 1,
    select: {
      id: true,
      number: true,
      numberNormalised: true,
      issuer: true,
      importedOn: true,
      registeredAt: true,
      originalReceivedOn: true,
      carats: true,
      exporter: { select: { legalName: true } },
      balance: { select: { registered: true, remaining: true } },
    },
  });
  const last = found.length > registerPage ? found[registerPage - 1] : undefined;
  return {
    next: last ? placeOf(sort, last) : null,
    rows: found.slice(0, registerPage).map(({ exporter, balance, ...row }) => {
      const importedOn = isoDate(row.importedOn);
      const originalReceivedOn = row.originalReceivedOn ? isoDate(row.originalReceivedOn) : null;
      return {
        ...row,
        importedOn,
        originalReceivedOn,
        original: originalState({ importedOn, originalReceivedOn }, today),
        importerName: exporter.legalName,
        // As corrected since.
        carats: (balance?.registered ?? row.carats).toFixed(2),
        remaining: balance?.remaining.toFixed(2) ?? row.carats.toFixed(2),
      };
    }),
  };
}
export type RegisterRow = Awaited<ReturnType<typeof listRegister>>["rows"][number];

/** How many imports wait for what, now, in one statement; every officer sees them all. */
export async function countImports() {
  const late = lateBefore(todayInOttawa());
  const [figures] = await db().$queryRaw<ImportFigures[]>`
    SELECT (SELECT count(*)::int FROM "ImportAnnouncement" WHERE status = 'sent') AS announced,
           (SELECT count(*)::int FROM "ImportAnnouncement" WHERE status = 'returned') AS returned,
           count(*) FILTER (WHERE "originalReceivedOn" IS NULL AND "importedOn" <= ${late}::date)::int AS overdue,
           count(*) FILTER (WHERE "originalReceivedOn" IS NULL AND "importedOn" > ${late}::date)::int AS awaited,
           count(*)::int AS registered
    FROM "ImportCertificate"`;
  return figures ?? { announced: 0, returned: 0, overdue: 0, awaited: 0, registered: 0 };
}
type ImportFigures = Record<ImportFilter["view"], number>;

/** How many announcements nobody has answered yet, for the menu of every page of the desk. */
export async function countSentAnnouncements(): Promise<number> {
  return db().importAnnouncement.count({ where: { status: "sent" } });
}

function ofView(view: RegisterView, today: string): Prisma.ImportCertificateWhereInput {
  const late = new Date(lateBefore(today));
  if (view === "registered") return {};
  return {
    originalReceivedOn: null,
    importedOn: view === "overdue" ? { lte: late } : { gt: late },
  };
}

/** By number, importer, or the issuer's code or name in either language. */
async function matching(text: string): Promise<Prisma.ImportCertificateWhereInput[]> {
  if (text === "") return [];
  const contains = { contains: text, mode: "insensitive" as const };
  const issuers = await db().participant.findMany({
    where: { OR: [{ nameEn: contains }, { nameFr: contains }, { code: text.toUpperCase() }] },
    select: { code: true },
  });
  const number = normaliseNumber(text);
  return [
    {
      OR: [
        ...(number === "" ? [] : [{ numberNormalised: { contains: number } }]),
        { exporter: { legalName: contains } },
        { issuer: { in: issuers.map(({ code }) => code) } },
      ],
    },
  ];
}

/** Which column, in which direction. */
const orders = {
  newest: ["registeredAt", "desc"],
  lastImport: ["importedOn", "desc"],
  firstImport: ["importedOn", "asc"],
  number: ["numberNormalised", "asc"],
  carats: ["carats", "desc"],
} as const satisfies Record<ImportSort, [keyof Prisma.ImportCertificateWhereInput, "asc" | "desc"]>;
type Column = (typeof orders)[ImportSort][0];

function orderOf(sort: ImportSort): Prisma.ImportCertificateOrderByWithRelationInput[] {
  const [column, direction] = orders[sort];
  return [{ [column]: direction }, { id: direction }];
}

interface Placed {
  id: string;
  numberNormalised: string;
  registeredAt: Date;
  importedOn: Date;
  carats: { toFixed(places: number): string };
}

/** Where a row stands in the order, as the address carries it. */
function placeOf(sort: ImportSort, row: Placed): string {
  const value = row[orders[sort][0]];
  const said =
    value instanceof Date
      ? value.toISOString()
      : typeof value === "string"
        ? value
        : value.toFixed(2);
  return `${said}~${row.id}`;
}

/** The letters of a number and the digits of a mass: others are no column's value. */
const shapes = { numberNormalised: /^[0-9A-Z]{1,20}$/, carats: /^\d{1,12}(\.\d{1,2})?$/ };

function valueIn(column: Column, place: string, said: string): Date | string | null {
  if (column === "registeredAt" || column === "importedOn") return readPlace(place)?.at ?? null;
  return shapes[column].test(said) ? said : null;
}

/** What comes after that place. One that somebody tampered with is none. */
function beyond(sort: ImportSort, place: string): Prisma.ImportCertificateWhereInput | null {
  const [column, direction] = orders[sort];
  const [said = "", id = ""] = place.split("~");
  const value = valueIn(column, place, said);
  if (value === null || !isUuid(id)) return null;
  const further = direction === "desc" ? "lt" : "gt";
  const where = (condition: object) => condition as Prisma.ImportCertificateWhereInput;
  return where({
    OR: [{ [column]: { [further]: value } }, { [column]: value, id: { [further]: id } }],
  });
}
