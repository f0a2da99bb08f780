-- After issue: blank sheets, what became of each certificate, proposals to invalidate one, and which certificate an
-- application is to replace.

-- CreateEnum
CREATE TYPE "StepKind" AS ENUM ('printed', 'dispatched', 'delivered', 'exported', 'report_received', 'loss_stated', 'lost', 'returned', 'replaced', 'invalidated', 'surrendered', 'never_exported');

-- CreateEnum
CREATE TYPE "SheetState" AS ENUM ('stock', 'printed', 'spoiled', 'destroyed');

-- CreateEnum
CREATE TYPE "SheetMove" AS ENUM ('received', 'printed', 'spoiled', 'destroyed');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "certificateId" UUID;

-- CreateTable
CREATE TABLE "CertificateStep" (
    "id" BIGSERIAL NOT NULL,
    "certificateId" UUID NOT NULL,
    "kind" "StepKind" NOT NULL,
    "on" DATE,
    "words" VARCHAR(1000),
    "sheet" INTEGER,
    "copy" INTEGER,
    "carrier" VARCHAR(100),
    "tracking" VARCHAR(100),
    "address" VARCHAR(1000),
    "documentId" UUID,
    "successorId" UUID,
    "proposalId" UUID,
    "authority" VARCHAR(200),
    "recipient" TEXT,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvalidationProposal" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "authority" VARCHAR(200) NOT NULL,
    "recipient" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "CorrectionOutcome",
    "answer" VARCHAR(1000),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InvalidationProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlankSheet" (
    "number" INTEGER NOT NULL,
    "state" "SheetState" NOT NULL,
    "certificateId" UUID,

    CONSTRAINT "BlankSheet_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "SheetMovement" (
    "id" BIGSERIAL NOT NULL,
    "kind" "SheetMove" NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "certificateId" UUID,
    "reason" VARCHAR(1000),
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SheetMovement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CertificateStep_proposalId_key" ON "CertificateStep"("proposalId");

-- CreateIndex
CREATE INDEX "CertificateStep_certificateId_id_idx" ON "CertificateStep"("certificateId", "id");

-- CreateIndex
CREATE INDEX "CertificateStep_kind_at_idx" ON "CertificateStep"("kind", "at");

-- CreateIndex
CREATE INDEX "InvalidationProposal_certificateId_idx" ON "InvalidationProposal"("certificateId");

-- CreateIndex
CREATE INDEX "BlankSheet_state_number_idx" ON "BlankSheet"("state", "number");

-- CreateIndex
CREATE INDEX "BlankSheet_certificateId_idx" ON "BlankSheet"("certificateId");

-- CreateIndex
CREATE INDEX "Application_replacesId_idx" ON "Application"("replacesId");

-- CreateIndex
CREATE INDEX "Certificate_expiresAt_idx" ON "Certificate"("expiresAt");

-- CreateIndex
CREATE INDEX "Document_certificateId_idx" ON "Document"("certificateId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "InvalidationProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvalidationProposal" ADD CONSTRAINT "InvalidationProposal_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvalidationProposal" ADD CONSTRAINT "InvalidationProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvalidationProposal" ADD CONSTRAINT "InvalidationProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlankSheet" ADD CONSTRAINT "BlankSheet_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetMovement" ADD CONSTRAINT "SheetMovement_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetMovement" ADD CONSTRAINT "SheetMovement_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
