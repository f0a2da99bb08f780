-- What the public lists say of a certificate is what its steps say, and whoever confirms an import is who may be asked.

-- ── 1. Status lists ─────────────────────────────────────────────────────────────────────────────

-- Nobody ends a certificate in the lists alone, past the two persons that an invalidation takes; nobody takes a loss
-- back there; and no end stays untold. Asked at the commit, when step and place are both there; what was issued before
-- there were seals is in no list.
CREATE FUNCTION lists_follow_steps() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  said "CertificateStatus";
  past "StepKind"[];
  due int;
BEGIN
  SELECT * INTO said FROM "CertificateStatus" t WHERE t."certificateId" = NEW."certificateId";
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(array_agg(s.kind), '{}') INTO past FROM "CertificateStep" s WHERE s."certificateId" = NEW."certificateId";
  due := CASE
    WHEN 'invalidated' = ANY (past) THEN 4
    WHEN 'replaced' = ANY (past) THEN 5
    WHEN 'surrendered' = ANY (past) THEN 6
    WHEN 'lost' = ANY (past) THEN 3
    WHEN 'import_confirmed' = ANY (past) THEN 1
    ELSE 0 END;
  IF said.message <> due OR said.revoked <> (due > 3) THEN
    RAISE EXCEPTION 'the lists say of a certificate what its steps say'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStatus_follows_steps';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER lists_follow_steps AFTER INSERT OR UPDATE ON "CertificateStatus"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lists_follow_steps();
CREATE CONSTRAINT TRIGGER lists_follow_steps AFTER INSERT ON "CertificateStep"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind IN ('lost', 'replaced', 'invalidated', 'surrendered', 'import_confirmed'))
  EXECUTE FUNCTION lists_follow_steps();

-- ── 2. Links to confirm an import ───────────────────────────────────────────────────────────────

-- What the portal sends by itself goes to the mailbox that two administrators put in the reference data. A link stays as
-- it was sent; its wrong codes are only counted.
CREATE OR REPLACE FUNCTION check_confirmation_link() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - 'wrongCodes') <> (to_jsonb(OLD) - 'wrongCodes') THEN
      RAISE EXCEPTION 'a link stays as it was sent' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW."wrongCodes" <= OLD."wrongCodes" THEN
      RAISE EXCEPTION 'a wrong code stays counted'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ConfirmationLink_counts_up';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."askedById" IS NULL THEN
    IF NOT EXISTS (
      SELECT 1 FROM "Certificate" c JOIN "Participant" p ON p.code = c.record #>> '{destination,code}'
       WHERE c.id = NEW."certificateId" AND p.mailbox = NEW.recipient) THEN
      RAISE EXCEPTION 'by itself the portal asks the registered mailbox alone'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ConfirmationLink_to_registered';
    END IF;
    RETURN NEW;
  END IF;
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
CREATE TRIGGER append_only BEFORE DELETE ON "ConfirmationLink" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "ConfirmationLink" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A receipt is given by the newest link of its certificate, while that is good: ten wrong codes end it as its day does.
CREATE OR REPLACE FUNCTION check_import_receipt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "ConfirmationLink" l
     WHERE l.id = NEW."linkId" AND l."certificateId" = NEW."certificateId" AND NEW.at < l."expiresAt" AND l."wrongCodes" < 10
       AND l.place = (SELECT max(n.place) FROM "ConfirmationLink" n WHERE n."certificateId" = NEW."certificateId")) THEN
    RAISE EXCEPTION 'a receipt is given by the newest link of its certificate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ImportReceipt_by_its_link';
  END IF;
  RETURN NEW;
END $$;
