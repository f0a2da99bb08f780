-- CreateEnum
CREATE TYPE "ThreadAbout" AS ENUM ('general', 'application', 'certificate', 'import');

-- CreateEnum
CREATE TYPE "MessageSide" AS ENUM ('exporter', 'office');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('portal', 'email', 'digest');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MailStatus" ADD VALUE 'delivered';
ALTER TYPE "MailStatus" ADD VALUE 'bounced';
ALTER TYPE "MailStatus" ADD VALUE 'complained';

-- DropIndex
DROP INDEX "Mail_eventId_recipient_template_key";

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "messageId" UUID;

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "noticeId" UUID,
ADD COLUMN     "repeatedById" UUID,
ADD COLUMN     "repeatsId" UUID,
ADD COLUMN     "settledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OfficeNote" ADD COLUMN     "threadId" UUID;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "addressBouncedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MailReport" (
    "id" VARCHAR(255) NOT NULL,
    "mailId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" VARCHAR(500),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailPace" (
    "id" INTEGER NOT NULL,
    "next" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailPace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "exporterId" UUID NOT NULL,
    "about" "ThreadAbout" NOT NULL,
    "applicationId" UUID,
    "certificateId" UUID,
    "importCertificateId" UUID,
    "subject" VARCHAR(150) NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastMessageAt" TIMESTAMPTZ(3),
    "lastSide" "MessageSide",
    "waitingSince" TIMESTAMPTZ(3),
    "assignedToId" UUID,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,
    "authorId" UUID NOT NULL,
    "text" VARCHAR(8000) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadRead" (
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadRead_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "subjectEn" VARCHAR(300) NOT NULL,
    "subjectFr" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "digestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticePreference" (
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("userId","type")
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" UUID NOT NULL,
    "titleEn" VARCHAR(150) NOT NULL,
    "titleFr" VARCHAR(150) NOT NULL,
    "textEn" VARCHAR(2000) NOT NULL,
    "textFr" VARCHAR(2000) NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "everybody" BOOLEAN NOT NULL,
    "shownFrom" TIMESTAMPTZ(3) NOT NULL,
    "shownUntil" TIMESTAMPTZ(3) NOT NULL,
    "plannedById" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "Broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BroadcastExporter" (
    "broadcastId" UUID NOT NULL,
    "exporterId" UUID NOT NULL,

    CONSTRAINT "BroadcastExporter_pkey" PRIMARY KEY ("broadcastId","exporterId")
);

-- CreateTable
CREATE TABLE "BroadcastHidden" (
    "broadcastId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BroadcastHidden_pkey" PRIMARY KEY ("broadcastId","userId")
);

-- CreateIndex
CREATE INDEX "MailReport_mailId_idx" ON "MailReport"("mailId");

-- CreateIndex
CREATE INDEX "Thread_exporterId_lastMessageAt_idx" ON "Thread"("exporterId", "lastMessageAt");

-- CreateIndex
CREATE INDEX "Thread_waitingSince_idx" ON "Thread"("waitingSince");

-- CreateIndex
CREATE INDEX "Thread_lastMessageAt_idx" ON "Thread"("lastMessageAt");

-- CreateIndex
CREATE INDEX "Thread_assignedToId_waitingSince_idx" ON "Thread"("assignedToId", "waitingSince");

-- CreateIndex
CREATE INDEX "Thread_applicationId_idx" ON "Thread"("applicationId");

-- CreateIndex
CREATE INDEX "Thread_certificateId_idx" ON "Thread"("certificateId");

-- CreateIndex
CREATE INDEX "Thread_importCertificateId_idx" ON "Thread"("importCertificateId");

-- CreateIndex
CREATE INDEX "Thread_startedById_idx" ON "Thread"("startedById");

-- CreateIndex
CREATE INDEX "Message_threadId_sentAt_idx" ON "Message"("threadId", "sentAt");

-- CreateIndex
CREATE INDEX "Message_authorId_sentAt_idx" ON "Message"("authorId", "sentAt");

-- CreateIndex
CREATE INDEX "ThreadRead_userId_idx" ON "ThreadRead"("userId");

-- CreateIndex
CREATE INDEX "Notice_userId_at_idx" ON "Notice"("userId", "at");

-- CreateIndex
CREATE INDEX "Notice_userId_readAt_idx" ON "Notice"("userId", "readAt");

-- CreateIndex
CREATE INDEX "Notice_digest_digestedAt_idx" ON "Notice"("digest", "digestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_eventId_userId_template_key" ON "Notice"("eventId", "userId", "template");

-- CreateIndex
CREATE INDEX "Broadcast_shownFrom_idx" ON "Broadcast"("shownFrom");

-- CreateIndex
CREATE INDEX "BroadcastExporter_exporterId_idx" ON "BroadcastExporter"("exporterId");

-- CreateIndex
CREATE INDEX "Document_messageId_idx" ON "Document"("messageId");

-- CreateIndex
CREATE INDEX "Mail_eventId_idx" ON "Mail"("eventId");

-- CreateIndex
CREATE INDEX "Mail_repeatsId_idx" ON "Mail"("repeatsId");

-- CreateIndex
CREATE INDEX "Mail_noticeId_idx" ON "Mail"("noticeId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_providerId_key" ON "Mail"("providerId");

-- CreateIndex
CREATE INDEX "OfficeNote_threadId_idx" ON "OfficeNote"("threadId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeNote" ADD CONSTRAINT "OfficeNote_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_repeatsId_fkey" FOREIGN KEY ("repeatsId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_repeatedById_fkey" FOREIGN KEY ("repeatedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailReport" ADD CONSTRAINT "MailReport_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticePreference" ADD CONSTRAINT "NoticePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastExporter" ADD CONSTRAINT "BroadcastExporter_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastExporter" ADD CONSTRAINT "BroadcastExporter_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastHidden" ADD CONSTRAINT "BroadcastHidden_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastHidden" ADD CONSTRAINT "BroadcastHidden_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
