-- What a submission is compared with is found on indexes: the newest shipments, those of a mine, seals that
-- are not on a certificate yet, the same file, the same consignee.

-- CreateIndex
CREATE INDEX "Application_submittedAt_idx" ON "Application"("submittedAt" DESC);

-- CreateIndex
CREATE INDEX "Document_sha256_idx" ON "Document"("sha256");

CREATE INDEX "Application_consignee_idx" ON "Application" (lower("consigneeName"));
CREATE INDEX "Submission_origins_idx" ON "Submission"
  USING gin ((snapshot #> '{answers,origin,origins}') jsonb_path_ops);
CREATE INDEX "Submission_seals_idx" ON "Submission"
  USING gin ((snapshot #> '{answers,goods,seals}'));
