import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import {
  getCalendar,
  getReference,
  listDeclarationTexts,
  listReplyParagraphs,
  listReturnReasons,
} from "@/lib/reference/queries";
import { getLetterTexts } from "@/lib/reviews/queries/letter-texts";
import { PrismaClient } from "@/prisma/generated/client";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import { runSeed } from "@/scripts/stack/seed";

const files = readReferenceFiles();
const byCode = <T extends { code: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));

describe("the reference data in the database", () => {
  it("is what the files say", async () => {
    const reference = await getReference("2026-11-23");
    expect(reference.participants).toHaveLength(61);
    expect(byCode(files.participants)).toMatchObject(reference.participants);
    expect(reference.countries.map(({ code, participant }) => [code, participant])).toEqual(
      byCode(files.countries).map(({ code, participant }) => [code, participant]),
    );
    expect(reference.mines).toHaveLength(files.mines.length);
    expect(reference.subheadings).toEqual(byCode(files.subheadings));
    expect(reference.sanctions).toEqual(
      [...files.sanctions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const calendar = await getCalendar();
    expect(calendar.holidays).toHaveLength(files.holidays.length);
    expect(calendar.hours).toEqual(files.hours);
    expect(await listDeclarationTexts("2026-11-23")).toHaveLength(2);
    expect(await listReturnReasons("2026-11-26")).toHaveLength(files.returnReasons.length);
    expect(await listReturnReasons("2002-12-31")).toEqual([]);
    expect(await listReplyParagraphs("2026-11-26")).toHaveLength(files.replyParagraphs.length);
    expect(await listReplyParagraphs("2002-12-31")).toEqual([]);
    expect((await getLetterTexts("2026-11-26")).fr.notice_close).toContain("n’est pas un refus");
    for (const { kind, version, textEn, textFr } of files.texts) {
      const where = { kind_version: { kind, version } };
      expect(await db().portalText.findUnique({ where })).toMatchObject({ textEn, textFr });
    }
  });

  it("is loaded again without a change", async () => {
    const owner = process.env["DATABASE_OWNER_URL"] ?? "";
    const load = () =>
      runSeed("prisma/seed/reference.ts", { DATABASE_URL: owner, DATABASE_OWNER_URL: owner }, {});
    const before = await getReference("2026-11-23");
    const reword = (client: PrismaClient, nameEn: string) =>
      client.returnReason.update({ where: { code: "subheading" }, data: { nameEn } });
    const asOwner = new PrismaClient({ adapter: new PrismaPg({ connectionString: owner }) });
    const { nameEn } = await asOwner.returnReason.findUniqueOrThrow({
      where: { code: "subheading" },
    });
    await reword(asOwner, "As the office says it now");
    await load();
    // What the office has reworded stays reworded.
    const now = (await listReturnReasons("2026-11-26")).find(({ code }) => code === "subheading");
    expect(now?.nameEn).toBe("As the office says it now");
    await reword(asOwner, nameEn);
    await asOwner.$disconnect();
    expect(await getReference("2026-11-23")).toEqual(before);
    expect(await db().declarationText.count()).toBe(2);
    expect(await db().portalText.count()).toBe(files.texts.length);
  });
});
