-- CreateEnum
CREATE TYPE "RiskLevel" AS ENUM ('none', 'noted', 'high');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "enteredById" UUID,
ADD COLUMN     "paperReceivedOn" DATE,
ADD COLUMN     "paperSignedBy" VARCHAR(100),
ADD COLUMN     "risk" "RiskLevel" NOT NULL DEFAULT 'none',
ADD COLUMN     "subheadings" TEXT[],
ADD COLUMN     "touchedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ChangeRequest" ADD COLUMN     "reasonCode" VARCHAR(40),
ADD COLUMN     "reasonEn" TEXT,
ADD COLUMN     "reasonFr" TEXT;

-- AlterTable
ALTER TABLE "Exporter" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "OfficeHours" (
    "validFrom" DATE NOT NULL,
    "opens" INTEGER NOT NULL,
    "closes" INTEGER NOT NULL,
    "weekdays" INTEGER[],

    CONSTRAINT "OfficeHours_pkey" PRIMARY KEY ("validFrom")
);

-- CreateTable
CREATE TABLE "ReturnReason" (
    "code" VARCHAR(40) NOT NULL,
    "section" TEXT,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "ReturnReason_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "LetterText" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,

    CONSTRAINT "LetterText_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "DecisionLetter" (
    "decisionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionLetter_pkey" PRIMARY KEY ("decisionId","language")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "query" VARCHAR(1000) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeNote" (
    "id" UUID NOT NULL,
    "applicationId" UUID,
    "exporterId" UUID,
    "text" VARCHAR(4000) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficeNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewWork" (
    "applicationId" UUID NOT NULL,
    "submissionVersion" INTEGER NOT NULL,
    "checklist" JSONB NOT NULL,
    "acceptedSections" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewWork_pkey" PRIMARY KEY ("applicationId","submissionVersion")
);

-- CreateIndex
CREATE UNIQUE INDEX "DecisionLetter_key_key" ON "DecisionLetter"("key");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_userId_name_key" ON "SavedView"("userId", "name");

-- CreateIndex
CREATE INDEX "OfficeNote_applicationId_idx" ON "OfficeNote"("applicationId");

-- CreateIndex
CREATE INDEX "OfficeNote_exporterId_idx" ON "OfficeNote"("exporterId");

-- AddForeignKey
ALTER TABLE "Exporter" ADD CONSTRAINT "Exporter_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionLetter" ADD CONSTRAINT "DecisionLetter_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeNote" ADD CONSTRAINT "OfficeNote_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeNote" ADD CONSTRAINT "OfficeNote_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeNote" ADD CONSTRAINT "OfficeNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewWork" ADD CONSTRAINT "ReviewWork_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewWork" ADD CONSTRAINT "ReviewWork_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
