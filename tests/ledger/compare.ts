import Decimal from "decimal.js";
import { expect } from "vitest";
import { db } from "@/lib/db";
import type { Entry, Model } from "./model";
import { doneKind, type World } from "./operations";

/* What PostgreSQL holds, in the words of the model. */

const hundredths = (figure: { toString(): string }) =>
  new Decimal(figure.toString()).times(100).toNumber();

/** The operations that were done, in the order in which one saw the other. */
export async function doneIn({ exporterId, applications }: World): Promise<string[]> {
  const world = { path: ["world"], equals: applications[0] ?? "" };
  const events = await db().event.findMany({
    where: { exporterId, kind: doneKind, data: world },
    orderBy: { id: "asc" },
    select: { data: true },
  });
  return events.map(({ data }) => (data as { operation: string }).operation);
}

/** What each operation entered. */
export async function enteredIn(world: World): Promise<Map<string, Entry[]>> {
  const entries = await db().ledgerEntry.findMany({
    where: { importCertificateId: { in: [...world.certificates] }, kind: { not: "registered" } },
    orderBy: { id: "asc" },
  });
  const places = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
  const [certificates, applications] = [places(world.certificates), places(world.applications)];
  const entered = new Map<string, Entry[]>();
  for (const { kind, importCertificateId, applicationId, actorId, reason, ...figures } of entries) {
    const operation = (kind === "corrected" ? reason : actorId) ?? "";
    const entry = {
      kind: kind as Entry["kind"],
      certificate: certificates.get(importCertificateId) ?? -1,
      application: applicationId === null ? null : (applications.get(applicationId) ?? -1),
      carats: hundredths(figures.carats),
      usd: hundredths(figures.valueUsd),
    };
    entered.set(operation, [...(entered.get(operation) ?? []), entry]);
  }
  return entered;
}

/** In the order of the certificates, in which the model enters too. */
export const inOrder = (entries: readonly Entry[]) =>
  [...entries].sort((a, b) => a.certificate - b.certificate);

/** Balances and holds are the model's, to the hundredth. */
export async function expectSame(world: World, model: Model): Promise<void> {
  const ids = [...world.certificates];
  const balances = await db().importBalance.findMany({
    where: { importCertificateId: { in: ids } },
    orderBy: { importCertificateId: "asc" },
  });
  expect(
    balances.map((balance) => ({
      registered: {
        carats: hundredths(balance.registered),
        usd: hundredths(balance.registeredUsd),
      },
      left: { carats: hundredths(balance.remaining), usd: hundredths(balance.remainingUsd) },
    })),
  ).toEqual(model.accounts);
  const holds = await db().importHold.findMany({ where: { importCertificateId: { in: ids } } });
  const found = holds.map((hold) => [
    `${ids.indexOf(hold.importCertificateId)} ${world.applications.indexOf(hold.applicationId)}`,
    {
      reserved: { carats: hundredths(hold.reserved), usd: hundredths(hold.reservedUsd) },
      consumed: { carats: hundredths(hold.consumed), usd: hundredths(hold.consumedUsd) },
    },
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(model.holds));
}

/** Accounts that are wrong at one moment: below nothing, or other than their entries or holds say. */
export const wrongAccounts = `
  SELECT b."importCertificateId" FROM "ImportBalance" b
    JOIN LATERAL (
      SELECT sum(CASE WHEN kind IN ('registered', 'corrected') THEN carats END) AS registered,
             sum(CASE WHEN kind IN ('registered', 'corrected') THEN "valueUsd" END) AS usd,
             sum(CASE kind WHEN 'reserved' THEN -carats WHEN 'consumed' THEN 0 ELSE carats END) AS remaining,
             sum(CASE kind WHEN 'reserved' THEN -"valueUsd" WHEN 'consumed' THEN 0 ELSE "valueUsd" END) AS left_usd
        FROM "LedgerEntry" e WHERE e."importCertificateId" = b."importCertificateId") e ON true
    JOIN LATERAL (
      SELECT coalesce(sum(reserved), 0) AS reserved, coalesce(sum(consumed), 0) AS consumed,
             coalesce(sum("reservedUsd"), 0) AS reserved_usd, coalesce(sum("consumedUsd"), 0) AS consumed_usd
        FROM "ImportHold" h WHERE h."importCertificateId" = b."importCertificateId") h ON true
   WHERE b.remaining < 0 OR b.reserved < 0 OR b.consumed < 0 OR b."reservedUsd" < 0 OR b."consumedUsd" < 0
      OR b.registered <> b.reserved + b.consumed + b.remaining
      OR b."registeredUsd" <> b."reservedUsd" + b."consumedUsd" + b."remainingUsd"
      OR (e.registered, e.usd, e.remaining, e.left_usd) IS DISTINCT FROM
         (b.registered, b."registeredUsd", b.remaining, b."remainingUsd")
      OR (h.reserved, h.consumed, h.reserved_usd, h.consumed_usd) IS DISTINCT FROM
         (b.reserved, b.consumed, b."reservedUsd", b."consumedUsd")`;
