import "server-only";
import { db } from "@/lib/db";

/** Names of the participants with these codes, in both languages, in one statement for a whole list. */
export async function participantNames(codes: readonly (string | null)[]) {
  const participants = await db().participant.findMany({
    where: { code: { in: [...new Set(codes.filter((code) => code !== null))] } },
    select: { code: true, nameEn: true, nameFr: true },
  });
  const names = new Map(
    participants.map(({ code, nameEn, nameFr }) => [code, { en: nameEn, fr: nameFr }]),
  );
  return (code: string | null) => (code === null ? null : (names.get(code) ?? null));
}
