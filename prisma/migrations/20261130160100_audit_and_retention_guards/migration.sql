-- What the database promises about the sealed trail, holds and disposals.

-- ── 1. The trail: only added to ─────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "AuditBatch", "AuditSeal" TO kp_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['AuditBatch', 'AuditSeal'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE "AuditBatch"
  ADD CONSTRAINT "AuditBatch_from_one" CHECK (id > 0),
  ADD CONSTRAINT "AuditBatch_has_entries" CHECK (entries > 0 AND total >= entries),
  ADD CONSTRAINT "AuditBatch_in_order" CHECK ("firstEventId" <= "lastEventId");
ALTER TABLE "AuditSeal"
  ADD CONSTRAINT "AuditSeal_place" CHECK (position > 0),
  ADD CONSTRAINT "AuditSeal_sha256" CHECK (length("rowHash") = 32);

-- A batch goes on where the newest one ends: two sealers can never both close number 7.
CREATE FUNCTION check_audit_batch() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before "AuditBatch";
BEGIN
  SELECT * INTO before FROM "AuditBatch" ORDER BY id DESC LIMIT 1;
  IF NEW.id <> coalesce(before.id, 0) + 1
    OR NEW."previousHead" <> coalesce(before.head, repeat('0', 64))
    OR NEW.total <> coalesce(before.total, 0) + NEW.entries
    OR NEW."settledId" < coalesce(before."settledId", 0) THEN
    RAISE EXCEPTION 'a batch goes on where the one before it ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'AuditBatch_goes_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_audit_batch BEFORE INSERT ON "AuditBatch" FOR EACH ROW EXECUTE FUNCTION check_audit_batch();

-- ── 2. Retention ────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON "RetentionRule" TO kp_app;
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_some_days" CHECK (days > 0);

-- A hold is set once and ended once, each with a reason; what it says stays.
GRANT SELECT, INSERT ON "LegalHold" TO kp_app;
GRANT UPDATE ("endedById", "endedAt", "endReason") ON "LegalHold" TO kp_app;
ALTER TABLE "LegalHold"
  ADD CONSTRAINT "LegalHold_on_one_thing" CHECK (num_nonnulls("exporterId", "applicationId", "importCertificateId") = 1),
  ADD CONSTRAINT "LegalHold_has_reason" CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT "LegalHold_end_whole" CHECK (num_nonnulls("endedById", "endedAt", "endReason") IN (0, 3)),
  ADD CONSTRAINT "LegalHold_end_has_reason" CHECK (length(trim("endReason")) > 0);

CREATE FUNCTION keep_legal_hold() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a hold begins open'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LegalHold_begins_open';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a hold that has ended stays ended'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LegalHold_ended_for_good';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_legal_hold BEFORE INSERT OR UPDATE ON "LegalHold" FOR EACH ROW EXECUTE FUNCTION keep_legal_hold();

-- A proposal whose draft was taken up again is taken back.
GRANT SELECT, INSERT, DELETE ON "Disposal" TO kp_app;
GRANT UPDATE ("approvedById", "approvedAt", "disposedAt") ON "Disposal" TO kp_app;
ALTER TABLE "Disposal"
  ADD CONSTRAINT "Disposal_of_one_thing" CHECK (num_nonnulls("documentId", "applicationId") = 1),
  ADD CONSTRAINT "Disposal_approval_whole" CHECK (num_nonnulls("approvedById", "approvedAt") IN (0, 2)),
  ADD CONSTRAINT "Disposal_after_approval" CHECK ("disposedAt" IS NULL OR "approvedAt" <= "disposedAt");

-- Nobody disposes of what is on hold, whatever asks: neither the bytes of a document nor a draft.
CREATE FUNCTION on_hold(exporter uuid, application uuid, import_certificate uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "LegalHold" h WHERE h."endedAt" IS NULL AND (
    h."exporterId" = exporter OR h."applicationId" = application OR h."importCertificateId" = import_certificate
    OR h."importCertificateId" IN (SELECT i."importCertificateId" FROM "ImportHold" i WHERE i."applicationId" = application)))
$$;

CREATE FUNCTION check_disposal_hold() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE exporter uuid;
BEGIN
  IF NEW."bytesRemovedAt" IS NULL OR OLD."bytesRemovedAt" IS NOT NULL OR NEW.scan = 'infected' THEN
    RETURN NEW;
  END IF;
  SELECT coalesce(a."exporterId", n."exporterId", i."exporterId") INTO exporter
    FROM (SELECT 1) one
    LEFT JOIN "Application" a ON a.id = NEW."applicationId"
    LEFT JOIN "ImportAnnouncement" n ON n.id = NEW."announcementId"
    LEFT JOIN "ImportCertificate" i ON i.id = NEW."importCertificateId";
  IF on_hold(exporter, NEW."applicationId", NEW."importCertificateId") THEN
    RAISE EXCEPTION 'the document is on hold'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Document_not_on_hold';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_disposal_hold BEFORE UPDATE OF "bytesRemovedAt" ON "Document"
  FOR EACH ROW EXECUTE FUNCTION check_disposal_hold();
