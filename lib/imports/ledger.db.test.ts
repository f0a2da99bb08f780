import { randomUUID } from "node:crypto";
import Decimal from "decimal.js";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { consumeReserved, isOverdrawn, releaseReserved, reserve } from "./ledger";
import { getImportCertificates, listImportBalances } from "./queries/balances";

let owner: ExporterViewer;
let exporterId: string;
let certificates: [string, string];

beforeEach(async () => {
  ({ owner, exporterId } = await newExporter());
  certificates = [
    (await newImportCertificate({ exporterId, carats: "10.00" })).id,
    (await newImportCertificate({ exporterId, carats: "10.00" })).id,
  ];
});

async function application(): Promise<{ applicationId: string; actorId: string }> {
  const data = { exporterId, answers: {}, creationToken: randomUUID(), createdById: owner.userId };
  const { id } = await db().application.create({ data });
  return { applicationId: id, actorId: owner.userId };
}

const draws = (...carats: readonly string[]) =>
  carats.map((mass, index) => ({
    importCertificateId: certificates[index % 2] ?? "",
    carats: mass,
    valueUsd: new Decimal(mass).times(100).toFixed(2),
  }));

const kinds = async (applicationId: string) => {
  const entries = await db().ledgerEntry.findMany({
    where: { applicationId },
    orderBy: { id: "asc" },
  });
  return entries.map(({ kind, carats }) => `${kind} ${carats.toFixed(2)}`);
};

describe("an application's draws", () => {
  it("are added up for each certificate, and the same draws again move nothing", async () => {
    const by = await application();
    for (let time = 0; time < 2; time += 1) {
      await transaction((tx) => reserve(tx, { ...by, draws: draws("3.10", "2.00", "0.20") }));
    }
    expect((await kinds(by.applicationId)).sort()).toEqual(["reserved 2.00", "reserved 3.30"]);
    expect(await balanceOf(certificates[0])).toMatchObject({ remaining: "6.70", reserved: "3.30" });
  });

  it("are refused as a whole where one certificate has not enough", async () => {
    const by = await application();
    const thrown = await transaction((tx) =>
      reserve(tx, { ...by, draws: draws("1.00", "10.01") }),
    ).catch((error: unknown) => error);
    expect(isOverdrawn(thrown)).toBe(true);
    expect(await kinds(by.applicationId)).toEqual([]);
    expect((await balanceOf(certificates[0])).remaining).toBe("10.00");
  });

  it("are given back whole, once", async () => {
    const by = await application();
    await transaction((tx) => reserve(tx, { ...by, draws: draws("4.00", "5.00") }));
    const released = () => transaction((tx) => releaseReserved(tx, { ...by, reason: "cancelled" }));
    await Promise.all([released(), released()]);
    expect((await balanceOf(certificates[0])).remaining).toBe("10.00");
    expect((await balanceOf(certificates[1])).remaining).toBe("10.00");
    expect(await kinds(by.applicationId)).toHaveLength(4);
  });

  it("become what a certificate has used", async () => {
    const [by, other] = [await application(), await application()];
    await transaction((tx) => reserve(tx, { ...by, draws: draws("4.00") }));
    await transaction((tx) => reserve(tx, { ...other, draws: draws("1.00") }));
    await transaction((tx) => consumeReserved(tx, { ...by, certificateId: randomUUID() }));
    expect(await balanceOf(certificates[0])).toEqual({
      remaining: "5.00",
      reserved: "1.00",
      consumed: "4.00",
    });
    await transaction((tx) => releaseReserved(tx, { ...by, reason: "cancelled" }));
    expect(await kinds(by.applicationId)).toEqual(["reserved 4.00", "consumed 4.00"]);
  });

  it("add up to the register whatever forty applications do at once", async () => {
    const all = await Promise.all(Array.from({ length: 40 }, application));
    await Promise.all(
      all.map(async (by, index) => {
        const order = index % 2 === 0 ? draws("0.70", "0.90") : draws("0.70", "0.90").reverse();
        await transaction((tx) => reserve(tx, { ...by, draws: order })).catch((error: unknown) => {
          if (!isOverdrawn(error)) throw error;
        });
        if (index % 3 === 0)
          await transaction((tx) => releaseReserved(tx, { ...by, reason: "cancelled" }));
      }),
    );
    for (const importCertificateId of certificates) {
      const { remaining, reserved } = await balanceOf(importCertificateId);
      expect(Number(remaining)).toBeGreaterThanOrEqual(0);
      const holds = await db().importHold.aggregate({
        where: { importCertificateId },
        _sum: { reserved: true },
      });
      expect(holds._sum.reserved?.toFixed(2)).toBe(reserved);
      expect(Number(remaining) + Number(reserved)).toBeCloseTo(10, 5);
    }
  });
});

describe("value", () => {
  const of = async (id: string) => {
    const balance = await db().importBalance.findUniqueOrThrow({
      where: { importCertificateId: id },
    });
    return {
      held: `${balance.reserved.toFixed(2)} ${balance.reservedUsd.toFixed(2)}`,
      used: `${balance.consumed.toFixed(2)} ${balance.consumedUsd.toFixed(2)}`,
      left: `${balance.remaining.toFixed(2)} ${balance.remainingUsd.toFixed(2)}`,
    };
  };
  const draw = (carats: string, valueUsd: string) => [
    { importCertificateId: certificates[0], carats, valueUsd },
  ];

  it("moves with mass, alone where it alone changes, and apart where they go apart", async () => {
    const by = await application();
    const hold = (carats: string, usd: string) =>
      transaction((tx) => reserve(tx, { ...by, draws: draw(carats, usd) }));
    await hold("4.00", "3000.00");
    expect(await of(certificates[0])).toMatchObject({ held: "4.00 3000.00", left: "6.00 5000.00" });
    await hold("4.00", "2500.50");
    await hold("4.00", "3500.50");
    await hold("3.00", "4000.00");
    await hold("3.50", "1000.00");
    expect(await of(certificates[0])).toMatchObject({ held: "3.50 1000.00", left: "6.50 7000.00" });
    const entries = await db().ledgerEntry.findMany({
      where: { applicationId: by.applicationId },
      orderBy: { id: "asc" },
    });
    const said = ({ kind, carats, valueUsd, reason }: (typeof entries)[number]) =>
      `${kind} ${carats.toFixed(2)} ${valueUsd.toFixed(2)} ${reason ?? ""}`.trim();
    expect(entries.map(said)).toEqual([
      "reserved 4.00 3000.00",
      "reserved 0.00 -499.50 adjusted",
      "reserved 0.00 1000.00 adjusted",
      "released 1.00 -499.50 adjusted",
      "reserved 0.50 -3000.00 adjusted",
    ]);
    await transaction((tx) => consumeReserved(tx, { ...by, certificateId: randomUUID() }));
    expect(await of(certificates[0])).toEqual({
      held: "0.00 0.00",
      used: "3.50 1000.00",
      left: "6.50 7000.00",
    });
  });

  it("may leave with more than it came with, while carats may not", async () => {
    const [by, other] = [await application(), await application()];
    await transaction((tx) => reserve(tx, { ...by, draws: draw("9.99", "12000.00") }));
    expect((await of(certificates[0])).left).toBe("0.01 -4000.00");
    await transaction((tx) => reserve(tx, { ...other, draws: draw("0.01", "1.00") }));
    const thrown = await transaction((tx) =>
      reserve(tx, { ...other, draws: draw("0.02", "1.00") }),
    ).catch((error: unknown) => error);
    expect(isOverdrawn(thrown)).toBe(true);
    await transaction((tx) => releaseReserved(tx, { ...by, reason: "rejected" }));
    expect((await of(certificates[0])).left).toBe("9.99 7999.00");
  });
});

it("counts as left what the asking application holds itself", async () => {
  const by = await application();
  await transaction((tx) => reserve(tx, { ...by, draws: draws("4.00") }));
  const remaining = async (forApplication?: string) => {
    const balances = await listImportBalances(owner, exporterId, forApplication);
    return balances.find(({ id }) => id === certificates[0])?.remaining;
  };
  expect(await remaining()).toBe("6.00");
  expect(await remaining(by.applicationId)).toBe("10.00");
  expect(await remaining("not an id")).toBe("6.00");
  const ids = [certificates[0], "not an id", randomUUID()];
  expect(await getImportCertificates(db(), ids, by.applicationId)).toMatchObject([
    { id: certificates[0], remaining: "10.00" },
  ]);
});
