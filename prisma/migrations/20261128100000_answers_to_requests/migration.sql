-- A request is answered by saying that it was done as asked, by a note, or by both; no longer by a change in its section.
ALTER TABLE "ChangeRequest" ADD COLUMN     "done" BOOLEAN NOT NULL DEFAULT false;

UPDATE "ChangeRequest" SET done = true WHERE "repliedAt" IS NOT NULL AND reply IS NULL;

ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_answered_somehow"
  CHECK (("repliedAt" IS NOT NULL) = (done OR length(trim(coalesce(reply, ''))) > 0));

GRANT UPDATE (done) ON "ChangeRequest" TO kp_app;
