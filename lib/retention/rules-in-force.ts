import "server-only";
import type { Db } from "@/lib/db";

/** Of each rule the newest one whose day has come, by code. */
export async function rulesOn(reader: Db, day: string) {
  return reader.retentionRule.findMany({
    where: { validFrom: { lte: new Date(day) } },
    orderBy: [{ code: "asc" }, { validFrom: "desc" }],
    distinct: ["code"],
  });
}
