-- What the application's role may change is named column by column, and the guards hold whatever the
-- caller's search path is.

-- ── 1. Guards look where the tables are ─────────────────────────────────────────────────────────
-- Unless pg_temp is named, it is searched first: where the role may create temporary tables (every role
-- may, in a database whose owner has not revoked it), one called "Mandate" or "ImportBalance" would be
-- asked instead of the true one.

ALTER FUNCTION refuse_change() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION check_recommendation() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION counter_goes_up_by_one() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION check_certificate() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION keep_final_states() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION check_final_state() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION post_ledger_entry() SET search_path = pg_catalog, public, pg_temp;

-- ── 2. Rows keep what they are about ────────────────────────────────────────────────────────────
-- Whose a file is, who may act for whom, what came in with an import, what was handed in and what was
-- asked never change once written; only how things stand does.

REVOKE UPDATE ON "User", "Exporter", "Mandate", "Document", "Application", "ChangeRequest",
  "ImportCertificate" FROM kp_app;

GRANT UPDATE ("firstName", "lastName", organization, title, "titleFr", phone, email, "emailVerified", language)
  ON "User" TO kp_app;
GRANT UPDATE ("legalName", "addressLines", city, province, "postalCode", "businessNumber",
  "residencyAttestedAt", "residencyAttestedBy", version) ON "Exporter" TO kp_app;
GRANT UPDATE (permissions, "acceptedAt", "endsOn", "endedAt", "endedBy") ON "Mandate" TO kp_app;
GRANT UPDATE ("removedAt") ON "Document" TO kp_app;
GRANT UPDATE (number, status, answers, version, "updatedAt", "submissionVersion", "submittedAt", "dueAt",
  destination, "consigneeName", categories, carats, "valueUsd", "holderId", "claimedAt", "answerDueOn")
  ON "Application" TO kp_app;
GRANT UPDATE (reply, "repliedAt") ON "ChangeRequest" TO kp_app;
-- Locking a row asks for the right to change some column of it.
GRANT UPDATE ("originalReceivedOn") ON "ImportCertificate" TO kp_app;

-- ── 3. The ledger agrees with the register ──────────────────────────────────────────────────────

CREATE FUNCTION check_ledger_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'registered' AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i WHERE i.id = NEW."importCertificateId" AND i.carats = NEW.carats) THEN
    RAISE EXCEPTION 'the carats are not those of the register'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_as_registered';
  END IF;
  IF NEW."applicationId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i JOIN "Application" a ON a."exporterId" = i."exporterId"
     WHERE i.id = NEW."importCertificateId" AND a.id = NEW."applicationId") THEN
    RAISE EXCEPTION 'the import certificate is of another profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_of_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_ledger_entry BEFORE INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION check_ledger_entry();

-- ── 4. Who ever recommended a file does not sign it ─────────────────────────────────────────────
-- Also when it was sent back since and another reviewer recommended it again.

CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Recommendation" r
             WHERE r."applicationId" = NEW."applicationId" AND r."recommendedById" = NEW."signedById") THEN
    RAISE EXCEPTION 'who recommended a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_two_pairs_of_eyes';
  END IF;
  IF EXISTS (SELECT 1 FROM "ApplicationEditor" e WHERE e."applicationId" = NEW."applicationId" AND e."userId" = NEW."signedById") THEN
    RAISE EXCEPTION 'who edited a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_by_editor';
  END IF;
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."signedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_own_profile';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."signedById" AND 'signatory' = ANY (u.roles)) THEN
    RAISE EXCEPTION 'only a person authorized under section 6 of the Act signs'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_by_signatory';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Recommendation" r
                 WHERE r.id = NEW."recommendationId" AND r."applicationId" = NEW."applicationId" AND r.outcome = NEW.outcome) THEN
    RAISE EXCEPTION 'the decision does not follow the recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_follows_recommendation';
  END IF;
  RETURN NEW;
END $$;
