import "server-only";
import type { Signer } from "@/lib/certificates/seal/signer";
import { purposes, type Purpose } from "@/lib/certificates/status/lists";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { env } from "@/lib/env";

const quarter = 15 * 60 * 1000;

/** The last quarter hour that struck. */
export const quarterHour = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / quarter) * quarter);

/**
 * Signs both lists for the quarter hour that was last, unless that is done, whether or not anything changed:
 * that a list is new says nothing.
 */
export async function signStatusLists(signer: Signer): Promise<void> {
  const signedFor = quarterHour(now());
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kp status lists'))`;
    const there = await tx.signedStatusList.findMany();
    const done = there.filter((list) => list.signedFor >= signedFor).map(({ purpose }) => purpose);
    for (const purpose of purposes.filter((one) => !done.includes(one))) {
      const encodedList = encodeList(purpose, await saidOf(tx, purpose));
      const list = { purpose, encodedList, signedAt: signedFor, portalUrl: env().PORTAL_URL };
      const data = { signedFor, jwt: await signList(list, signer) };
      await tx.signedStatusList.upsert({
        where: { purpose },
        create: { purpose, ...data },
        update: data,
      });
    }
  });
}

async function saidOf(tx: Tx, purpose: Purpose): Promise<[number, number][]> {
  const revoked = purpose === "revocation";
  const rows = await tx.certificateStatus.findMany({
    where: revoked ? { revoked: true } : { message: { gt: 0 } },
    select: { index: true, message: true },
  });
  return rows.map(({ index, message }) => [index, revoked ? 1 : message]);
}
