-- A conversation in which something was sent never becomes one of which nothing was: its subject would be free again.

CREATE OR REPLACE FUNCTION check_thread_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."lastMessageAt" IS NOT NULL AND NEW."lastMessageAt" IS NULL THEN
    RAISE EXCEPTION 'what was sent stays sent'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Thread_stays_sent';
  END IF;
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
