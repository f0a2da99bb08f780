-- What the database promises about confirmations of imports: nothing of them changes, each is signed and in the log, and
-- an officer who may works off the differences of the one that counts.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "ConfirmationLink", "ImportReceipt", "ReceiptResolution" TO kp_app;
GRANT UPDATE ("wrongCodes") ON "ConfirmationLink" TO kp_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ImportReceipt', 'ReceiptResolution'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── 2. Links ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "ConfirmationLink"
  ADD CONSTRAINT "ConfirmationLink_place" CHECK (place > 0),
  ADD CONSTRAINT "ConfirmationLink_whole" CHECK (length(trim(authority)) > 0 AND length(trim(recipient)) > 0),
  ADD CONSTRAINT "ConfirmationLink_begins_untried" CHECK ("wrongCodes" >= 0);

-- Wrong codes are only counted; whoever asks may, and is not of the profile.
CREATE FUNCTION check_confirmation_link() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."wrongCodes" <= OLD."wrongCodes" THEN
      RAISE EXCEPTION 'a wrong code stays counted'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ConfirmationLink_counts_up';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."askedById" IS NULL THEN RETURN NEW; END IF;
  IF NOT follows_certificates(NEW."askedById") THEN
    RAISE EXCEPTION 'certificates are followed by reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ConfirmationLink_by_officers';
  END IF;
  IF of_certificates_profile(NEW."askedById", NEW."certificateId") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ConfirmationLink_not_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_confirmation_link BEFORE INSERT OR UPDATE ON "ConfirmationLink"
  FOR EACH ROW EXECUTE FUNCTION check_confirmation_link();

-- ── 3. Receipts ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "ImportReceipt"
  ADD CONSTRAINT "ImportReceipt_place" CHECK (place > 0),
  ADD CONSTRAINT "ImportReceipt_hash" CHECK ("signedSha256" = sha256(convert_to(signed, 'UTF8'))),
  ADD CONSTRAINT "ImportReceipt_jws" CHECK (signed ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$');

-- A receipt is given by the newest link of its certificate, while that is good.
CREATE FUNCTION check_import_receipt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "ConfirmationLink" l
     WHERE l.id = NEW."linkId" AND l."certificateId" = NEW."certificateId" AND NEW.at < l."expiresAt"
       AND l.place = (SELECT max(n.place) FROM "ConfirmationLink" n WHERE n."certificateId" = NEW."certificateId")) THEN
    RAISE EXCEPTION 'a receipt is given by the newest link of its certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportReceipt_by_its_link';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_import_receipt BEFORE INSERT ON "ImportReceipt"
  FOR EACH ROW EXECUTE FUNCTION check_import_receipt();

-- Asked at the commit, when all of them are there; what was issued before there were seals is not in the log.
CREATE FUNCTION receipt_is_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "CertificateStep" s WHERE s."receiptId" = NEW.id)
     OR EXISTS (SELECT 1 FROM "SealedCertificate" c WHERE c."certificateId" = NEW."certificateId")
        AND NOT EXISTS (
          SELECT 1 FROM "SealedCertificate" c JOIN "LogEntry" l ON l.subject = c."sealSha256"
           WHERE c."certificateId" = NEW."certificateId"
             AND l.entry LIKE '{"t":"received",%"receipt":"' || encode(NEW."signedSha256", 'base64') || '"}') THEN
    RAISE EXCEPTION 'no receipt without its step and its entry in the log'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportReceipt_is_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER is_whole AFTER INSERT ON "ImportReceipt"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION receipt_is_whole();

-- ── 4. The step ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "CertificateStep"
  ADD CONSTRAINT "CertificateStep_by_somebody" CHECK ((kind = 'import_confirmed') = ("actorId" IS NULL)),
  ADD CONSTRAINT "CertificateStep_receipt" CHECK ((kind = 'import_confirmed') = ("receiptId" IS NOT NULL));

CREATE OR REPLACE FUNCTION check_certificate_step() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  issued "Certificate";
  by_exporter boolean;
  past "StepKind"[];
  ended boolean;
  expired boolean;
  possible boolean;
BEGIN
  SELECT * INTO issued FROM "Certificate" c WHERE c.id = NEW."certificateId";
  -- One step after the other, whoever writes it.
  PERFORM 1 FROM "Application" a WHERE a.id = issued."applicationId" FOR NO KEY UPDATE;
  SELECT coalesce(array_agg(s.kind), '{}') INTO past FROM "CertificateStep" s WHERE s."certificateId" = NEW."certificateId";

  -- Said by the importing authority, whatever stands in the portal: it holds the paper and the stones.
  IF NEW.kind = 'import_confirmed' THEN
    IF NOT EXISTS (SELECT 1 FROM "ImportReceipt" r
                    WHERE r.id = NEW."receiptId" AND r."certificateId" = NEW."certificateId"
                      AND r.facts ->> 'receivedOn' = NEW."on"::text) THEN
      RAISE EXCEPTION 'an import is confirmed by a receipt of its certificate'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_own_receipt';
    END IF;
    RETURN NEW;
  END IF;

  by_exporter := of_certificates_profile(NEW."actorId", NEW."certificateId") OR EXISTS (
    SELECT 1 FROM "Application" a WHERE a.id = issued."applicationId" AND a."enteredById" = NEW."actorId");
  IF NEW.kind = 'loss_stated' AND NOT by_exporter THEN
    RAISE EXCEPTION 'the exporter states a loss'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_by_exporter';
  END IF;
  IF NEW.kind NOT IN ('loss_stated', 'exported') AND of_certificates_profile(NEW."actorId", NEW."certificateId") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_not_own_profile';
  END IF;
  IF NOT (NEW.kind IN ('loss_stated', 'exported') AND by_exporter) AND NOT follows_certificates(NEW."actorId") THEN
    RAISE EXCEPTION 'certificates are followed by reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_by_officers';
  END IF;

  ended := past && ARRAY['replaced', 'invalidated', 'surrendered']::"StepKind"[];
  expired := NEW.at >= issued."expiresAt";
  possible := CASE NEW.kind
    WHEN 'printed' THEN NOT (ended OR expired OR past && ARRAY['lost', 'exported', 'import_confirmed']::"StepKind"[])
      AND paper_is_here(NEW."certificateId")
      AND NEW.copy = cardinality(array_positions(past, 'printed')) + 1
      AND EXISTS (SELECT 1 FROM "BlankSheet" b
                   WHERE b.number = NEW.sheet AND b.state = 'printed' AND b."certificateId" = NEW."certificateId")
    WHEN 'dispatched' THEN NOT (ended OR expired OR past && ARRAY['lost', 'exported', 'import_confirmed']::"StepKind"[])
      AND paper_is_here(NEW."certificateId")
      AND EXISTS (SELECT 1 FROM "BlankSheet" b WHERE b.state = 'printed' AND b."certificateId" = NEW."certificateId")
    WHEN 'delivered' THEN (
      SELECT s.kind = 'dispatched' AND NEW."on" >= s."on" FROM "CertificateStep" s
       WHERE s."certificateId" = NEW."certificateId" AND s.kind IN ('dispatched', 'delivered', 'returned')
       ORDER BY s.id DESC LIMIT 1)
    WHEN 'returned' THEN NOT paper_is_here(NEW."certificateId")
    WHEN 'exported' THEN NOT past && ARRAY['replaced', 'surrendered', 'never_exported', 'report_received']::"StepKind"[]
      AND NEW."on" BETWEEN issued."issuedOn" AND issued."expiresOn"
    WHEN 'report_received' THEN (
      SELECT NEW."on" >= s."on" FROM "CertificateStep" s
       WHERE s."certificateId" = NEW."certificateId" AND s.kind = 'exported' ORDER BY s.id DESC LIMIT 1)
    WHEN 'loss_stated' THEN NOT (ended OR past && ARRAY['lost', 'import_confirmed']::"StepKind"[])
    WHEN 'lost' THEN NOT (ended OR 'import_confirmed' = ANY (past))
    WHEN 'replaced' THEN NOT (ended OR expired OR past && ARRAY['lost', 'exported', 'import_confirmed']::"StepKind"[])
      AND paper_is_here(NEW."certificateId")
      AND EXISTS (SELECT 1 FROM "Certificate" n JOIN "Application" a ON a.id = n."applicationId"
                   WHERE n.id = NEW."successorId" AND a."replacesId" = NEW."certificateId" AND n."issuedById" = NEW."actorId")
    WHEN 'invalidated' THEN NOT ended
      AND EXISTS (SELECT 1 FROM "InvalidationProposal" p
                   WHERE p.id = NEW."proposalId" AND p."certificateId" = NEW."certificateId" AND p.outcome = 'accepted'
                     AND p."decidedById" = NEW."actorId" AND p.reason = NEW.words
                     AND p.authority = NEW.authority AND p.recipient = NEW.recipient)
    WHEN 'surrendered' THEN NOT (ended OR past && ARRAY['lost', 'exported', 'never_exported', 'import_confirmed']::"StepKind"[])
      AND paper_is_here(NEW."certificateId")
    WHEN 'never_exported' THEN NOT past && ARRAY['exported', 'replaced', 'surrendered', 'import_confirmed']::"StepKind"[]
      AND (expired OR past && ARRAY['invalidated', 'lost']::"StepKind"[])
  END;
  IF possible IS NOT TRUE THEN
    RAISE EXCEPTION 'this certificate cannot be % now', NEW.kind
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_possible';
  END IF;
  IF NEW."documentId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Document" d WHERE d.id = NEW."documentId" AND d."certificateId" = NEW."certificateId" AND d."removedAt" IS NULL) THEN
    RAISE EXCEPTION 'the document is of another certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_own_document';
  END IF;
  RETURN NEW;
END $$;

-- ── 5. Differences ──────────────────────────────────────────────────────────────────────────────

ALTER TABLE "ReceiptResolution" ADD CONSTRAINT "ReceiptResolution_has_note" CHECK (length(trim(note)) > 0);

CREATE FUNCTION check_receipt_resolution() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  receipt "ImportReceipt";
BEGIN
  SELECT * INTO receipt FROM "ImportReceipt" r WHERE r.id = NEW."receiptId";
  IF NOT follows_certificates(NEW."resolvedById") THEN
    RAISE EXCEPTION 'certificates are followed by reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReceiptResolution_by_officers';
  END IF;
  IF of_certificates_profile(NEW."resolvedById", receipt."certificateId") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReceiptResolution_not_own_profile';
  END IF;
  IF cardinality(receipt.differences) = 0 OR EXISTS (
    SELECT 1 FROM "ImportReceipt" r
     WHERE r."certificateId" = receipt."certificateId" AND r.place > receipt.place) THEN
    RAISE EXCEPTION 'nothing is open in this receipt'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReceiptResolution_of_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_receipt_resolution BEFORE INSERT ON "ReceiptResolution"
  FOR EACH ROW EXECUTE FUNCTION check_receipt_resolution();
