-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('en', 'fr');

-- CreateEnum
CREATE TYPE "OfficerRole" AS ENUM ('reviewer', 'signatory', 'administrator', 'auditor');

-- CreateEnum
CREATE TYPE "MineStatus" AS ENUM ('operating', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "DeclarationKind" AS ENUM ('rough_diamonds', 'certification');

-- CreateEnum
CREATE TYPE "MandateKind" AS ENUM ('owner', 'representative');

-- CreateEnum
CREATE TYPE "Permission" AS ENUM ('view', 'prepare', 'submit');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('invoice', 'packing_list', 'waybill', 'import_certificate', 'valuation', 'evidence_before_2003', 'sema_permit', 'other');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('registered', 'reserved', 'consumed', 'released', 'corrected');

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('draft', 'submitted', 'in_review', 'returned', 'recommended', 'issued', 'rejected', 'cancelled');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('issue', 'reject');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "firstName" TEXT NOT NULL DEFAULT '',
    "lastName" TEXT NOT NULL DEFAULT '',
    "organization" TEXT,
    "title" TEXT,
    "titleFr" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "emailVerified" TIMESTAMPTZ(3),
    "language" "Language" NOT NULL DEFAULT 'en',
    "roles" "OfficerRole"[],
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" CHAR(64) NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acr" TEXT,
    "sid" TEXT,
    "idToken" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "UsedLogoutToken" (
    "jti" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UsedLogoutToken_pkey" PRIMARY KEY ("jti")
);

-- CreateTable
CREATE TABLE "Participant" (
    "code" VARCHAR(2) NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "scheduleFrom" DATE,
    "scheduleTo" DATE,
    "note" TEXT,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Country" (
    "code" VARCHAR(2) NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "participant" VARCHAR(2) NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "Country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Mine" (
    "code" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "province" VARCHAR(2) NOT NULL,
    "operator" TEXT NOT NULL,
    "opened" INTEGER NOT NULL,
    "closed" INTEGER,
    "status" "MineStatus" NOT NULL,
    "statusNote" TEXT,
    "latitude" DECIMAL(8,5) NOT NULL,
    "longitude" DECIMAL(8,5) NOT NULL,

    CONSTRAINT "Mine_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "TariffSubheading" (
    "code" VARCHAR(7) NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "helpEn" TEXT NOT NULL,
    "helpFr" TEXT NOT NULL,
    "roughDiamond" BOOLEAN NOT NULL,

    CONSTRAINT "TariffSubheading_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "SanctionRule" (
    "id" TEXT NOT NULL,
    "destination" VARCHAR(2) NOT NULL,
    "subheading" VARCHAR(7) NOT NULL,
    "basisEn" TEXT NOT NULL,
    "basisFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "liftedByPermit" BOOLEAN NOT NULL,

    CONSTRAINT "SanctionRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "rule" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("rule")
);

-- CreateTable
CREATE TABLE "DeclarationText" (
    "kind" "DeclarationKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,

    CONSTRAINT "DeclarationText_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "Exporter" (
    "id" UUID NOT NULL,
    "legalName" VARCHAR(100) NOT NULL,
    "addressLines" TEXT[],
    "city" VARCHAR(60) NOT NULL,
    "province" VARCHAR(2) NOT NULL,
    "postalCode" VARCHAR(7) NOT NULL,
    "businessNumber" VARCHAR(15),
    "residencyAttestedAt" TIMESTAMPTZ(3) NOT NULL,
    "residencyAttestedBy" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "creationToken" UUID NOT NULL,

    CONSTRAINT "Exporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "exporterId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "MandateKind" NOT NULL,
    "permissions" "Permission"[],
    "acceptedAt" TIMESTAMPTZ(3),
    "endsOn" DATE,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportCertificate" (
    "id" UUID NOT NULL,
    "issuer" VARCHAR(2) NOT NULL,
    "number" TEXT NOT NULL,
    "numberNormalised" TEXT NOT NULL,
    "exporterId" UUID NOT NULL,
    "provenance" VARCHAR(2) NOT NULL,
    "origins" TEXT[],
    "issuedOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "importedOn" DATE NOT NULL,
    "originalReceivedOn" DATE,
    "carats" DECIMAL(14,2) NOT NULL,
    "valueUsd" DECIMAL(16,2) NOT NULL,
    "subheadings" TEXT[],
    "registeredById" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "importCertificateId" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "carats" DECIMAL(14,2) NOT NULL,
    "valueUsd" DECIMAL(16,2),
    "applicationId" UUID,
    "certificateId" UUID,
    "actorId" UUID NOT NULL,
    "secondActorId" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBalance" (
    "importCertificateId" UUID NOT NULL,
    "registered" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "reserved" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "consumed" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "remaining" DECIMAL(14,2) NOT NULL DEFAULT 0,

    CONSTRAINT "ImportBalance_pkey" PRIMARY KEY ("importCertificateId")
);

-- CreateTable
CREATE TABLE "ImportHold" (
    "importCertificateId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "reserved" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "consumed" DECIMAL(14,2) NOT NULL DEFAULT 0,

    CONSTRAINT "ImportHold_pkey" PRIMARY KEY ("importCertificateId","applicationId")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "exporterId" UUID NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'draft',
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "creationToken" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submissionVersion" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "destination" VARCHAR(2),
    "consigneeName" TEXT,
    "categories" TEXT[],
    "carats" DECIMAL(14,2),
    "valueUsd" DECIMAL(16,2),
    "holderId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "answerDueOn" DATE,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationEditor" (
    "applicationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApplicationEditor_pkey" PRIMARY KEY ("applicationId","userId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "submittedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationCounter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ApplicationCounter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "ChangeRequest" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "submissionVersion" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "field" TEXT,
    "reason" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChangeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reasons" TEXT NOT NULL,
    "ground" TEXT,
    "checklist" JSONB NOT NULL,
    "recommendedById" UUID NOT NULL,
    "recommendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "recommendationId" UUID NOT NULL,
    "recommendedById" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reasons" TEXT,
    "ground" TEXT,
    "signedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateCounter" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CertificateCounter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "number" CHAR(10) NOT NULL,
    "applicationId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "record" JSONB NOT NULL,
    "recordSha256" CHAR(64) NOT NULL,
    "checkCode" CHAR(8) NOT NULL,
    "issuedOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedById" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateDocument" (
    "certificateId" UUID NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateDocument_pkey" PRIMARY KEY ("certificateId")
);

-- CreateTable
CREATE TABLE "CertificateSeal" (
    "certificateId" UUID NOT NULL,
    "seal" VARCHAR(20) NOT NULL,

    CONSTRAINT "CertificateSeal_pkey" PRIMARY KEY ("certificateId","seal")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "exporterId" UUID,
    "applicationId" UUID,
    "certificateId" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "data" JSONB NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "providerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_sid_idx" ON "Session"("sid");

-- CreateIndex
CREATE UNIQUE INDEX "Exporter_creationToken_key" ON "Exporter"("creationToken");

-- CreateIndex
CREATE INDEX "Mandate_userId_idx" ON "Mandate"("userId");

-- CreateIndex
CREATE INDEX "Mandate_exporterId_idx" ON "Mandate"("exporterId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_key_key" ON "Document"("key");

-- CreateIndex
CREATE INDEX "Document_applicationId_idx" ON "Document"("applicationId");

-- CreateIndex
CREATE INDEX "ImportCertificate_exporterId_idx" ON "ImportCertificate"("exporterId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportCertificate_issuer_numberNormalised_key" ON "ImportCertificate"("issuer", "numberNormalised");

-- CreateIndex
CREATE INDEX "LedgerEntry_importCertificateId_id_idx" ON "LedgerEntry"("importCertificateId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_applicationId_idx" ON "LedgerEntry"("applicationId");

-- CreateIndex
CREATE INDEX "ImportHold_applicationId_idx" ON "ImportHold"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_number_key" ON "Application"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Application_creationToken_key" ON "Application"("creationToken");

-- CreateIndex
CREATE INDEX "Application_exporterId_status_updatedAt_idx" ON "Application"("exporterId", "status", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Application_status_dueAt_idx" ON "Application"("status", "dueAt");

-- CreateIndex
CREATE INDEX "Application_holderId_idx" ON "Application"("holderId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_applicationId_version_key" ON "Submission"("applicationId", "version");

-- CreateIndex
CREATE INDEX "ChangeRequest_applicationId_idx" ON "ChangeRequest"("applicationId");

-- CreateIndex
CREATE INDEX "Recommendation_applicationId_idx" ON "Recommendation"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_id_recommendedById_key" ON "Recommendation"("id", "recommendedById");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_applicationId_key" ON "Decision"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_recommendationId_key" ON "Decision"("recommendationId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_recommendationId_recommendedById_key" ON "Decision"("recommendationId", "recommendedById");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_applicationId_key" ON "Certificate"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_submissionId_key" ON "Certificate"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_decisionId_key" ON "Certificate"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateDocument_key_key" ON "CertificateDocument"("key");

-- CreateIndex
CREATE INDEX "CertificateSeal_seal_idx" ON "CertificateSeal"("seal");

-- CreateIndex
CREATE INDEX "Event_applicationId_id_idx" ON "Event"("applicationId", "id");

-- CreateIndex
CREATE INDEX "Event_certificateId_idx" ON "Event"("certificateId");

-- CreateIndex
CREATE INDEX "Event_exporterId_idx" ON "Event"("exporterId");

-- CreateIndex
CREATE INDEX "Mail_status_createdAt_idx" ON "Mail"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_eventId_recipient_template_key" ON "Mail"("eventId", "recipient", "template");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCertificate" ADD CONSTRAINT "ImportCertificate_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCertificate" ADD CONSTRAINT "ImportCertificate_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBalance" ADD CONSTRAINT "ImportBalance_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportHold" ADD CONSTRAINT "ImportHold_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportHold" ADD CONSTRAINT "ImportHold_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEditor" ADD CONSTRAINT "ApplicationEditor_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEditor" ADD CONSTRAINT "ApplicationEditor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_recommendedById_fkey" FOREIGN KEY ("recommendedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_recommendationId_recommendedById_fkey" FOREIGN KEY ("recommendationId", "recommendedById") REFERENCES "Recommendation"("id", "recommendedById") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateDocument" ADD CONSTRAINT "CertificateDocument_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateSeal" ADD CONSTRAINT "CertificateSeal_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

