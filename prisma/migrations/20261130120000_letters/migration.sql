-- AlterTable
ALTER TABLE "ChangeRequest" ADD COLUMN     "dueOn" DATE;

-- CreateTable
CREATE TABLE "NoticeLetter" (
    "submissionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "store" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoticeLetter_pkey" PRIMARY KEY ("submissionId","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "NoticeLetter_key_key" ON "NoticeLetter"("key");

-- AddForeignKey
ALTER TABLE "NoticeLetter" ADD CONSTRAINT "NoticeLetter_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, like the letters of decisions.
GRANT SELECT, INSERT ON "NoticeLetter" TO kp_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NoticeLetter" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "NoticeLetter" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
