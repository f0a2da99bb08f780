import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { getReference, listDeclarationTexts, listHolidays } from "@/lib/reference/queries";
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
    expect(await listHolidays()).toHaveLength(files.holidays.length);
    expect(await listDeclarationTexts("2026-11-23")).toHaveLength(2);
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
    await load();
    expect(await getReference("2026-11-23")).toEqual(before);
    expect(await db().declarationText.count()).toBe(2);
    expect(await db().portalText.count()).toBe(files.texts.length);
  });
});
