-- What a reviewer means to ask because of a conversation: kept as it was said, taken back once, and about the
-- application of that conversation.

GRANT SELECT, INSERT ON "PreparedRequest" TO kp_app;
GRANT UPDATE ("takenBackAt") ON "PreparedRequest" TO kp_app;
CREATE TRIGGER never_deleted BEFORE DELETE ON "PreparedRequest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "PreparedRequest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "PreparedRequest"
  ADD CONSTRAINT "PreparedRequest_says_something" CHECK ("reasonCode" IS NOT NULL OR length(trim(words)) > 0);

CREATE FUNCTION check_prepared_request() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."takenBackAt" IS NOT NULL THEN
      RAISE EXCEPTION 'what was taken back stays so'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'PreparedRequest_stays';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Thread" t JOIN "Application" a ON a.id = t."applicationId"
     WHERE t.id = NEW."threadId" AND a.id = NEW."applicationId"
       AND a."submissionVersion" = NEW."submissionVersion" AND a."holderId" = NEW."byId") THEN
    RAISE EXCEPTION 'a request is prepared by who reviews the application of the conversation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'PreparedRequest_of_thread';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_prepared_request BEFORE INSERT OR UPDATE ON "PreparedRequest"
  FOR EACH ROW EXECUTE FUNCTION check_prepared_request();
