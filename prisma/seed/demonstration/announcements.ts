import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { answerAnnouncement } from "@/lib/imports/commands/answer-announcement";
import { register } from "@/lib/imports/commands/register";
import { normaliseNumber } from "@/lib/imports/number";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { paper } from "./paper";

interface Announced {
  /** Also its creation token: made once, however often the demonstration is. */
  readonly id: string;
  readonly exporterId: string;
  readonly by: ExporterViewer;
  readonly issuer: string;
  readonly country: string;
  readonly number: string;
  /** Days since the import. */
  readonly ago: number;
  readonly note?: string;
}

interface Cast {
  readonly maya: ExporterViewer;
  readonly luc: ExporterViewer;
  readonly nora: OfficerViewer;
  readonly auroreId: string;
  readonly taigaId: string;
}

/** Imports that wait for the office, one that waits for its exporter, and two originals on their way. */
export async function makeAnnouncements({ maya, luc, nora, auroreId, taigaId }: Cast) {
  const aurore = { exporterId: auroreId, by: maya };
  const taiga = { exporterId: taigaId, by: luc };
  const rows: Announced[] = [
    {
      ...aurore,
      id: "019abf00-0000-7000-8000-000000000001",
      issuer: "ZA",
      country: "Republic of South Africa",
      number: "ZA0091833",
      ago: 6,
      note: "Two parcels, one certificate.",
    },
    {
      ...taiga,
      id: "019abf00-0000-7000-8000-000000000002",
      issuer: "NA",
      country: "Republic of Namibia",
      number: "NA 00 4512",
      ago: 3,
    },
    {
      ...aurore,
      id: "019abf00-0000-7000-8000-000000000003",
      issuer: "EU",
      country: "European Union",
      number: "EU00551207",
      ago: 5,
    },
  ];
  for (const row of rows) await announce(row);
  const returned = rows[2]?.id ?? "";
  const { status } = await db().importAnnouncement.findUniqueOrThrow({ where: { id: returned } });
  if (status === "sent") {
    await answerAnnouncement(
      nora,
      returned,
      { outcome: "returned", answer: "The stamp cannot be read. Please scan page 1 again." },
      1,
    );
  }
  await enter(nora, auroreId, { number: "BW0005120", issuer: "BW", ago: 12 });
  await enter(nora, taigaId, { number: "LS0000377", issuer: "LS", ago: 4 });
}

async function announce({ id, exporterId, by, issuer, country, number, ago, note }: Announced) {
  if (await db().importAnnouncement.findUnique({ where: { id } })) return;
  const importedOn = addDays(todayInOttawa(), -ago);
  const scan = paper([
    "KIMBERLEY PROCESS CERTIFICATE",
    country,
    number,
    "",
    `Issued ${addDays(importedOn, -9)}    Expires ${addDays(importedOn, 51)}`,
    "HS 7102.31    212.84 carats    US$ 108,548.40",
    "",
    `CBSA ASFC ${importedOn}`,
  ]);
  const stored = await storeBytes(storage(), scan, "application/pdf");
  await transaction(async (tx) => {
    await tx.importAnnouncement.create({
      data: {
        id,
        exporterId,
        status: "sent",
        issuer,
        number,
        importedOn: new Date(importedOn),
        note: note ?? null,
        creationToken: id,
        createdById: by.userId,
        sentAt: new Date(),
        documents: {
          create: {
            kind: "import_certificate",
            name: `${normaliseNumber(number)}.pdf`,
            mediaType: "application/pdf",
            ...stored,
            uploadedById: by.userId,
          },
        },
      },
    });
    const about = { announcementId: id, exporterId, data: {} };
    const actor = { userId: by.userId, role: "exporter" } as const;
    await record(tx, actor, { kind: "import.announced", ...about });
    await record(tx, actor, { kind: "import.sent", ...about });
  });
}

/** An entry of the register whose original has not come yet. */
async function enter(
  nora: OfficerViewer,
  exporterId: string,
  { number, issuer, ago }: { number: string; issuer: string; ago: number },
) {
  const key = { issuer, numberNormalised: number };
  if (await db().importCertificate.findUnique({ where: { issuer_numberNormalised: key } })) return;
  const importedOn = addDays(todayInOttawa(), -ago);
  const amounts = { carats: "48.20", valueUsd: "31330.00" };
  const entered = await register(
    nora,
    { exporterId },
    {
      issuer,
      number,
      issuedOn: addDays(importedOn, -9),
      expiresOn: addDays(importedOn, 51),
      provenance: issuer,
      origins: [issuer],
      ...amounts,
      lines: [{ subheading: "7102.31", ...amounts }],
      parcels: 1,
      shipper: null,
      importedOn,
      stampSeen: true,
      originalReceivedOn: null,
    },
    crypto.randomUUID(),
  );
  if (!entered.ok) throw new Error(`${number}: ${entered.error}`);
}
