import type {
  Answers,
  ConsigneeAnswers,
  DocumentFact,
  GoodsAnswers,
  OriginRow,
} from "@/lib/applications/answers";
import type { Section } from "@/lib/applications/sections";
import { isOnSchedule, participantByCode, participantOfCountry } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";

/** What a copy does not take over, and has to be said anew. */
export type LeftOutFact =
  | "destination"
  | "country"
  | "delivery"
  | "imports"
  | "mine"
  | "statedOrigin"
  | "subheading"
  | "lineAmounts"
  | "seals"
  | "permit"
  | "documents";

export interface LeftOut {
  readonly fact: LeftOutFact;
  readonly section: Section;
  /** The field to fill in; null where it is not one field. */
  readonly field: string | null;
  /** The row or line, from 1. */
  readonly row?: number;
}

/**
 * The answers with which a copy begins on a day (ISO, Ottawa): all but what belongs to one shipment alone
 * (seals, what was drawn from import certificates, a permit, who signed) and what no longer holds.
 */
export function copyAnswers(
  { applicant, delivery, consignee, origin, goods }: Answers,
  reference: Reference,
  today: string,
  newId: () => string = () => crypto.randomUUID(),
): Answers {
  const rows = origin?.origins ?? [];
  const drawn = rows.some(({ category }) => category === "previously_imported");
  const copy: Answers = {};
  if (applicant) {
    const { exporterIsDifferent, exporter } = applicant;
    copy.applicant = present({ exporterIsDifferent, exporter });
  }
  const toNobody = delivery?.to === "exporter" && applicant?.exporterIsDifferent !== true;
  if (delivery) copy.delivery = toNobody ? {} : delivery;
  if (consignee) copy.consignee = consigneeToday(consignee, reference, today);
  if (origin) {
    copy.origin = { origins: rows.map((row) => ({ ...rowToday(row, reference), id: newId() })) };
  }
  if (goods) copy.goods = goodsToday(goods, reference, drawn);
  return copy;
}

function consigneeToday(
  { destination, consignee }: ConsigneeAnswers,
  reference: Reference,
  today: string,
): ConsigneeAnswers {
  const participant = participantByCode(reference, destination ?? "");
  const holds = participant && participant.code !== "CA" && isOnSchedule(participant, today);
  const country = consignee?.country;
  const there =
    !destination || !country || participantOfCountry(reference, country) === destination;
  return present({
    destination: holds ? destination : undefined,
    consignee: consignee && present({ ...consignee, country: there ? country : undefined }),
  });
}

function rowToday(row: OriginRow, { mines, ...reference }: Reference): OriginRow {
  switch (row.category) {
    case "previously_imported":
      return { id: row.id, category: row.category };
    case "new_production": {
      const known = mines.some(({ code }) => code === row.mine);
      return present({ ...row, mine: known ? row.mine : undefined });
    }
    case "exploration":
      return row;
    case "extraction":
    case "in_canada_before_2003": {
      const { statedOrigin: stated } = row;
      const known = stated === "unknown" || participantByCode(reference, stated ?? "") !== null;
      return present({ ...row, statedOrigin: known ? stated : undefined });
    }
  }
}

function goodsToday(
  { hsLines, containerCount, parcels }: GoodsAnswers,
  { subheadings }: Reference,
  drawn: boolean,
): GoodsAnswers {
  const isRough = (code: string | undefined) =>
    subheadings.some((known) => known.code === code && known.roughDiamond);
  const lines = hsLines?.map(({ subheading, polished, carats, usd }) => ({
    ...(isRough(subheading) ? present({ subheading, polished }) : {}),
    // Totals of rows whose amounts are still to come would be wrong.
    ...(drawn ? {} : present({ carats, usd })),
  }));
  return present({ hsLines: lines, containerCount, parcels });
}

interface Content {
  readonly answers: Answers;
  readonly documents: readonly Pick<DocumentFact, "id">[];
}

/** What an application said and its copy does not say (yet), in the order of the sections. */
export function leftOutOf(source: Content, copy: Content): LeftOut[] {
  const { delivery, consignee, origin, goods } = copy.answers;
  const before = source.answers;
  const found: LeftOut[] = [];
  const add = (fact: LeftOutFact, section: Section, field: string | null, index?: number) =>
    found.push({ fact, section, field, ...(index === undefined ? {} : { row: index + 1 }) });

  if (before.delivery?.to && !delivery?.to) add("delivery", "delivery", "to");
  const to = before.consignee?.destination;
  if (to && !consignee?.destination) add("destination", "consignee", "destination");
  const lacksCountry = before.consignee?.consignee?.country && !consignee?.consignee?.country;
  if (lacksCountry) add("country", "consignee", "consignee.country");

  const rowsBefore = before.origin?.origins ?? [];
  const saidBefore = (field: "mine" | "statedOrigin" | "importCertificateId") =>
    rowsBefore.some((row) => (row as Partial<Record<typeof field, string>>)[field]);
  origin?.origins?.forEach((row, index) => {
    const at = (field: string) => `origins[${index}].${field}`;
    if (row.category === "previously_imported" && saidBefore("importCertificateId")) {
      const fields = ["importCertificateId", "carats", "usd"] as const;
      const lacking = fields.find((field) => !row[field]);
      if (lacking) add("imports", "origin", at(lacking), index);
    }
    if (row.category === "new_production" && !row.mine && saidBefore("mine")) {
      add("mine", "origin", at("mine"), index);
    }
    if (lacksStatedOrigin(row) && saidBefore("statedOrigin")) {
      add("statedOrigin", "origin", at("statedOrigin"), index);
    }
  });

  const linesBefore = before.goods?.hsLines ?? [];
  goods?.hsLines?.forEach(({ subheading, carats, usd }, index) => {
    if (!subheading && linesBefore.some((line) => line.subheading)) {
      add("subheading", "goods", `hsLines[${index}].subheading`, index);
    }
    if ((!carats || !usd) && linesBefore.some((line) => line.carats && line.usd)) {
      add("lineAmounts", "goods", `hsLines[${index}].${carats ? "usd" : "carats"}`, index);
    }
  });
  const sealed = (seals: readonly string[] | undefined) => (seals ?? []).length > 0;
  if (sealed(before.goods?.seals) && !sealed(goods?.seals)) add("seals", "goods", "seals");
  const permitNeeded = before.goods?.semaPermit && consignee?.destination === to;
  if (permitNeeded && !goods?.semaPermit) add("permit", "goods", "semaPermit");
  if (source.documents.length > 0 && copy.documents.length === 0) {
    add("documents", "documents", null);
  }
  return found;
}

function lacksStatedOrigin(row: OriginRow): boolean {
  if (row.category === "in_canada_before_2003") return !row.statedOrigin;
  return (
    row.category === "extraction" && row.concentratesFrom === "outside_canada" && !row.statedOrigin
  );
}

/** Without the members that are undefined: what is stored has none. */
function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const there = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]: Exclude<T[K], undefined> };
}
