-- CreateEnum
CREATE TYPE "ReferenceKind" AS ENUM ('participants', 'countries', 'mines', 'subheadings', 'sanctions', 'priceBands', 'documentRequirements', 'holidays', 'officeHours', 'returnReasons', 'declarations', 'letters');

-- CreateEnum
CREATE TYPE "ReferenceOutcome" AS ENUM ('confirmed', 'refused', 'taken_back');

-- CreateTable
CREATE TABLE "ReferenceChange" (
    "id" UUID NOT NULL,
    "kind" "ReferenceKind" NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "source" VARCHAR(300) NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "immediate" BOOLEAN NOT NULL DEFAULT false,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferenceChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceChangeRow" (
    "changeId" UUID NOT NULL,
    "key" VARCHAR(100) NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "ReferenceChangeRow_pkey" PRIMARY KEY ("changeId","key")
);

-- CreateTable
CREATE TABLE "ReferenceDecision" (
    "changeId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "outcome" "ReferenceOutcome" NOT NULL,
    "answer" VARCHAR(1000),
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferenceDecision_pkey" PRIMARY KEY ("changeId")
);

-- CreateIndex
CREATE INDEX "ReferenceChange_kind_id_idx" ON "ReferenceChange"("kind", "id");

-- CreateIndex
CREATE INDEX "ReferenceChange_effectiveFrom_idx" ON "ReferenceChange"("effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "ReferenceChange_id_proposedById_key" ON "ReferenceChange"("id", "proposedById");

-- CreateIndex
CREATE INDEX "ReferenceChangeRow_key_idx" ON "ReferenceChangeRow"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ReferenceDecision_changeId_proposedById_key" ON "ReferenceDecision"("changeId", "proposedById");

-- AddForeignKey
ALTER TABLE "ReferenceChange" ADD CONSTRAINT "ReferenceChange_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceChangeRow" ADD CONSTRAINT "ReferenceChangeRow_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "ReferenceChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceDecision" ADD CONSTRAINT "ReferenceDecision_changeId_proposedById_fkey" FOREIGN KEY ("changeId", "proposedById") REFERENCES "ReferenceChange"("id", "proposedById") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceDecision" ADD CONSTRAINT "ReferenceDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
