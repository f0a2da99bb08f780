-- What an officer has opened ends before its decision only because its exporter asked and a reviewer accepted.
-- Looked at when the transaction commits, so that the order of its statements is free.
CREATE FUNCTION check_withdrawn() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "WithdrawalRequest" w WHERE w."applicationId" = NEW.id AND w.outcome = 'accepted') THEN
    RAISE EXCEPTION 'an application under review is withdrawn on an accepted request'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_withdrawn_on_request';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_withdrawn AFTER UPDATE OF status ON "Application"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IN ('in_review', 'recommended') AND NEW.status = 'cancelled')
  EXECUTE FUNCTION check_withdrawn();
