-- The officers' queue reads open files only, however many are closed: its indexes leave those out.
CREATE INDEX "Application_open_by_due" ON "Application" ("dueAt", id)
  WHERE status IN ('submitted', 'in_review', 'recommended', 'returned');
CREATE INDEX "Application_open_by_holder" ON "Application" ("holderId", "dueAt", id)
  WHERE status IN ('submitted', 'in_review', 'recommended', 'returned');
-- Closed files are read from the newest.
CREATE INDEX "Application_closed_by_receipt" ON "Application" ("submittedAt", id)
  WHERE status IN ('issued', 'rejected', 'cancelled') AND number IS NOT NULL;

-- What was submitted before its subheadings were written beside it.
UPDATE "Application" a SET subheadings = ARRAY(
  SELECT DISTINCT line #>> '{}'
  FROM "Submission" s, jsonb_path_query(s.snapshot, 'lax $.answers.goods.hsLines[*].subheading') line
  WHERE s."applicationId" = a.id AND s.version = a."submissionVersion" AND line #>> '{}' IS NOT NULL
  ORDER BY 1)
WHERE a."submissionVersion" > 0;

-- Single letters work as keys on the desk unless somebody turns them off (WCAG 2.1.4).
ALTER TABLE "User" ADD COLUMN "letterKeys" BOOLEAN NOT NULL DEFAULT true;
GRANT UPDATE ("letterKeys") ON "User" TO kp_app;
