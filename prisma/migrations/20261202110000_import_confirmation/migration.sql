-- Confirmation of the import: whom to ask, the links by which it is asked, what was answered, and what an officer made
-- of the differences.

-- AlterEnum
ALTER TYPE "StepKind" ADD VALUE 'import_confirmed';

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "authority" VARCHAR(200),
ADD COLUMN     "mailbox" VARCHAR(254);

-- AlterTable
ALTER TABLE "ImportConfirmationDocument" ADD COLUMN     "signed" TEXT;

-- AlterTable
ALTER TABLE "CertificateStep" ADD COLUMN     "receiptId" UUID,
ALTER COLUMN "actorId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ConfirmationLink" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "authority" VARCHAR(200) NOT NULL,
    "recipient" VARCHAR(254) NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ConfirmationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportReceipt" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "linkId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "differences" TEXT[],
    "signed" TEXT NOT NULL,
    "signedSha256" BYTEA NOT NULL,
    "kid" CHAR(16) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptResolution" (
    "receiptId" UUID NOT NULL,
    "note" VARCHAR(1000) NOT NULL,
    "resolvedById" UUID NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReceiptResolution_pkey" PRIMARY KEY ("receiptId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmationLink_tokenHash_key" ON "ConfirmationLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmationLink_certificateId_place_key" ON "ConfirmationLink"("certificateId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "ImportReceipt_signedSha256_key" ON "ImportReceipt"("signedSha256");

-- CreateIndex
CREATE UNIQUE INDEX "ImportReceipt_certificateId_place_key" ON "ImportReceipt"("certificateId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateStep_receiptId_key" ON "CertificateStep"("receiptId");

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "ImportReceipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateStep" DROP CONSTRAINT "CertificateStep_actorId_fkey";

-- AddForeignKey
ALTER TABLE "CertificateStep" ADD CONSTRAINT "CertificateStep_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmationLink" ADD CONSTRAINT "ConfirmationLink_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmationLink" ADD CONSTRAINT "ConfirmationLink_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportReceipt" ADD CONSTRAINT "ImportReceipt_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportReceipt" ADD CONSTRAINT "ImportReceipt_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ConfirmationLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportReceipt" ADD CONSTRAINT "ImportReceipt_kid_fkey" FOREIGN KEY ("kid") REFERENCES "SigningKey"("kid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptResolution" ADD CONSTRAINT "ReceiptResolution_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "ImportReceipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptResolution" ADD CONSTRAINT "ReceiptResolution_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
