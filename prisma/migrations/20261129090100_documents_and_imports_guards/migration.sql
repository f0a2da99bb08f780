-- What the database promises about documents, announced imports and the carat ledger.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "ImportAnnouncement", "ImportCorrection" TO kp_app;
GRANT UPDATE (status, issuer, number, "importedOn", note, version, "sentAt", answer, "answeredById", "answeredAt",
  "importCertificateId") ON "ImportAnnouncement" TO kp_app;
GRANT UPDATE (outcome, answer, "decidedById", "decidedAt") ON "ImportCorrection" TO kp_app;
GRANT UPDATE ("importCertificateId", scan, "scannedAt", threat, "bytesRemovedAt") ON "Document" TO kp_app;
GRANT UPDATE ("originalReceivedById") ON "ImportCertificate" TO kp_app;

-- Append-only.
GRANT SELECT, INSERT ON "ImportLine", "ImportConfirmation", "ImportConfirmationDocument" TO kp_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ImportLine', 'ImportConfirmation', 'ImportConfirmationDocument'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── 2. Documents ────────────────────────────────────────────────────────────────────────────────

-- A file is of an application, or of an import: announced, registered, or both one after the other.
ALTER TABLE "Document"
  ADD CONSTRAINT "Document_of_one_matter" CHECK (
    ("applicationId" IS NOT NULL) <> ("announcementId" IS NOT NULL OR "importCertificateId" IS NOT NULL)),
  ADD CONSTRAINT "Document_bytes_swept_after_removal" CHECK ("bytesRemovedAt" IS NULL OR "removedAt" <= "bytesRemovedAt");

-- A scan follows its announcement into the register, and stays there.
CREATE FUNCTION check_document_of_import() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."importCertificateId" IS NOT NULL OR NEW."announcementId" IS NULL) THEN
    RAISE EXCEPTION 'a document stays with its import certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_stays_with_import';
  END IF;
  IF NEW."announcementId" IS NOT NULL AND NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportAnnouncement" a
     WHERE a.id = NEW."announcementId" AND a."importCertificateId" = NEW."importCertificateId") THEN
    RAISE EXCEPTION 'the announcement was registered as another certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_follows_announcement';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_document_of_import BEFORE INSERT OR UPDATE OF "importCertificateId" ON "Document"
  FOR EACH ROW WHEN (NEW."importCertificateId" IS NOT NULL) EXECUTE FUNCTION check_document_of_import();

-- ── 3. Announced imports and the register ───────────────────────────────────────────────────────

ALTER TABLE "ImportAnnouncement"
  ADD CONSTRAINT "ImportAnnouncement_sent_whole" CHECK (
    status IN ('draft', 'withdrawn') OR (
      "sentAt" IS NOT NULL AND issuer IS NOT NULL AND number IS NOT NULL AND "importedOn" IS NOT NULL)),
  ADD CONSTRAINT "ImportAnnouncement_answer_has_words" CHECK (
    status NOT IN ('returned', 'declined') OR (
      length(trim(coalesce(answer, ''))) > 0 AND "answeredById" IS NOT NULL AND "answeredAt" IS NOT NULL)),
  ADD CONSTRAINT "ImportAnnouncement_registered_as" CHECK ((status = 'registered') = ("importCertificateId" IS NOT NULL));

CREATE FUNCTION check_announcement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status IN ('registered', 'declined', 'withdrawn') THEN
    RAISE EXCEPTION 'this announcement has ended'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportAnnouncement_ended';
  END IF;
  IF NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i
     WHERE i.id = NEW."importCertificateId" AND i."exporterId" = NEW."exporterId") THEN
    RAISE EXCEPTION 'the certificate is of another profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportAnnouncement_of_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_announcement BEFORE INSERT OR UPDATE ON "ImportAnnouncement"
  FOR EACH ROW EXECUTE FUNCTION check_announcement();

ALTER TABLE "ImportCertificate"
  ADD CONSTRAINT "ImportCertificate_days_in_order" CHECK (
    "issuedOn" <= "expiresOn" AND "issuedOn" <= "importedOn"
    AND ("originalReceivedOn" IS NULL OR "originalReceivedOn" >= "importedOn")),
  ADD CONSTRAINT "ImportCertificate_parcels_positive" CHECK (parcels > 0);
ALTER TABLE "ImportLine"
  ADD CONSTRAINT "ImportLine_figures_positive" CHECK (
    (carats IS NULL) = ("valueUsd" IS NULL) AND (carats IS NULL OR (carats > 0 AND "valueUsd" > 0)));

-- Registered by a reviewer who is not of the profile.
CREATE FUNCTION check_registrar() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."registeredById" AND 'reviewer' = ANY (u.roles)) THEN
    RAISE EXCEPTION 'only a reviewer registers import certificates'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCertificate_by_reviewer';
  END IF;
  IF EXISTS (SELECT 1 FROM "Mandate" m WHERE m."exporterId" = NEW."exporterId" AND m."userId" = NEW."registeredById") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCertificate_not_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_registrar BEFORE INSERT ON "ImportCertificate" FOR EACH ROW EXECUTE FUNCTION check_registrar();

-- Looked at when the transaction commits: what is in the register has an account and tariff lines that add up.
CREATE FUNCTION check_register() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_certificate uuid := CASE WHEN TG_TABLE_NAME = 'ImportLine' THEN (to_jsonb(NEW) ->> 'importCertificateId')::uuid
                              ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "ImportBalance" b WHERE b."importCertificateId" = of_certificate) THEN
    RAISE EXCEPTION 'an import certificate begins with an entry in the ledger'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCertificate_has_account';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i JOIN "ImportLine" l ON l."importCertificateId" = i.id
     WHERE i.id = of_certificate
     GROUP BY i.id
    HAVING count(l.carats) = 0 OR (
      count(l.carats) = count(*) AND sum(l.carats) = i.carats AND sum(l."valueUsd") = i."valueUsd")) THEN
    RAISE EXCEPTION 'the tariff lines do not add up to the certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportLine_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_register AFTER INSERT ON "ImportCertificate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_register();
CREATE CONSTRAINT TRIGGER check_register AFTER INSERT ON "ImportLine"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_register();

-- ── 4. The ledger: value beside mass, corrections by two ────────────────────────────────────────

ALTER TABLE "LedgerEntry"
  DROP CONSTRAINT "LedgerEntry_carats_positive",
  ADD CONSTRAINT "LedgerEntry_carats_positive" CHECK (CASE kind
    WHEN 'corrected' THEN carats <> 0 OR "valueUsd" <> 0
    WHEN 'reserved' THEN carats > 0 OR (carats = 0 AND "valueUsd" <> 0)
    ELSE carats > 0 END),
  ADD CONSTRAINT "LedgerEntry_names_correction" CHECK ((kind = 'corrected') = ("correctionId" IS NOT NULL));
ALTER TABLE "ImportBalance"
  ADD CONSTRAINT "ImportBalance_value_adds_up" CHECK ("registeredUsd" = "reservedUsd" + "consumedUsd" + "remainingUsd"),
  ADD CONSTRAINT "ImportBalance_value_not_negative" CHECK (
    "registeredUsd" >= 0 AND "reservedUsd" >= 0 AND "consumedUsd" >= 0);
ALTER TABLE "ImportHold"
  ADD CONSTRAINT "ImportHold_value_not_negative" CHECK ("reservedUsd" >= 0 AND "consumedUsd" >= 0);
ALTER TABLE "ImportCorrection"
  ADD CONSTRAINT "ImportCorrection_corrects" CHECK (carats <> 0 OR "valueUsd" <> 0),
  ADD CONSTRAINT "ImportCorrection_has_reason" CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT "ImportCorrection_decided_whole" CHECK (
    (outcome IS NULL) = ("decidedById" IS NULL) AND (outcome IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "ImportCorrection_by_two" CHECK (
    outcome IS NULL OR ((outcome = 'taken_back') = ("decidedById" = "proposedById")));
CREATE UNIQUE INDEX "ImportCorrection_one_open" ON "ImportCorrection" ("importCertificateId") WHERE outcome IS NULL;

-- Both are of the office and not of the profile; what is decided stays so.
CREATE FUNCTION check_correction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  by_whom uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW."proposedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'a correction is proposed before it is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCorrection_begins_open';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'this correction is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCorrection_decided_once';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = by_whom AND u.roles && ARRAY['reviewer', 'signatory']::"OfficerRole"[]) THEN
    RAISE EXCEPTION 'a correction is for reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCorrection_by_officers';
  END IF;
  IF EXISTS (SELECT 1 FROM "ImportCertificate" i JOIN "Mandate" m ON m."exporterId" = i."exporterId"
              WHERE i.id = NEW."importCertificateId" AND m."userId" = by_whom) THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCorrection_not_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_correction BEFORE INSERT OR UPDATE ON "ImportCorrection" FOR EACH ROW EXECUTE FUNCTION check_correction();

-- An accepted correction is in the ledger when its transaction commits.
CREATE FUNCTION check_correction_entered() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."correctionId" = NEW.id) THEN
    RAISE EXCEPTION 'an accepted correction is entered in the ledger'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportCorrection_entered';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_correction_entered AFTER UPDATE OF outcome ON "ImportCorrection"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.outcome = 'accepted') EXECUTE FUNCTION check_correction_entered();

-- The ledger agrees with the register, with the profile and with the accepted correction.
CREATE OR REPLACE FUNCTION check_ledger_entry() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'registered' AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i
     WHERE i.id = NEW."importCertificateId" AND i.carats = NEW.carats AND i."valueUsd" = NEW."valueUsd") THEN
    RAISE EXCEPTION 'carats and value are not those of the register'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_as_registered';
  END IF;
  IF NEW."applicationId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i JOIN "Application" a ON a."exporterId" = i."exporterId"
     WHERE i.id = NEW."importCertificateId" AND a.id = NEW."applicationId") THEN
    RAISE EXCEPTION 'the import certificate is of another profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_of_own_profile';
  END IF;
  IF NEW.kind = 'corrected' AND NOT EXISTS (
    SELECT 1 FROM "ImportCorrection" c
     WHERE c.id = NEW."correctionId" AND c.outcome = 'accepted' AND c."importCertificateId" = NEW."importCertificateId"
       AND c.carats = NEW.carats AND c."valueUsd" = NEW."valueUsd"
       AND c."proposedById" = NEW."actorId" AND c."decidedById" = NEW."secondActorId") THEN
    RAISE EXCEPTION 'a correction is entered as it was accepted'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_as_accepted';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION post_ledger_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- How much of the entry each column takes.
  from_consumed boolean := NEW.kind = 'released' AND NEW."certificateId" IS NOT NULL;
  to_registered int := CASE WHEN NEW.kind IN ('registered', 'corrected') THEN 1 ELSE 0 END;
  to_reserved int := CASE
    WHEN NEW.kind = 'reserved' THEN 1
    WHEN NEW.kind = 'consumed' OR (NEW.kind = 'released' AND NOT from_consumed) THEN -1
    ELSE 0 END;
  to_consumed int := CASE WHEN NEW.kind = 'consumed' THEN 1 WHEN from_consumed THEN -1 ELSE 0 END;
  to_remaining int := to_registered - to_reserved - to_consumed;
BEGIN
  IF NEW.kind = 'registered' THEN
    INSERT INTO "ImportBalance" ("importCertificateId") VALUES (NEW."importCertificateId");
  END IF;
  UPDATE "ImportBalance" SET
    registered = registered + to_registered * NEW.carats,
    reserved = reserved + to_reserved * NEW.carats,
    consumed = consumed + to_consumed * NEW.carats,
    remaining = remaining + to_remaining * NEW.carats,
    "registeredUsd" = "registeredUsd" + to_registered * NEW."valueUsd",
    "reservedUsd" = "reservedUsd" + to_reserved * NEW."valueUsd",
    "consumedUsd" = "consumedUsd" + to_consumed * NEW."valueUsd",
    "remainingUsd" = "remainingUsd" + to_remaining * NEW."valueUsd"
  WHERE "importCertificateId" = NEW."importCertificateId";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'import certificate % is not registered', NEW."importCertificateId" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF NEW."applicationId" IS NOT NULL THEN
    INSERT INTO "ImportHold" ("importCertificateId", "applicationId")
      VALUES (NEW."importCertificateId", NEW."applicationId") ON CONFLICT DO NOTHING;
    UPDATE "ImportHold" SET
      reserved = reserved + to_reserved * NEW.carats,
      consumed = consumed + to_consumed * NEW.carats,
      "reservedUsd" = "reservedUsd" + to_reserved * NEW."valueUsd",
      "consumedUsd" = "consumedUsd" + to_consumed * NEW."valueUsd"
      WHERE "importCertificateId" = NEW."importCertificateId" AND "applicationId" = NEW."applicationId";
  END IF;
  RETURN NULL;
END $$;
