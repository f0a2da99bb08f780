import Decimal from "decimal.js";
import { db, transaction } from "@/lib/db";

interface Entry {
  readonly number: string;
  readonly issuer: string;
  readonly carats: string;
  readonly usdPerCarat: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly importedOn: string;
  readonly originalReceivedOn: string;
}

const register = {
  bw: {
    number: "BW0004471",
    issuer: "BW",
    carats: "512.40",
    usdPerCarat: "795.00",
    issuedOn: "2026-08-03",
    expiresOn: "2026-10-02",
    importedOn: "2026-08-20",
    originalReceivedOn: "2026-08-24",
  },
  ao: {
    number: "AO00119820",
    issuer: "AO",
    carats: "20.05",
    usdPerCarat: "810.00",
    issuedOn: "2026-09-14",
    expiresOn: "2026-11-13",
    importedOn: "2026-09-29",
    originalReceivedOn: "2026-10-01",
  },
  za: {
    number: "ZA00771203",
    issuer: "ZA",
    carats: "90.00",
    usdPerCarat: "640.00",
    issuedOn: "2026-09-02",
    expiresOn: "2026-11-01",
    importedOn: "2026-09-11",
    originalReceivedOn: "2026-09-15",
  },
} as const satisfies Record<string, Entry>;

/** The import certificates of both profiles with their first ledger entries; gives back their ids. */
export async function makeImports(auroreId: string, taigaId: string, registeredById: string) {
  const make = async (entry: Entry, exporterId: string) => {
    const { number, issuer, carats, usdPerCarat, ...days } = entry;
    const key = { issuer, numberNormalised: number };
    const there = await db().importCertificate.findUnique({
      where: { issuer_numberNormalised: key },
    });
    if (there) return there.id;
    const valueUsd = new Decimal(carats).times(usdPerCarat).toFixed(2);
    return transaction(async (tx) => {
      const { id } = await tx.importCertificate.create({
        data: {
          ...key,
          number,
          exporterId,
          provenance: issuer,
          origins: [issuer],
          issuedOn: new Date(days.issuedOn),
          expiresOn: new Date(days.expiresOn),
          importedOn: new Date(days.importedOn),
          originalReceivedOn: new Date(days.originalReceivedOn),
          carats,
          valueUsd,
          lines: { create: { subheading: "7102.31", carats, valueUsd } },
          registeredById,
        },
      });
      await tx.ledgerEntry.create({
        data: {
          importCertificateId: id,
          kind: "registered",
          carats,
          valueUsd,
          actorId: registeredById,
        },
      });
      return id;
    });
  };
  return {
    bw: await make(register.bw, auroreId),
    ao: await make(register.ao, auroreId),
    za: await make(register.za, taigaId),
  };
}
