import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { db, transaction } from "@/lib/db";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { consumeReserved, reserve } from "./ledger";
import { moveConsumed, releaseConsumed } from "./ledger-used";

let imports: readonly [string, string];
let by: { applicationId: string; actorId: string };
let exporterId: string;
const certificateId = () => randomUUID();

async function application(): Promise<string> {
  const data = { exporterId, answers: {}, creationToken: randomUUID(), createdById: by.actorId };
  return (await db().application.create({ data })).id;
}

beforeEach(async () => {
  const made = await newExporter();
  ({ exporterId } = made);
  by = { applicationId: "", actorId: made.owner.userId };
  by.applicationId = await application();
  imports = [
    (await newImportCertificate({ exporterId, carats: "10.00" })).id,
    (await newImportCertificate({ exporterId, carats: "10.00" })).id,
  ];
});

/** An application that has used 4 carats of one import and 2.50 of another for a certificate. */
async function used(certificate: string): Promise<void> {
  const [first, second] = imports;
  const draws = [
    { importCertificateId: first, carats: "4.00", valueUsd: "3300.00" },
    { importCertificateId: second, carats: "2.50", valueUsd: "9999.99" },
  ];
  await transaction((tx) => reserve(tx, { ...by, draws }));
  await transaction((tx) => consumeReserved(tx, { ...by, certificateId: certificate }));
}

async function balances() {
  const found = await db().importBalance.findMany({
    where: { importCertificateId: { in: [...imports] } },
  });
  return imports.map((id) => {
    const balance = found.find(({ importCertificateId }) => importCertificateId === id);
    return [
      balance?.reserved.toFixed(2),
      balance?.consumed.toFixed(2),
      balance?.consumedUsd.toFixed(2),
      balance?.remaining.toFixed(2),
      balance?.remainingUsd.toFixed(2),
    ];
  });
}

it("gives back what a certificate has used whose stones were never exported, once", async () => {
  const certificate = certificateId();
  await used(certificate);
  expect(await balances()).toEqual([
    ["0.00", "4.00", "3300.00", "6.00", "4700.00"],
    // Valued higher when they leave than when they came: what is left in value is less than nothing.
    ["0.00", "2.50", "9999.99", "7.50", "-1999.99"],
  ]);
  const release = () =>
    transaction((tx) =>
      releaseConsumed(tx, { ...by, certificateId: certificate, reason: "neverExported" }),
    );
  await Promise.all([release(), release()]);
  expect(await balances()).toEqual([
    ["0.00", "0.00", "0.00", "10.00", "8000.00"],
    ["0.00", "0.00", "0.00", "10.00", "8000.00"],
  ]);
  const entries = await db().ledgerEntry.findMany({
    where: { certificateId: certificate, kind: "released" },
  });
  expect(entries.map(({ reason }) => reason)).toEqual(["neverExported", "neverExported"]);
});

it("moves what a certificate has used to the one that replaces it", async () => {
  const [old, replacing] = [certificateId(), certificateId()];
  await used(old);
  const before = await balances();
  const from = { applicationId: by.applicationId, certificateId: old };
  const to = { applicationId: await application(), certificateId: replacing };
  const draws = [
    { importCertificateId: imports[0], carats: "4.00", valueUsd: "3300.00" },
    { importCertificateId: imports[1], carats: "2.50", valueUsd: "9999.99" },
  ];
  await transaction((tx) => moveConsumed(tx, { from, to, draws, actorId: by.actorId }));
  expect(await balances()).toEqual(before);
  const holds = await db().importHold.findMany({
    where: { applicationId: { in: [from.applicationId, to.applicationId] } },
  });
  const usedBy = (id: string) =>
    holds
      .filter(({ applicationId }) => applicationId === id)
      .map(({ consumed, reserved }) => `${consumed.toFixed(2)} ${reserved.toFixed(2)}`)
      .sort();
  expect(usedBy(from.applicationId)).toEqual(["0.00 0.00", "0.00 0.00"]);
  expect(usedBy(to.applicationId)).toEqual(["2.50 0.00", "4.00 0.00"]);
  // What the first one used has gone to the second, and only from there it can be given back.
  const why = { actorId: by.actorId, reason: "neverExported" } as const;
  await transaction((tx) => releaseConsumed(tx, { ...from, ...why }));
  expect(await balances()).toEqual(before);
  await transaction((tx) => releaseConsumed(tx, { ...to, ...why }));
  expect((await balances()).map(([, consumed]) => consumed)).toEqual(["0.00", "0.00"]);
});

it("moves nothing of a certificate that has used nothing", async () => {
  const nothing = { ...by, certificateId: certificateId(), reason: "neverExported" } as const;
  await transaction((tx) => releaseConsumed(tx, nothing));
  expect(await db().ledgerEntry.count({ where: { applicationId: by.applicationId } })).toBe(0);
});
