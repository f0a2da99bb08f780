import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { searchExporters } from "@/lib/exporters/queries/search";
import { profilesLike } from "@/lib/exporters/search-sql";
import { newExporter, newOfficer } from "@/tests/factories/people";

const suffix = () => crypto.randomUUID().slice(0, 8);

it("finds a profile by its name and town without accents or capitals, and takes signs as they are", async () => {
  const officer = await newOfficer("reviewer");
  const mark = suffix();
  const legalName = `Taïga 100%_${mark} Ltée`;
  const { exporterId } = await newExporter({ legalName, city: `Montréal-${mark}` });
  const { exporterId: other } = await newExporter({ legalName: `Boréal 100 ${mark}` });
  const found = async (text: string) =>
    (await searchExporters(officer, text)).rows.map(({ id }) => id);
  for (const text of [`taiga 100%_${mark}`, `MONTREAL-${mark}`, `ltee ${mark} montreal taïga`]) {
    expect(await found(text), text).toEqual([exporterId]);
  }
  expect(await found(mark)).toEqual([other, exporterId]);
  for (const text of [`% ${mark}`, `_${mark}`, `100% ${mark}`]) {
    expect(await found(text), text).toEqual([exporterId]);
  }
  for (const text of ["\\", `taiga\\ ${mark}`, "  ", ""]) {
    expect(await found(text), text).toEqual([]);
  }
});

it("finds it by its business number, however that is typed", async () => {
  const officer = await newOfficer("reviewer");
  const businessNumber = "123456782RM0001";
  const { exporterId } = await newExporter({ legalName: `Aurora ${suffix()}` });
  await db().exporter.update({ where: { id: exporterId }, data: { businessNumber } });
  const found = async (text: string) =>
    (await searchExporters(officer, text)).rows.map(({ id }) => id);
  for (const text of ["123456782", "123 456 782 rm 0001", "6782-RM"]) {
    expect(await found(text), text).toContain(exporterId);
  }
});

it("is served by indexes, whichever part it is that agrees", async () => {
  const plan = await db().$transaction(async (tx) => {
    // A few rows are read faster as they lie; what counts is that it need not be so.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
    return tx.$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT e.id FROM "Exporter" e WHERE ${profilesLike("montreal 123456782")}`;
  });
  const lines = plan.flatMap((line) => Object.values(line)).join("\n");
  for (const index of ["Exporter_in_name", "Exporter_in_city", "Exporter_in_business_number"]) {
    expect(lines).toContain(index);
  }
  expect(lines).not.toContain("Seq Scan");
});
