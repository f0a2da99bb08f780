import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import { withoutTheirs } from "@/prisma/seed/reference/theirs";

/*
 * Loads the reference data into the database of DATABASE_OWNER_URL, whole or not at all. Running it
 * again changes nothing that is the same. A row that is no longer in the files stays: past applications
 * speak of it, and an administrator may have added it. A row that administrators have changed is left
 * alone. The words of a declaration or a text never change under their version.
 */

const url = process.env["DATABASE_OWNER_URL"];
if (!url)
  throw new Error("DATABASE_OWNER_URL is not set: the reference data is loaded as the owner.");

const read = readReferenceFiles();
const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));
const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });

try {
  await client.$transaction(
    async (tx) => {
      const files = await withoutTheirs(tx, read);
      for (const row of files.participants) {
        const data = {
          ...row,
          scheduleFrom: date(row.scheduleFrom),
          scheduleTo: date(row.scheduleTo),
        };
        await tx.participant.upsert({ where: { code: row.code }, create: data, update: data });
      }
      for (const row of files.countries) {
        const data = { ...row, validFrom: date(row.validFrom), validTo: date(row.validTo) };
        await tx.country.upsert({ where: { code: row.code }, create: data, update: data });
      }
      for (const row of files.mines) {
        await tx.mine.upsert({ where: { code: row.code }, create: row, update: row });
      }
      for (const row of files.subheadings) {
        await tx.tariffSubheading.upsert({ where: { code: row.code }, create: row, update: row });
      }
      for (const row of files.sanctions) {
        const data = {
          ...row,
          validFrom: new Date(row.validFrom),
          validTo: date(row.validTo),
        };
        await tx.sanctionRule.upsert({ where: { id: row.id }, create: data, update: data });
      }
      for (const row of files.priceBands) {
        const data = { ...row, validFrom: new Date(row.validFrom), validTo: date(row.validTo) };
        await tx.priceBand.upsert({ where: { id: row.id }, create: data, update: data });
      }
      for (const row of files.documentRequirements) {
        const data = { ...row, validFrom: new Date(row.validFrom), validTo: date(row.validTo) };
        await tx.documentRequirement.upsert({ where: { id: row.id }, create: data, update: data });
      }
      for (const row of files.holidays) {
        const data = { ...row, validFrom: date(row.validFrom), validTo: date(row.validTo) };
        await tx.holiday.upsert({ where: { rule: row.rule }, create: data, update: data });
      }
      for (const row of files.hours) {
        const data = { ...row, validFrom: new Date(row.validFrom) };
        await tx.officeHours.upsert({
          where: { validFrom: data.validFrom },
          create: data,
          update: data,
        });
      }
      for (const row of files.retention) {
        const { code } = row;
        const data = { ...row, validFrom: new Date(row.validFrom) };
        const where = { code_validFrom: { code, validFrom: data.validFrom } };
        await tx.retentionRule.upsert({ where, create: data, update: data });
      }
      for (const row of files.declarations) {
        const { kind, version } = row;
        const existing = await tx.declarationText.findUnique({
          where: { kind_version: { kind, version } },
        });
        if (existing && (existing.textEn !== row.textEn || existing.textFr !== row.textFr)) {
          throw new Error(
            `The words of ${kind}, version ${version}, differ from those in the database.`,
          );
        }
        if (!existing) {
          await tx.declarationText.create({
            data: { ...row, validFrom: new Date(row.validFrom) },
          });
        }
      }
      for (const row of files.texts) {
        // An administrator may have published newer ones; what is there was perhaps accepted already.
        const { kind, version } = row;
        const existing = await tx.portalText.findUnique({
          where: { kind_version: { kind, version } },
        });
        if (!existing) {
          await tx.portalText.create({ data: { ...row, validFrom: new Date(row.validFrom) } });
        }
      }
      // The office may have reworded, ended or followed up what is there.
      await tx.returnReason.createMany({
        data: files.returnReasons.map((row) => ({
          ...row,
          validFrom: new Date(row.validFrom),
          validTo: date(row.validTo),
        })),
        skipDuplicates: true,
      });
      await tx.replyParagraph.createMany({
        data: files.replyParagraphs.map((row) => ({
          ...row,
          validFrom: new Date(row.validFrom),
          validTo: date(row.validTo),
        })),
        skipDuplicates: true,
      });
      await tx.letterText.createMany({
        data: files.letterTexts.map((row) => ({ ...row, validFrom: new Date(row.validFrom) })),
        skipDuplicates: true,
      });
    },
    { timeout: 60_000 },
  );
} finally {
  await client.$disconnect();
}
