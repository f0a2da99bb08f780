-- What the database promises about messages, notices, mail and broadcasts.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "Thread", "Message", "Notice", "Broadcast", "BroadcastExporter", "MailReport" TO kp_app;
GRANT UPDATE (subject, "lastMessageAt", "lastSide", "waitingSince", "assignedToId") ON "Thread" TO kp_app;
GRANT UPDATE (text, "savedAt", "sentAt", "discardedAt") ON "Message" TO kp_app;
GRANT UPDATE ("readAt", "digestedAt") ON "Notice" TO kp_app;
GRANT UPDATE ("publishedAt", "takenBackAt", "takenBackById") ON "Broadcast" TO kp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "NoticePreference" TO kp_app;
GRANT SELECT, INSERT, UPDATE ON "ThreadRead", "BroadcastHidden" TO kp_app;
GRANT SELECT, UPDATE ON "MailPace" TO kp_app;
GRANT UPDATE ("addressBouncedAt") ON "User" TO kp_app;

INSERT INTO "MailPace" (id, next) VALUES (1, CURRENT_TIMESTAMP);
ALTER TABLE "MailPace" ADD CONSTRAINT "MailPace_one_row" CHECK (id = 1);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MailReport', 'BroadcastExporter'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Thread', 'Message', 'Notice', 'Broadcast'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── 2. Conversations ────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Thread"
  ADD CONSTRAINT "Thread_about_what_it_says" CHECK (
    ("applicationId" IS NOT NULL) = (about = 'application')
    AND ("certificateId" IS NOT NULL) = (about = 'certificate')
    AND ("importCertificateId" IS NOT NULL) = (about = 'import')),
  ADD CONSTRAINT "Thread_sent_whole" CHECK (
    ("lastMessageAt" IS NULL) = ("lastSide" IS NULL)
    AND ("waitingSince" IS NULL OR "lastMessageAt" IS NOT NULL)
    AND ("lastMessageAt" IS NULL OR length(trim(subject)) > 0));

-- What a conversation is about is the same exporter's, and of the office's business.
CREATE FUNCTION check_thread() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."applicationId" IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM "Application" a WHERE a.id = NEW."applicationId" AND a."exporterId" = NEW."exporterId")
     OR NEW."certificateId" IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM "Certificate" c JOIN "Application" a ON a.id = c."applicationId"
        WHERE c.id = NEW."certificateId" AND a."exporterId" = NEW."exporterId")
     OR NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM "ImportCertificate" i
        WHERE i.id = NEW."importCertificateId" AND i."exporterId" = NEW."exporterId") THEN
    RAISE EXCEPTION 'what a conversation is about is of the same exporter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Thread_of_one_exporter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_thread BEFORE INSERT ON "Thread" FOR EACH ROW EXECUTE FUNCTION check_thread();

CREATE FUNCTION check_thread_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.subject <> OLD.subject AND OLD."lastMessageAt" IS NOT NULL THEN
    RAISE EXCEPTION 'the subject of a conversation that was sent stays'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Thread_keeps_subject';
  END IF;
  IF NEW."assignedToId" IS DISTINCT FROM OLD."assignedToId" AND NEW."assignedToId" IS NOT NULL
     AND NOT answers_messages(NEW."assignedToId", NEW."exporterId") THEN
    RAISE EXCEPTION 'conversations are held by reviewers and signatories who are not of the exporter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Thread_held_by_office';
  END IF;
  RETURN NEW;
END $$;

-- Who of the office answers an exporter: a reviewer or signatory who never belonged to it.
CREATE FUNCTION answers_messages(person uuid, exporter uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT follows_certificates(person)
     AND NOT EXISTS (SELECT 1 FROM "Mandate" m WHERE m."userId" = person AND m."exporterId" = exporter)
$$;
CREATE TRIGGER check_thread_change BEFORE UPDATE ON "Thread" FOR EACH ROW EXECUTE FUNCTION check_thread_change();

-- ── 3. Messages ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Message"
  ADD CONSTRAINT "Message_sent_or_discarded" CHECK ("sentAt" IS NULL OR "discardedAt" IS NULL),
  ADD CONSTRAINT "Message_sent_with_words" CHECK ("sentAt" IS NULL OR length(trim(text)) > 0);
CREATE UNIQUE INDEX "Message_one_draft" ON "Message" ("threadId", "authorId") WHERE "sentAt" IS NULL AND "discardedAt" IS NULL;

-- A message says on which side it was written, by somebody who stands there; once sent it stays as it is.
CREATE FUNCTION check_message() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE exporter uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."sentAt" IS NOT NULL OR OLD."discardedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'a message that was sent or discarded stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Message_stays';
  END IF;
  SELECT t."exporterId" INTO STRICT exporter FROM "Thread" t WHERE t.id = NEW."threadId";
  IF NEW.side = 'office' AND NOT answers_messages(NEW."authorId", exporter) THEN
    RAISE EXCEPTION 'the office is spoken for by reviewers and signatories who are not of the exporter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Message_by_office';
  END IF;
  IF NEW.side = 'exporter' AND NOT EXISTS (
       SELECT 1 FROM "Mandate" m WHERE m."userId" = NEW."authorId" AND m."exporterId" = exporter
          AND m."acceptedAt" IS NOT NULL AND m."endedAt" IS NULL) THEN
    RAISE EXCEPTION 'an exporter is spoken for by whoever has a mandate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Message_by_mandate';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_message BEFORE INSERT OR UPDATE ON "Message" FOR EACH ROW EXECUTE FUNCTION check_message();

-- What is sent says where its conversation stands: who wrote last, and since when the exporter waits.
CREATE FUNCTION follow_message() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE "Thread" t
     SET "lastMessageAt" = NEW."sentAt",
         "lastSide" = NEW.side,
         "waitingSince" = CASE NEW.side WHEN 'office' THEN NULL ELSE coalesce(t."waitingSince", NEW."sentAt") END
   WHERE t.id = NEW."threadId";
  RETURN NULL;
END $$;
CREATE TRIGGER follow_message AFTER INSERT OR UPDATE OF "sentAt" ON "Message"
  FOR EACH ROW WHEN (NEW."sentAt" IS NOT NULL) EXECUTE FUNCTION follow_message();

-- ── 4. Files of messages ────────────────────────────────────────────────────────────────────────

ALTER TABLE "Document"
  DROP CONSTRAINT "Document_of_one_matter",
  ADD CONSTRAINT "Document_of_one_matter" CHECK (
    (CASE WHEN "applicationId" IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN "certificateId" IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN "announcementId" IS NULL AND "importCertificateId" IS NULL AND "messageId" IS NULL THEN 0 ELSE 1 END) = 1
    AND ("announcementId" IS NULL OR "messageId" IS NULL));

-- A scan follows its announcement, or the message it came with, into the register, and stays there.
CREATE OR REPLACE FUNCTION check_document_of_import() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."importCertificateId" IS NOT NULL
       OR (NEW."announcementId" IS NULL AND NEW."messageId" IS NULL)) THEN
    RAISE EXCEPTION 'a document stays with its import certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_stays_with_import';
  END IF;
  IF NEW."announcementId" IS NOT NULL AND NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportAnnouncement" a
     WHERE a.id = NEW."announcementId" AND a."importCertificateId" = NEW."importCertificateId") THEN
    RAISE EXCEPTION 'the announcement was registered as another certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_follows_announcement';
  END IF;
  IF NEW."messageId" IS NOT NULL AND NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Message" m JOIN "Thread" t ON t.id = m."threadId"
      JOIN "ImportCertificate" i ON i."exporterId" = t."exporterId"
     WHERE m.id = NEW."messageId" AND m."sentAt" IS NOT NULL AND i.id = NEW."importCertificateId") THEN
    RAISE EXCEPTION 'the message was sent by another exporter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_follows_message';
  END IF;
  RETURN NEW;
END $$;

-- Files come to a draft, and go only while it is one.
CREATE FUNCTION check_document_of_message() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'INSERT' OR NEW."removedAt" IS DISTINCT FROM OLD."removedAt") AND EXISTS (
       SELECT 1 FROM "Message" m WHERE m.id = NEW."messageId" AND m."sentAt" IS NOT NULL)
     AND NEW.scan <> 'infected' THEN
    RAISE EXCEPTION 'the files of a message that was sent stay with it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_stays_with_message';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_document_of_message BEFORE INSERT OR UPDATE OF "removedAt" ON "Document"
  FOR EACH ROW WHEN (NEW."messageId" IS NOT NULL) EXECUTE FUNCTION check_document_of_message();

ALTER TABLE "OfficeNote"
  DROP CONSTRAINT "OfficeNote_about_one_thing",
  ADD CONSTRAINT "OfficeNote_about_one_thing" CHECK (num_nonnulls("applicationId", "exporterId", "threadId") = 1);

-- ── 5. Mail and notices ─────────────────────────────────────────────────────────────────────────

-- One mail of a kind to a reader about an event; an officer may send it again.
CREATE UNIQUE INDEX "Mail_once" ON "Mail" ("eventId", recipient, template) WHERE "repeatsId" IS NULL;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_repeated_by_somebody" CHECK (("repeatsId" IS NULL) = ("repeatedById" IS NULL));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_digested_if_asked" CHECK ("digestedAt" IS NULL OR digest);

-- ── 6. Broadcasts ───────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Broadcast"
  ADD CONSTRAINT "Broadcast_has_words" CHECK (
    length(trim("titleEn")) > 0 AND length(trim("titleFr")) > 0 AND length(trim("textEn")) > 0 AND length(trim("textFr")) > 0),
  ADD CONSTRAINT "Broadcast_in_order" CHECK ("shownUntil" > "shownFrom"),
  ADD CONSTRAINT "Broadcast_taken_back_whole" CHECK (("takenBackAt" IS NULL) = ("takenBackById" IS NULL));

CREATE FUNCTION check_broadcast() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE person uuid := NEW."plannedById";
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."publishedAt" IS NOT NULL AND NEW."publishedAt" IS DISTINCT FROM OLD."publishedAt"
       OR OLD."takenBackAt" IS NOT NULL
          AND (NEW."takenBackAt", NEW."takenBackById", NEW."publishedAt") IS DISTINCT FROM
              (OLD."takenBackAt", OLD."takenBackById", OLD."publishedAt") THEN
      RAISE EXCEPTION 'what was said stays said'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'Broadcast_stays';
    END IF;
    IF NEW."takenBackById" IS NOT DISTINCT FROM OLD."takenBackById" THEN RETURN NEW; END IF;
    person := NEW."takenBackById";
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = person AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'administrators speak to all exporters'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Broadcast_by_administrator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_broadcast BEFORE INSERT OR UPDATE ON "Broadcast" FOR EACH ROW EXECUTE FUNCTION check_broadcast();
