import "server-only";
import { purposes, type Purpose } from "@/lib/certificates/status/lists";
import { db } from "@/lib/db";

export const isPurpose = (text: string): text is Purpose => purposes.some((one) => one === text);

/** The newest list of a purpose as it was signed; null before the first. */
export async function findSignedList(purpose: Purpose): Promise<string | null> {
  const found = await db().signedStatusList.findUnique({ where: { purpose } });
  return found?.jwt ?? null;
}
