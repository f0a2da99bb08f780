-- CreateTable
CREATE TABLE "AuditBatch" (
    "id" BIGINT NOT NULL,
    "firstEventId" BIGINT NOT NULL,
    "lastEventId" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,
    "settledId" BIGINT NOT NULL,
    "rowsHash" CHAR(64) NOT NULL,
    "previousHead" CHAR(64) NOT NULL,
    "head" CHAR(64) NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "eventId" BIGINT NOT NULL,
    "batchId" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "rowHash" BYTEA NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "code" VARCHAR(40) NOT NULL,
    "validFrom" DATE NOT NULL,
    "days" INTEGER,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "basisEn" TEXT NOT NULL,
    "basisFr" TEXT NOT NULL,

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("code","validFrom")
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" UUID NOT NULL,
    "exporterId" UUID,
    "applicationId" UUID,
    "importCertificateId" UUID,
    "reason" VARCHAR(1000) NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" VARCHAR(1000),

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disposal" (
    "id" UUID NOT NULL,
    "ruleCode" VARCHAR(40) NOT NULL,
    "documentId" UUID,
    "applicationId" UUID,
    "dueOn" DATE NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "disposedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Disposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditBatch_sealedAt_idx" ON "AuditBatch"("sealedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_batchId_position_key" ON "AuditSeal"("batchId", "position");

-- CreateIndex
CREATE INDEX "LegalHold_exporterId_idx" ON "LegalHold"("exporterId");

-- CreateIndex
CREATE INDEX "LegalHold_applicationId_idx" ON "LegalHold"("applicationId");

-- CreateIndex
CREATE INDEX "LegalHold_importCertificateId_idx" ON "LegalHold"("importCertificateId");

-- CreateIndex
CREATE UNIQUE INDEX "Disposal_documentId_key" ON "Disposal"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Disposal_applicationId_key" ON "Disposal"("applicationId");

-- CreateIndex
CREATE INDEX "Disposal_disposedAt_dueOn_idx" ON "Disposal"("disposedAt", "dueOn");

-- CreateIndex
CREATE INDEX "Event_actorId_id_idx" ON "Event"("actorId", "id");

-- CreateIndex
CREATE INDEX "Event_kind_id_idx" ON "Event"("kind", "id");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- AddForeignKey
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditSeal" ADD CONSTRAINT "AuditSeal_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "AuditBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_exporterId_fkey" FOREIGN KEY ("exporterId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_importCertificateId_fkey" FOREIGN KEY ("importCertificateId") REFERENCES "ImportCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_setById_fkey" FOREIGN KEY ("setById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposal" ADD CONSTRAINT "Disposal_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposal" ADD CONSTRAINT "Disposal_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disposal" ADD CONSTRAINT "Disposal_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
