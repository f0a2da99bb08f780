-- CreateEnum
CREATE TYPE "BookKind" AS ENUM ('consignee', 'facility', 'site');

-- CreateEnum
CREATE TYPE "ClockSide" AS ENUM ('office', 'exporter');

-- CreateEnum
CREATE TYPE "WithdrawalOutcome" AS ENUM ('accepted', 'refused', 'taken_back');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "copiedFromId" UUID,
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sectionVersions" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "ChangeRequest" ADD COLUMN     "rowId" UUID;

-- CreateTable
CREATE TABLE "BookEntry" (
    "id" UUID NOT NULL,
    "exporterId" UUID NOT NULL,
    "kind" "BookKind" NOT NULL,
    "data" JSONB NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BookEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionReceipt" (
    "submissionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SubmissionReceipt_pkey" PRIMARY KEY ("submissionId","language")
);

-- CreateTable
CREATE TABLE "ClockInterval" (
    "id" BIGSERIAL NOT NULL,
    "applicationId" UUID NOT NULL,
    "side" "ClockSide" NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "ClockInterval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WithdrawalRequest" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "WithdrawalOutcome",
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "WithdrawalRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "kind" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("kind","recordId","period")
);

-- CreateTable
CREATE TABLE "KeptText" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BookEntry_exporterId_kind_usedAt_idx" ON "BookEntry"("exporterId", "kind", "usedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "BookEntry_exporterId_kind_fingerprint_key" ON "BookEntry"("exporterId", "kind", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionReceipt_key_key" ON "SubmissionReceipt"("key");

-- CreateIndex
CREATE INDEX "ClockInterval_applicationId_id_idx" ON "ClockInterval"("applicationId", "id");

-- CreateIndex
CREATE INDEX "WithdrawalRequest_applicationId_idx" ON "WithdrawalRequest"("applicationId");

-- CreateIndex
CREATE INDEX "KeptText_keptAt_idx" ON "KeptText"("keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "KeptText_userId_form_key" ON "KeptText"("userId", "form");

-- AddForeignKey
ALTER TABLE "BookEntry" ADD CONSTRAINT "BookEntry_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionReceipt" ADD CONSTRAINT "SubmissionReceipt_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockInterval" ADD CONSTRAINT "ClockInterval_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WithdrawalRequest" ADD CONSTRAINT "WithdrawalRequest_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WithdrawalRequest" ADD CONSTRAINT "WithdrawalRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WithdrawalRequest" ADD CONSTRAINT "WithdrawalRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptText" ADD CONSTRAINT "KeptText_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
