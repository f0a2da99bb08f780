-- AlterTable
ALTER TABLE "MailPace" ADD COLUMN     "refusedAt" TIMESTAMPTZ(3);
