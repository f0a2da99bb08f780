import { randomUUID } from "node:crypto";
import type { Answers } from "@/lib/applications/answers";
import { bookOf } from "@/lib/applications/book";
import { db, transaction } from "@/lib/db";
import { keepInBook } from "@/lib/exporters/keep-in-book";
import { goodAnswers } from "@/tests/factories/applications";

/** A consignee in the address book of a profile that nobody else has, or that of these answers. */
export async function newBookEntry(exporterId: string, answers?: Answers): Promise<string> {
  const { consignee } = answers ?? goodAnswers();
  const party = { ...consignee?.consignee, city: `Antwerpen ${randomUUID().slice(0, 8)}` };
  const entries = bookOf({ consignee: { ...consignee, consignee: party } });
  await transaction((tx) => keepInBook(tx, exporterId, entries, new Date()));
  const { id } = await db().bookEntry.findFirstOrThrow({
    where: { exporterId, data: { path: ["consignee", "city"], equals: party.city } },
  });
  return id;
}
