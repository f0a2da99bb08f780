-- What stands, whatever is asked of the portal's role: a virus that was found, a removal, what was sent to
-- the office, and who may answer and confirm for it.

-- ── 1. Documents ────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION keep_document() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.scan = 'infected' AND (NEW.scan, NEW.threat, NEW."scannedAt") IS DISTINCT FROM (OLD.scan, OLD.threat, OLD."scannedAt") THEN
    RAISE EXCEPTION 'a file in which a virus was found stays so'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_infected_for_good';
  END IF;
  IF (OLD."removedAt" IS NOT NULL AND NEW."removedAt" IS DISTINCT FROM OLD."removedAt")
    OR (OLD."bytesRemovedAt" IS NOT NULL AND NEW."bytesRemovedAt" IS DISTINCT FROM OLD."bytesRemovedAt") THEN
    RAISE EXCEPTION 'a removed document stays removed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_removed_for_good';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_document BEFORE UPDATE OF scan, threat, "scannedAt", "removedAt", "bytesRemovedAt" ON "Document"
  FOR EACH ROW EXECUTE FUNCTION keep_document();

-- ── 2. Announced imports ────────────────────────────────────────────────────────────────────────

-- The office does not see what an exporter still writes.
ALTER TABLE "ImportAnnouncement"
  ADD CONSTRAINT "ImportAnnouncement_draft_not_sent" CHECK (status <> 'draft' OR "sentAt" IS NULL);

CREATE OR REPLACE FUNCTION check_announcement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status IN ('registered', 'declined', 'withdrawn') THEN
    RAISE EXCEPTION 'this announcement has ended'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportAnnouncement_ended';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'sent' AND (NEW.issuer, NEW.number, NEW."importedOn", NEW.note)
      IS DISTINCT FROM (OLD.issuer, OLD.number, OLD."importedOn", OLD.note) THEN
    RAISE EXCEPTION 'what was sent to the office stays as it was read'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportAnnouncement_stays_as_sent';
  END IF;
  IF NEW."importCertificateId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ImportCertificate" i
     WHERE i.id = NEW."importCertificateId" AND i."exporterId" = NEW."exporterId") THEN
    RAISE EXCEPTION 'the certificate is of another profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportAnnouncement_of_own_profile';
  END IF;
  RETURN NEW;
END $$;

-- ── 3. Confirmations ────────────────────────────────────────────────────────────────────────────

-- Confirmed by a reviewer who is not of the profile.
CREATE FUNCTION check_confirmation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."confirmedById" AND 'reviewer' = ANY (u.roles)) THEN
    RAISE EXCEPTION 'only a reviewer confirms imports'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportConfirmation_by_reviewer';
  END IF;
  IF EXISTS (SELECT 1 FROM "ImportCertificate" i JOIN "Mandate" m ON m."exporterId" = i."exporterId"
              WHERE i.id = NEW."importCertificateId" AND m."userId" = NEW."confirmedById") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportConfirmation_not_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_confirmation BEFORE INSERT ON "ImportConfirmation" FOR EACH ROW EXECUTE FUNCTION check_confirmation();
