-- What the database promises about mails that officers look after.

-- An officer puts aside what was never sent, and signs for it.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_dismissed_whole" CHECK (("dismissedAt" IS NULL) = ("dismissedById" IS NULL));

-- However often it is asked, one copy of a mail waits at a time; copies are of the first, never of one another.
CREATE UNIQUE INDEX "Mail_one_copy_waits" ON "Mail" ("repeatsId") WHERE "repeatsId" IS NOT NULL AND status = 'queued';
