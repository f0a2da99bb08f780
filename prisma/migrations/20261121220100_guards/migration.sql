-- What the database itself promises, whatever the application does:
--   1. the application's role (kp_app) has no DDL and owns nothing; what is append-only it can only add to;
--   2. carats can never be over-drawn (Act s. 9(2)(b); rule R16);
--   3. two pairs of eyes: who recommended or ever edited a file cannot sign it, nor can anybody of the profile;
--   4. a final state has its decision, and an issued application its certificate.
-- Migrations run as the owner. Create the role kp_app first (docs/operations.md).

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO kp_app;

-- Reference data: read here, changed by migrations and by the seed only.
GRANT SELECT ON "Participant", "Country", "Mine", "TariffSubheading", "SanctionRule", "Holiday", "DeclarationText" TO kp_app;

-- Rows with a life.
GRANT SELECT, INSERT, UPDATE ON "ApplicationCounter", "Mail" TO kp_app;

-- Rows that keep what they are about: whose a file is, who may act for whom, what came in with an
-- import, what was handed in and what was asked never change once written; only how things stand does.
GRANT SELECT, INSERT ON
  "User", "Exporter", "Mandate", "Document", "Application", "ChangeRequest", "ImportCertificate" TO kp_app;
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

GRANT SELECT, INSERT, UPDATE, DELETE ON "Account", "Session", "UsedLogoutToken" TO kp_app;
GRANT SELECT, UPDATE ON "CertificateCounter" TO kp_app;

-- Append-only.
GRANT SELECT, INSERT ON
  "ApplicationEditor", "Submission", "Recommendation", "Decision", "Certificate", "CertificateDocument",
  "CertificateSeal", "LedgerEntry", "Event" TO kp_app;
GRANT USAGE ON SEQUENCE "LedgerEntry_id_seq", "Event_id_seq" TO kp_app;

-- Kept by the ledger's trigger alone.
GRANT SELECT ON "ImportBalance", "ImportHold" TO kp_app;

-- Append-only for the owner too, as long as nobody disables a trigger on purpose.
-- Every guard names its search path, pg_temp last: otherwise a temporary table called "Mandate" would be
-- asked instead of the true one.
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ApplicationEditor', 'Submission', 'Recommendation', 'Decision', 'Certificate',
                           'CertificateDocument', 'CertificateSeal', 'LedgerEntry', 'Event'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── 2. The carat ledger ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "LedgerEntry"
  ADD CONSTRAINT "LedgerEntry_carats_positive" CHECK (CASE WHEN kind = 'corrected' THEN carats <> 0 ELSE carats > 0 END),
  ADD CONSTRAINT "LedgerEntry_names_application" CHECK (kind IN ('registered', 'corrected') OR "applicationId" IS NOT NULL),
  ADD CONSTRAINT "LedgerEntry_correction_by_two" CHECK (
    kind <> 'corrected' OR ("secondActorId" IS NOT NULL AND "secondActorId" <> "actorId" AND reason IS NOT NULL));

ALTER TABLE "ImportBalance"
  ADD CONSTRAINT "ImportBalance_remaining_not_negative" CHECK (remaining >= 0),
  ADD CONSTRAINT "ImportBalance_reserved_not_negative" CHECK (reserved >= 0),
  ADD CONSTRAINT "ImportBalance_consumed_not_negative" CHECK (consumed >= 0),
  ADD CONSTRAINT "ImportBalance_adds_up" CHECK (registered = reserved + consumed + remaining);
ALTER TABLE "ImportHold"
  ADD CONSTRAINT "ImportHold_not_negative" CHECK (reserved >= 0 AND consumed >= 0);
ALTER TABLE "ImportCertificate"
  ADD CONSTRAINT "ImportCertificate_figures_positive" CHECK (carats > 0 AND "valueUsd" > 0),
  ADD CONSTRAINT "ImportCertificate_number_normalised" CHECK ("numberNormalised" ~ '^[A-Z]{2}[0-9A-Z]{3,10}$');

-- The ledger agrees with the register: its carats, and its own profile only.
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

-- SECURITY DEFINER: the balances belong to the owner, so an entry is the only way to move them.
CREATE FUNCTION post_ledger_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  from_consumed boolean := NEW.kind = 'released' AND NEW."certificateId" IS NOT NULL;
  d_registered numeric := CASE WHEN NEW.kind IN ('registered', 'corrected') THEN NEW.carats ELSE 0 END;
  d_reserved numeric := CASE
    WHEN NEW.kind = 'reserved' THEN NEW.carats
    WHEN NEW.kind = 'consumed' OR (NEW.kind = 'released' AND NOT from_consumed) THEN -NEW.carats
    ELSE 0 END;
  d_consumed numeric := CASE WHEN NEW.kind = 'consumed' THEN NEW.carats WHEN from_consumed THEN -NEW.carats ELSE 0 END;
BEGIN
  IF NEW.kind = 'registered' THEN
    INSERT INTO "ImportBalance" ("importCertificateId") VALUES (NEW."importCertificateId");
  END IF;
  UPDATE "ImportBalance" SET
    registered = registered + d_registered,
    reserved = reserved + d_reserved,
    consumed = consumed + d_consumed,
    remaining = remaining + d_registered - d_reserved - d_consumed
  WHERE "importCertificateId" = NEW."importCertificateId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'import certificate % is not registered', NEW."importCertificateId" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF NEW."applicationId" IS NOT NULL THEN
    INSERT INTO "ImportHold" ("importCertificateId", "applicationId")
      VALUES (NEW."importCertificateId", NEW."applicationId") ON CONFLICT DO NOTHING;
    UPDATE "ImportHold" SET reserved = reserved + d_reserved, consumed = consumed + d_consumed
      WHERE "importCertificateId" = NEW."importCertificateId" AND "applicationId" = NEW."applicationId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_ledger_entry AFTER INSERT ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION post_ledger_entry();

-- ── 3. Two pairs of eyes (Act s. 6; rule R29) ───────────────────────────────────────────────────

ALTER TABLE "Decision" ADD CONSTRAINT "Decision_two_pairs_of_eyes" CHECK ("signedById" <> "recommendedById");
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_rejection_has_reasons" CHECK (
  outcome = 'issue' OR (length(trim(coalesce(reasons, ''))) > 0 AND ground IS NOT NULL));
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_rejection_has_reasons" CHECK (
  outcome = 'issue' OR (length(trim(reasons)) > 0 AND ground IS NOT NULL));

CREATE FUNCTION check_recommendation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."recommendedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_not_own_profile';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."recommendedById" AND 'reviewer' = ANY (u.roles)) THEN
    RAISE EXCEPTION 'only a reviewer recommends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_by_reviewer';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s.id = NEW."submissionId" AND s."applicationId" = NEW."applicationId") THEN
    RAISE EXCEPTION 'the submission is of another application'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_of_own_submission';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_recommendation BEFORE INSERT ON "Recommendation" FOR EACH ROW EXECUTE FUNCTION check_recommendation();

CREATE FUNCTION check_decision() RETURNS trigger
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
CREATE TRIGGER check_decision BEFORE INSERT ON "Decision" FOR EACH ROW EXECUTE FUNCTION check_decision();

-- ── 4. Certificates and final states ────────────────────────────────────────────────────────────

INSERT INTO "CertificateCounter" (id, last) VALUES (1, 0);
ALTER TABLE "CertificateCounter" ADD CONSTRAINT "CertificateCounter_one_row" CHECK (id = 1);

CREATE FUNCTION counter_goes_up_by_one() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.last <> OLD.last + 1 THEN
    RAISE EXCEPTION 'numbers are given one after the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateCounter_no_gap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_up_by_one BEFORE UPDATE ON "CertificateCounter" FOR EACH ROW EXECUTE FUNCTION counter_goes_up_by_one();

ALTER TABLE "Certificate"
  ADD CONSTRAINT "Certificate_number_form" CHECK (number ~ '^CA[0-9]{8}$'),
  ADD CONSTRAINT "Certificate_sixty_days" CHECK (
    "expiresOn" = "issuedOn" + 60 AND "expiresAt" = (("expiresOn" + 1)::timestamp AT TIME ZONE 'UTC'));
ALTER TABLE "Application"
  ADD CONSTRAINT "Application_number_form" CHECK (number ~ '^KPO-[0-9]{4}-[0-9]{4,}$'),
  ADD CONSTRAINT "Application_submitted_has_number" CHECK (status IN ('draft', 'cancelled') OR number IS NOT NULL);

CREATE FUNCTION check_certificate() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Decision" d JOIN "Recommendation" r ON r.id = d."recommendationId"
                 WHERE d.id = NEW."decisionId" AND d."applicationId" = NEW."applicationId" AND d.outcome = 'issue'
                   AND d."signedById" = NEW."issuedById" AND r."submissionId" = NEW."submissionId") THEN
    RAISE EXCEPTION 'a certificate needs the decision of its signatory'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Certificate_has_decision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_certificate BEFORE INSERT ON "Certificate" FOR EACH ROW EXECUTE FUNCTION check_certificate();

CREATE FUNCTION keep_final_states() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.status IN ('issued', 'rejected', 'cancelled') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'a final state does not change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_final_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_final_states BEFORE UPDATE OF status ON "Application" FOR EACH ROW EXECUTE FUNCTION keep_final_states();

-- Looked at when the transaction commits, so that the order of its statements is free.
CREATE FUNCTION check_final_state() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE state "ApplicationStatus";
BEGIN
  SELECT status INTO state FROM "Application" WHERE id = NEW.id;
  IF state = 'issued' AND NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c."applicationId" = NEW.id) THEN
    RAISE EXCEPTION 'an issued application has a certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_issued_has_certificate';
  END IF;
  IF state = 'rejected' AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."applicationId" = NEW.id AND d.outcome = 'reject') THEN
    RAISE EXCEPTION 'a rejected application has a decision'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_rejected_has_decision';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_final_state AFTER INSERT OR UPDATE OF status ON "Application"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_final_state();
