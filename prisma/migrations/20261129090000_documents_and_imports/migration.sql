-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('unscanned', 'waiting', 'clean', 'infected');

-- CreateEnum
CREATE TYPE "AnnouncementStatus" AS ENUM ('draft', 'sent', 'returned', 'registered', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "CorrectionOutcome" AS ENUM ('accepted', 'refused', 'taken_back');

-- DropForeignKey
ALTER TABLE "Document" DROP CONSTRAINT "Document_applicationId_fkey";

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "announcementId" UUID,
ADD COLUMN     "bytesRemovedAt" TIMESTAMPTZ(3),
ADD COLUMN     "importCertificateId" UUID,
ADD COLUMN     "scan" "ScanState" NOT NULL DEFAULT 'unscanned',
ADD COLUMN     "scannedAt" TIMESTAMPTZ(3),
ADD COLUMN     "threat" TEXT,
ALTER COLUMN "applicationId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "announcementId" UUID,
ADD COLUMN     "importCertificateId" UUID;

-- AlterTable
ALTER TABLE "ImportBalance" ADD COLUMN     "consumedUsd" DECIMAL(16,2) NOT NULL DEFAULT 0,
ADD COLUMN     "registeredUsd" DECIMAL(16,2) NOT NULL DEFAULT 0,
ADD COLUMN     "remainingUsd" DECIMAL(16,2) NOT NULL DEFAULT 0,
ADD COLUMN     "reservedUsd" DECIMAL(16,2) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ImportCertificate" ADD COLUMN     "originalReceivedById" UUID,
ADD COLUMN     "parcels" INTEGER,
ADD COLUMN     "shipper" VARCHAR(500),
ADD COLUMN     "stampSeen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ImportHold" ADD COLUMN     "consumedUsd" DECIMAL(16,2) NOT NULL DEFAULT 0,
ADD COLUMN     "reservedUsd" DECIMAL(16,2) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "correctionId" UUID;

-- What was entered before values were kept: the register's own value, and nothing for what came after.
ALTER TABLE "LedgerEntry" DISABLE TRIGGER USER;
UPDATE "LedgerEntry" e SET "valueUsd" = CASE WHEN e.kind = 'registered' THEN i."valueUsd" ELSE 0 END
  FROM "ImportCertificate" i WHERE i.id = e."importCertificateId" AND e."valueUsd" IS NULL;
ALTER TABLE "LedgerEntry" ENABLE TRIGGER USER;
ALTER TABLE "LedgerEntry" ALTER COLUMN "valueUsd" SET NOT NULL;
UPDATE "ImportBalance" b SET "registeredUsd" = i."valueUsd", "remainingUsd" = i."valueUsd"
  FROM "ImportCertificate" i WHERE i.id = b."importCertificateId";

-- CreateTable
CREATE TABLE "ImportAnnouncement" (
    "id" UUID NOT NULL,
    "exporterId" UUID NOT NULL,
    "status" "AnnouncementStatus" NOT NULL DEFAULT 'draft',
    "issuer" VARCHAR(2),
    "number" VARCHAR(30),
    "importedOn" DATE,
    "note" VARCHAR(1000),
    "version" INTEGER NOT NULL DEFAULT 1,
    "creationToken" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "importCertificateId" UUID,

    CONSTRAINT "ImportAnnouncement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportLine" (
    "importCertificateId" UUID NOT NULL,
    "subheading" VARCHAR(7) NOT NULL,
    "carats" DECIMAL(14,2),
    "valueUsd" DECIMAL(16,2),

    CONSTRAINT "ImportLine_pkey" PRIMARY KEY ("importCertificateId","subheading")
);

-- A certificate of one subheading has all its figures on that line; of several, the figures were not kept.
INSERT INTO "ImportLine" ("importCertificateId", subheading, carats, "valueUsd")
  SELECT id, subheading,
    CASE WHEN cardinality(subheadings) = 1 THEN carats END,
    CASE WHEN cardinality(subheadings) = 1 THEN "valueUsd" END
  FROM "ImportCertificate", unnest(subheadings) AS subheading;
ALTER TABLE "ImportCertificate" DROP COLUMN "subheadings";

-- CreateTable
CREATE TABLE "ImportCorrection" (
    "id" UUID NOT NULL,
    "importCertificateId" UUID NOT NULL,
    "carats" DECIMAL(14,2) NOT NULL,
    "valueUsd" DECIMAL(16,2) NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "CorrectionOutcome",
    "answer" VARCHAR(1000),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportConfirmation" (
    "id" UUID NOT NULL,
    "importCertificateId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "authority" VARCHAR(200) NOT NULL,
    "recipient" TEXT NOT NULL,
    "confirmedById" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportConfirmationDocument" (
    "confirmationId" UUID NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportConfirmationDocument_pkey" PRIMARY KEY ("confirmationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportAnnouncement_creationToken_key" ON "ImportAnnouncement"("creationToken");

-- CreateIndex
CREATE UNIQUE INDEX "ImportAnnouncement_importCertificateId_key" ON "ImportAnnouncement"("importCertificateId");

-- CreateIndex
CREATE INDEX "ImportAnnouncement_exporterId_createdAt_idx" ON "ImportAnnouncement"("exporterId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportAnnouncement_status_sentAt_idx" ON "ImportAnnouncement"("status", "sentAt");

-- CreateIndex
CREATE INDEX "ImportCorrection_importCertificateId_idx" ON "ImportCorrection"("importCertificateId");

-- CreateIndex
CREATE INDEX "ImportConfirmation_importCertificateId_idx" ON "ImportConfirmation"("importCertificateId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportConfirmationDocument_key_key" ON "ImportConfirmationDocument"("key");

-- CreateIndex
CREATE INDEX "Document_announcementId_idx" ON "Document"("announcementId");

-- CreateIndex
CREATE INDEX "Document_importCertificateId_idx" ON "Document"("importCertificateId");

-- CreateIndex
CREATE INDEX "Document_removedAt_idx" ON "Document"("removedAt");

-- CreateIndex
CREATE INDEX "Event_announcementId_id_idx" ON "Event"("announcementId", "id");

-- CreateIndex
CREATE INDEX "Event_importCertificateId_id_idx" ON "Event"("importCertificateId", "id");

-- CreateIndex
CREATE INDEX "ImportCertificate_importedOn_idx" ON "ImportCertificate"("importedOn");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_correctionId_key" ON "LedgerEntry"("correctionId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "ImportAnnouncement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportAnnouncement" ADD CONSTRAINT "ImportAnnouncement_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportAnnouncement" ADD CONSTRAINT "ImportAnnouncement_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportAnnouncement" ADD CONSTRAINT "ImportAnnouncement_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportAnnouncement" ADD CONSTRAINT "ImportAnnouncement_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCertificate" ADD CONSTRAINT "ImportCertificate_originalReceivedById_fkey" FOREIGN KEY ("originalReceivedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "ImportCorrection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCorrection" ADD CONSTRAINT "ImportCorrection_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCorrection" ADD CONSTRAINT "ImportCorrection_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCorrection" ADD CONSTRAINT "ImportCorrection_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportConfirmation" ADD CONSTRAINT "ImportConfirmation_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportConfirmation" ADD CONSTRAINT "ImportConfirmation_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportConfirmationDocument" ADD CONSTRAINT "ImportConfirmationDocument_confirmationId_fkey" FOREIGN KEY ("confirmationId") REFERENCES "ImportConfirmation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "ImportAnnouncement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;
