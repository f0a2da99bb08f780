-- Two pairs of eyes, whole: whose hand is in a file neither recommends nor signs it, and what is recommended and
-- decided goes the one way, from review to a recommendation of that moment, from there to a decision that follows it.

-- ── 1. Persons ──────────────────────────────────────────────────────────────────────────────────

-- Who began a file, typed it in from paper, changed it or submitted it.
CREATE FUNCTION has_hand_in(file uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "Application" a WHERE a.id = file AND person IN (a."createdById", a."enteredById"))
      OR EXISTS (SELECT 1 FROM "ApplicationEditor" e WHERE e."applicationId" = file AND e."userId" = person)
      OR EXISTS (SELECT 1 FROM "Submission" s WHERE s."applicationId" = file AND s."submittedById" = person)
$$;

CREATE OR REPLACE FUNCTION check_recommendation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."recommendedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_not_own_profile';
  END IF;
  IF has_hand_in(NEW."applicationId", NEW."recommendedById") THEN
    RAISE EXCEPTION 'who edited a file does not recommend it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_not_by_editor';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."recommendedById" AND holds_role(u, 'reviewer')) THEN
    RAISE EXCEPTION 'only a reviewer recommends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_by_reviewer';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Submission" s JOIN "Application" a ON a.id = s."applicationId" AND a."submissionVersion" = s.version
                 WHERE s.id = NEW."submissionId" AND a.id = NEW."applicationId") THEN
    RAISE EXCEPTION 'what was submitted last is recommended'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_of_own_submission';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Recommendation" r
             WHERE r."applicationId" = NEW."applicationId" AND r."recommendedById" = NEW."signedById") THEN
    RAISE EXCEPTION 'who recommended a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_two_pairs_of_eyes';
  END IF;
  IF has_hand_in(NEW."applicationId", NEW."signedById") THEN
    RAISE EXCEPTION 'who edited a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_by_editor';
  END IF;
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."signedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_own_profile';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."signedById" AND holds_role(u, 'signatory')) THEN
    RAISE EXCEPTION 'only a person authorized under section 6 of the Act signs'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_by_signatory';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Recommendation" r
                   JOIN "Submission" s ON s.id = r."submissionId"
                   JOIN "Application" a ON a.id = r."applicationId" AND a."submissionVersion" = s.version
                 WHERE r.id = NEW."recommendationId" AND r."applicationId" = NEW."applicationId" AND r.outcome = NEW.outcome
                   AND NOT EXISTS (SELECT 1 FROM "Recommendation" newer
                                   WHERE newer."applicationId" = r."applicationId" AND newer."recommendedAt" > r."recommendedAt")) THEN
    RAISE EXCEPTION 'the decision does not follow the recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_follows_recommendation';
  END IF;
  RETURN NEW;
END $$;

-- ── 2. The one way ──────────────────────────────────────────────────────────────────────────────

-- In which transaction a file got its state; the portal's role cannot write it.
ALTER TABLE "Application" ADD COLUMN     "movedIn" TEXT;

CREATE FUNCTION begin_unmoved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW."movedIn" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER begin_unmoved BEFORE INSERT ON "Application" FOR EACH ROW EXECUTE FUNCTION begin_unmoved();

CREATE OR REPLACE FUNCTION keep_final_states() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.status IN ('issued', 'rejected', 'cancelled') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'a final state does not change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_final_state';
  END IF;
  IF NEW.status IN ('issued', 'rejected') AND OLD.status NOT IN ('recommended', NEW.status) THEN
    RAISE EXCEPTION 'only what is recommended is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_decided_when_recommended';
  END IF;
  IF NEW.status = 'recommended' AND OLD.status NOT IN ('in_review', 'returned', 'recommended') THEN
    RAISE EXCEPTION 'only what is reviewed is recommended'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_recommended_when_reviewed';
  END IF;
  IF NEW.status <> OLD.status THEN
    NEW."movedIn" := pg_current_xact_id()::text;
  END IF;
  RETURN NEW;
END $$;

-- Looked at when the transaction commits, so that the order of its statements is free. A recommendation and the
-- status that waits for a signatory come in one transaction (and not in a savepoint of it): one that was sent back does
-- not serve again.
CREATE FUNCTION check_recommended() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a WHERE a.id = NEW.id AND a.status = 'recommended')
     AND NOT is_table_owner()
     AND NOT EXISTS (SELECT 1 FROM "Recommendation" r
                     WHERE r."applicationId" = NEW.id AND r.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a recommended application has its recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_recommended_has_recommendation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_recommended_new AFTER INSERT ON "Application"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'recommended') EXECUTE FUNCTION check_recommended();
CREATE CONSTRAINT TRIGGER check_recommended AFTER UPDATE OF status ON "Application"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'recommended' AND OLD.status <> 'recommended') EXECUTE FUNCTION check_recommended();

-- Of what is written the file bears the state, and got it in the same transaction: nothing is recommended, decided
-- or issued beside it.
CREATE FUNCTION check_file_follows() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  expected text := CASE TG_TABLE_NAME
    WHEN 'Recommendation' THEN 'recommended'
    WHEN 'Certificate' THEN 'issued'
    ELSE CASE to_jsonb(NEW) ->> 'outcome' WHEN 'issue' THEN 'issued' ELSE 'rejected' END END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Application" a WHERE a.id = NEW."applicationId" AND a.status::text = expected
                   AND a."movedIn" = pg_current_xact_id()::text) THEN
    RAISE EXCEPTION 'the application is not made % with it', expected
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_file_follows';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER file_follows AFTER INSERT ON "Recommendation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_file_follows();
CREATE CONSTRAINT TRIGGER file_follows AFTER INSERT ON "Decision"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_file_follows();
CREATE CONSTRAINT TRIGGER file_follows AFTER INSERT ON "Certificate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_file_follows();
