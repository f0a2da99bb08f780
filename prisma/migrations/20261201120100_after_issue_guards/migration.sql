-- What the database promises about certificates after issue: each sheet accounted for, each step in its order and by
-- those who may, nothing that takes a right away by one person alone, and carats back where they are due.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "CertificateStep", "SheetMovement", "InvalidationProposal" TO kp_app;
GRANT UPDATE (outcome, answer, "decidedById", "decidedAt") ON "InvalidationProposal" TO kp_app;
GRANT USAGE ON SEQUENCE "CertificateStep_id_seq", "SheetMovement_id_seq" TO kp_app;
-- Kept by the trigger of SheetMovement alone.
GRANT SELECT ON "BlankSheet" TO kp_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['CertificateStep', 'SheetMovement'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- Whoever prints, sends and follows certificates: a reviewer or a signatory.
CREATE FUNCTION follows_certificates(person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE u.id = person AND (holds_role(u, 'reviewer') OR holds_role(u, 'signatory')))
$$;

-- Whether somebody belongs or has belonged to the profile of a certificate.
CREATE FUNCTION of_certificates_profile(person uuid, certificate uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM "Certificate" c JOIN "Application" a ON a.id = c."applicationId"
      JOIN "Mandate" m ON m."exporterId" = a."exporterId"
     WHERE c.id = certificate AND m."userId" = person)
$$;

-- ── 2. Documents and applications ───────────────────────────────────────────────────────────────

ALTER TABLE "Document"
  DROP CONSTRAINT "Document_of_one_matter",
  ADD CONSTRAINT "Document_of_one_matter" CHECK (
    (CASE WHEN "applicationId" IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN "certificateId" IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN "announcementId" IS NULL AND "importCertificateId" IS NULL THEN 0 ELSE 1 END) = 1);

-- A certificate is replaced for whoever it was issued to.
CREATE FUNCTION check_replaces() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Certificate" c JOIN "Application" a ON a.id = c."applicationId"
     WHERE c.id = NEW."replacesId" AND a."exporterId" = NEW."exporterId") THEN
    RAISE EXCEPTION 'the certificate to be replaced is of another profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_replaces_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_replaces BEFORE INSERT ON "Application"
  FOR EACH ROW WHEN (NEW."replacesId" IS NOT NULL) EXECUTE FUNCTION check_replaces();

-- ── 3. Blank sheets ─────────────────────────────────────────────────────────────────────────────

ALTER TABLE "BlankSheet"
  ADD CONSTRAINT "BlankSheet_number_positive" CHECK (number BETWEEN 1 AND 99999999),
  ADD CONSTRAINT "BlankSheet_printed_for" CHECK (
    state <> 'printed' OR "certificateId" IS NOT NULL);
-- Of one certificate there is one good paper.
CREATE UNIQUE INDEX "BlankSheet_one_good" ON "BlankSheet" ("certificateId") WHERE state = 'printed';
ALTER TABLE "SheetMovement"
  ADD CONSTRAINT "SheetMovement_in_order" CHECK (first BETWEEN 1 AND last AND last <= 99999999),
  ADD CONSTRAINT "SheetMovement_not_endless" CHECK (last - first < 10000),
  ADD CONSTRAINT "SheetMovement_of_certificate" CHECK (
    (kind = 'printed') = ("certificateId" IS NOT NULL) AND (kind <> 'printed' OR first = last)),
  ADD CONSTRAINT "SheetMovement_has_reason" CHECK (kind <> 'spoiled' OR length(trim(coalesce(reason, ''))) > 0);

CREATE FUNCTION post_sheet_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moved int;
BEGIN
  IF NOT follows_certificates(NEW."actorId") THEN
    RAISE EXCEPTION 'sheets are for reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SheetMovement_by_officers';
  END IF;
  IF NEW.kind = 'received' THEN
    INSERT INTO "BlankSheet" (number, state) SELECT n, 'stock' FROM generate_series(NEW.first, NEW.last) n;
    RETURN NULL;
  END IF;
  -- Of two who move the same sheets the second finds them moved.
  PERFORM 1 FROM "BlankSheet" WHERE number BETWEEN NEW.first AND NEW.last ORDER BY number FOR UPDATE;
  UPDATE "BlankSheet" s SET
    state = NEW.kind::text::"SheetState", "certificateId" = coalesce(NEW."certificateId", s."certificateId")
   WHERE s.number BETWEEN NEW.first AND NEW.last AND CASE NEW.kind
     WHEN 'printed' THEN s.state = 'stock'
     WHEN 'spoiled' THEN s.state = 'stock' OR (s.state = 'printed' AND paper_is_here(s."certificateId"))
     -- A good paper is destroyed only once its certificate has ended and the paper is with the office.
     ELSE s.state = 'spoiled' OR (s.state = 'printed' AND paper_is_useless(s."certificateId")) END;
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> NEW.last - NEW.first + 1 THEN
    RAISE EXCEPTION 'not all of these sheets can be %', NEW.kind
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SheetMovement_possible';
  END IF;
  RETURN NULL;
END $$;

-- ── 4. Steps ────────────────────────────────────────────────────────────────────────────────────

-- The signed paper is with the office: it never left, or has come back since.
CREATE FUNCTION paper_is_here(certificate uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT s.kind = 'returned' FROM "CertificateStep" s
                    WHERE s."certificateId" = certificate AND s.kind IN ('dispatched', 'returned')
                    ORDER BY s.id DESC LIMIT 1), true)
$$;

CREATE FUNCTION paper_is_useless(certificate uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT paper_is_here(certificate) AND EXISTS (
    SELECT 1 FROM "CertificateStep" s
     WHERE s."certificateId" = certificate AND s.kind IN ('replaced', 'invalidated', 'surrendered', 'never_exported'))
$$;

CREATE TRIGGER post_sheet_movement AFTER INSERT ON "SheetMovement" FOR EACH ROW EXECUTE FUNCTION post_sheet_movement();

ALTER TABLE "CertificateStep"
  ADD CONSTRAINT "CertificateStep_whole" CHECK (CASE kind
    WHEN 'printed' THEN sheet IS NOT NULL AND copy > 0 AND (copy = 1 OR words IS NOT NULL)
    WHEN 'dispatched' THEN "on" IS NOT NULL AND carrier IS NOT NULL AND address IS NOT NULL
    WHEN 'loss_stated' THEN "on" IS NOT NULL AND words IS NOT NULL
    WHEN 'lost' THEN words IS NOT NULL AND authority IS NOT NULL AND recipient IS NOT NULL
    WHEN 'replaced' THEN "successorId" IS NOT NULL AND "successorId" <> "certificateId"
    WHEN 'invalidated' THEN "proposalId" IS NOT NULL AND words IS NOT NULL AND authority IS NOT NULL AND recipient IS NOT NULL
    WHEN 'surrendered' THEN true
    WHEN 'never_exported' THEN words IS NOT NULL
    ELSE "on" IS NOT NULL END),
  ADD CONSTRAINT "CertificateStep_words_not_blank" CHECK (words IS NULL OR length(trim(words)) > 0),
  ADD CONSTRAINT "CertificateStep_nothing_else" CHECK (
    (sheet IS NULL AND copy IS NULL OR kind = 'printed')
    AND (carrier IS NULL AND tracking IS NULL AND address IS NULL OR kind = 'dispatched')
    AND ("documentId" IS NULL OR kind = 'exported')
    AND ("successorId" IS NULL OR kind = 'replaced')
    AND ("proposalId" IS NULL OR kind = 'invalidated')
    AND (authority IS NULL AND recipient IS NULL OR kind IN ('lost', 'invalidated')));
CREATE UNIQUE INDEX "CertificateStep_one_end" ON "CertificateStep" ("certificateId")
  WHERE kind IN ('replaced', 'invalidated', 'surrendered');
CREATE UNIQUE INDEX "CertificateStep_once" ON "CertificateStep" ("certificateId", kind)
  WHERE kind IN ('report_received', 'loss_stated', 'lost', 'never_exported');
CREATE UNIQUE INDEX "CertificateStep_copy" ON "CertificateStep" ("certificateId", copy) WHERE kind = 'printed';

CREATE FUNCTION check_certificate_step() RETURNS trigger
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
    WHEN 'printed' THEN NOT (ended OR expired OR 'lost' = ANY (past) OR 'exported' = ANY (past))
      AND paper_is_here(NEW."certificateId")
      AND NEW.copy = cardinality(array_positions(past, 'printed')) + 1
      AND EXISTS (SELECT 1 FROM "BlankSheet" b
                   WHERE b.number = NEW.sheet AND b.state = 'printed' AND b."certificateId" = NEW."certificateId")
    WHEN 'dispatched' THEN NOT (ended OR expired OR 'lost' = ANY (past) OR 'exported' = ANY (past))
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
    WHEN 'loss_stated' THEN NOT (ended OR 'lost' = ANY (past))
    WHEN 'lost' THEN NOT ended
    WHEN 'replaced' THEN NOT (ended OR expired OR 'lost' = ANY (past) OR 'exported' = ANY (past))
      AND paper_is_here(NEW."certificateId")
      AND EXISTS (SELECT 1 FROM "Certificate" n JOIN "Application" a ON a.id = n."applicationId"
                   WHERE n.id = NEW."successorId" AND a."replacesId" = NEW."certificateId" AND n."issuedById" = NEW."actorId")
    WHEN 'invalidated' THEN NOT ended
      AND EXISTS (SELECT 1 FROM "InvalidationProposal" p
                   WHERE p.id = NEW."proposalId" AND p."certificateId" = NEW."certificateId" AND p.outcome = 'accepted'
                     AND p."decidedById" = NEW."actorId" AND p.reason = NEW.words
                     AND p.authority = NEW.authority AND p.recipient = NEW.recipient)
    WHEN 'surrendered' THEN NOT (ended OR 'lost' = ANY (past) OR 'exported' = ANY (past) OR 'never_exported' = ANY (past))
      AND paper_is_here(NEW."certificateId")
    WHEN 'never_exported' THEN NOT past && ARRAY['exported', 'replaced', 'surrendered']::"StepKind"[]
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
CREATE TRIGGER check_certificate_step BEFORE INSERT ON "CertificateStep" FOR EACH ROW EXECUTE FUNCTION check_certificate_step();

-- Looked at when the transaction commits: where the stones stay, the carats are back; and a replacement has replaced.
CREATE FUNCTION check_step_ledger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "LedgerEntry" e WHERE e."certificateId" = NEW."certificateId"
     GROUP BY e."importCertificateId"
    HAVING sum(CASE e.kind WHEN 'consumed' THEN e.carats ELSE -e.carats END) <> 0) THEN
    RAISE EXCEPTION 'the carats of this certificate are not given back'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStep_carats_back';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_step_ledger AFTER INSERT ON "CertificateStep"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind IN ('replaced', 'surrendered', 'never_exported'))
  EXECUTE FUNCTION check_step_ledger();

CREATE FUNCTION check_replacement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a WHERE a.id = NEW."applicationId" AND a."replacesId" IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM "CertificateStep" s WHERE s."successorId" = NEW.id) THEN
    RAISE EXCEPTION 'a replacement is issued when the certificate before it is replaced'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Certificate_replaces';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_replacement AFTER INSERT ON "Certificate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_replacement();

-- A sheet is printed for a certificate together with the step that says so.
CREATE FUNCTION check_sheet_printed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "CertificateStep" s
                  WHERE s."certificateId" = NEW."certificateId" AND s.kind = 'printed' AND s.sheet = NEW.first) THEN
    RAISE EXCEPTION 'a sheet is printed with its certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SheetMovement_printed_with_step';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_sheet_printed AFTER INSERT ON "SheetMovement"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'printed') EXECUTE FUNCTION check_sheet_printed();

-- ── 5. Two persons to invalidate ────────────────────────────────────────────────────────────────

ALTER TABLE "InvalidationProposal"
  ADD CONSTRAINT "InvalidationProposal_has_reason" CHECK (
    length(trim(reason)) > 0 AND length(trim(authority)) > 0 AND length(trim(recipient)) > 0),
  ADD CONSTRAINT "InvalidationProposal_decided_whole" CHECK (
    (outcome IS NULL) = ("decidedById" IS NULL) AND (outcome IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "InvalidationProposal_by_two" CHECK (
    outcome IS NULL OR ((outcome = 'taken_back') = ("decidedById" = "proposedById"))),
  ADD CONSTRAINT "InvalidationProposal_refusal_has_answer" CHECK (
    outcome IS DISTINCT FROM 'refused' OR length(trim(coalesce(answer, ''))) > 0);
CREATE UNIQUE INDEX "InvalidationProposal_one_open" ON "InvalidationProposal" ("certificateId") WHERE outcome IS NULL;

CREATE FUNCTION check_invalidation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  by_whom uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW."proposedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'an invalidation is proposed before it is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_begins_open';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'this proposal is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_decided_once';
  END IF;
  IF NOT follows_certificates(by_whom) THEN
    RAISE EXCEPTION 'certificates are followed by reviewers and signatories'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_by_officers';
  END IF;
  IF NEW.outcome IN ('accepted', 'refused')
     AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = by_whom AND holds_role(u, 'signatory')) THEN
    RAISE EXCEPTION 'only a person authorized under section 6 of the Act invalidates'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_by_signatory';
  END IF;
  IF of_certificates_profile(by_whom, NEW."certificateId") THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_not_own_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_invalidation BEFORE INSERT OR UPDATE ON "InvalidationProposal"
  FOR EACH ROW EXECUTE FUNCTION check_invalidation();

-- What is accepted is done when its transaction commits.
CREATE FUNCTION check_invalidated() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "CertificateStep" s WHERE s."proposalId" = NEW.id) THEN
    RAISE EXCEPTION 'an accepted proposal invalidates its certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'InvalidationProposal_done';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_invalidated AFTER UPDATE OF outcome ON "InvalidationProposal"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.outcome = 'accepted') EXECUTE FUNCTION check_invalidated();
