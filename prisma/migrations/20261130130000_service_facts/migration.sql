-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN     "findings" JSONB;

-- CreateTable
CREATE TABLE "ServiceFact" (
    "applicationId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "workedMinutes" INTEGER NOT NULL,
    "promiseKept" BOOLEAN NOT NULL,

    CONSTRAINT "ServiceFact_pkey" PRIMARY KEY ("applicationId")
);

-- CreateIndex
CREATE INDEX "ServiceFact_decidedAt_workedMinutes_promiseKept_idx" ON "ServiceFact"("decidedAt", "workedMinutes", "promiseKept");

-- AddForeignKey
ALTER TABLE "ServiceFact" ADD CONSTRAINT "ServiceFact_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only.
GRANT SELECT, INSERT ON "ServiceFact" TO kp_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ServiceFact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "ServiceFact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "ServiceFact" ADD CONSTRAINT "ServiceFact_worked_not_negative" CHECK ("workedMinutes" >= 0);
