-- CreateEnum
CREATE TYPE "PortalTextKind" AS ENUM ('terms', 'privacy', 'accessibility');

-- CreateEnum
CREATE TYPE "InvitationOutcome" AS ENUM ('accepted', 'declined', 'cancelled');

-- DropIndex
DROP INDEX "Event_exporterId_idx";

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "personId" UUID;

-- Open sessions do not know by whom they were proved: everybody signs in again.
DELETE FROM "Session";

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "actingForId" UUID,
ADD COLUMN     "authenticatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "id" UUID NOT NULL,
ADD COLUMN     "provider" TEXT NOT NULL DEFAULT 'gckey',
ADD COLUMN     "userAgent" VARCHAR(300);

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "lastSignInAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "officerSince" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3);

-- A person without roles has none, not unknown ones.
UPDATE "User" SET roles = '{}' WHERE roles IS NULL;
ALTER TABLE "User" ALTER COLUMN "roles" SET DEFAULT ARRAY[]::"OfficerRole"[], ALTER COLUMN "roles" SET NOT NULL;

-- Addresses are written in small letters from now on.
UPDATE "User" SET email = lower(email) WHERE email <> lower(email);

-- CreateTable
CREATE TABLE "EmailConfirmation" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CredentialRequest" (
    "id" UUID NOT NULL,
    "requesterId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "accepted" BOOLEAN,

    CONSTRAINT "CredentialRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortalText" (
    "kind" "PortalTextKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedById" UUID,

    CONSTRAINT "PortalText_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "TermsAcceptance" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TermsAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerInvitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" "OfficerRole"[] NOT NULL,
    "invitedById" UUID,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "InvitationOutcome",
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "OfficerInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficerChange" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "roles" "OfficerRole"[] NOT NULL,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "byId" UUID,
    "invitationId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficerChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateInvitation" (
    "id" UUID NOT NULL,
    "exporterId" UUID NOT NULL,
    "kind" "MandateKind" NOT NULL,
    "email" TEXT NOT NULL,
    "permissions" "Permission"[] NOT NULL,
    "endsOn" DATE,
    "invitedById" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "InvitationOutcome",
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "MandateInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "id" UUID NOT NULL,
    "requesterId" UUID NOT NULL,
    "businessNumber" CHAR(9) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "accepted" BOOLEAN,
    "exporterId" UUID,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EmailConfirmation_tokenHash_key" ON "EmailConfirmation"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailConfirmation_userId_createdAt_idx" ON "EmailConfirmation"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "EmailConfirmation_email_createdAt_idx" ON "EmailConfirmation"("email", "createdAt");

-- CreateIndex
CREATE INDEX "CredentialRequest_userId_idx" ON "CredentialRequest"("userId");

-- CreateIndex
CREATE INDEX "CredentialRequest_requesterId_idx" ON "CredentialRequest"("requesterId");

-- CreateIndex
CREATE INDEX "TermsAcceptance_userId_version_idx" ON "TermsAcceptance"("userId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "OfficerInvitation_tokenHash_key" ON "OfficerInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "OfficerInvitation_email_idx" ON "OfficerInvitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "OfficerChange_invitationId_key" ON "OfficerChange"("invitationId");

-- CreateIndex
CREATE INDEX "OfficerChange_userId_id_idx" ON "OfficerChange"("userId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MandateInvitation_tokenHash_key" ON "MandateInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "MandateInvitation_exporterId_idx" ON "MandateInvitation"("exporterId");

-- CreateIndex
CREATE INDEX "MandateInvitation_email_idx" ON "MandateInvitation"("email");

-- CreateIndex
CREATE INDEX "AccessRequest_businessNumber_idx" ON "AccessRequest"("businessNumber");

-- CreateIndex
CREATE INDEX "AccessRequest_requesterId_idx" ON "AccessRequest"("requesterId");

-- CreateIndex
CREATE INDEX "Event_exporterId_id_idx" ON "Event"("exporterId", "id");

-- CreateIndex
CREATE INDEX "Event_personId_id_idx" ON "Event"("personId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialRequest" ADD CONSTRAINT "CredentialRequest_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialRequest" ADD CONSTRAINT "CredentialRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermsAcceptance" ADD CONSTRAINT "TermsAcceptance_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerChange" ADD CONSTRAINT "OfficerChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateInvitation" ADD CONSTRAINT "MandateInvitation_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
