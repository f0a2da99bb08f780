-- What others read of the portal is what it was at its moment: no seal later, no list of yesterday, no checkpoint of
-- another tree; and proposals and sheets stay.

-- ── 1. Seals ────────────────────────────────────────────────────────────────────────────────────

-- A certificate that was issued before there were seals gets none: it would date a signature back.
CREATE FUNCTION sealed_as_issued() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Certificate" c WHERE c.id = NEW."certificateId" AND c.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a certificate is sealed as it is issued'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SealedCertificate_as_issued';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sealed_as_issued BEFORE INSERT ON "SealedCertificate" FOR EACH ROW EXECUTE FUNCTION sealed_as_issued();

-- ── 2. Status lists ─────────────────────────────────────────────────────────────────────────────

-- What a signed list says of itself: the second part of the token, in base64url without its padding.
CREATE FUNCTION claims_of(jwt text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT convert_from(decode(rpad(claims, (length(claims) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
    FROM translate(split_part(jwt, '.', 2), '-_', '+/') claims
$$;

-- An old list would bring revoked certificates back to life.
CREATE FUNCTION check_signed_list() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  claims jsonb;
BEGIN
  IF NEW.jwt ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$' THEN
    claims := claims_of(NEW.jwt);
  END IF;
  IF (claims #>> '{credentialSubject,statusPurpose}' = NEW.purpose
      AND (claims ->> 'validFrom')::timestamptz = NEW."signedFor") IS NOT TRUE
    OR TG_OP = 'UPDATE' AND NEW."signedFor" <= OLD."signedFor" THEN
    RAISE EXCEPTION 'a list goes on where the one before it ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SignedStatusList_goes_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_signed_list BEFORE INSERT OR UPDATE ON "SignedStatusList" FOR EACH ROW EXECUTE FUNCTION check_signed_list();
CREATE TRIGGER append_only BEFORE DELETE ON "SignedStatusList" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "SignedStatusList" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── 3. Checkpoints ──────────────────────────────────────────────────────────────────────────────

-- The head of the tree over the first entries (RFC 6962, section 2.1): the whole subtrees it is made of, put together
-- from the right.
CREATE FUNCTION log_root(size bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  root bytea;
  node bytea;
BEGIN
  FOR height IN 0..62 LOOP
    CONTINUE WHEN (size >> height) % 2 = 0;
    SELECT n.hash INTO STRICT node FROM "LogNode" n WHERE n.level = height AND n.index = (size >> height) - 1;
    root := coalesce(sha256('\x01'::bytea || node || root), node);
  END LOOP;
  RETURN coalesce(root, sha256(''));
END $$;

-- A checkpoint is of noon or of midnight, once, no smaller than the one before it or larger than the log, and its note
-- says what the tree says.
CREATE OR REPLACE FUNCTION check_log_checkpoint() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF extract(epoch FROM NEW.hour)::numeric % 43200 <> 0
    OR NEW.size > (SELECT coalesce(max(e.index) + 1, 0) FROM "LogEntry" e)
    OR EXISTS (SELECT 1 FROM "LogCheckpoint" c WHERE c.hour > NEW.hour OR c.size > NEW.size)
    OR split_part(NEW.note, E'\n', 2) <> NEW.size::text
    OR split_part(NEW.note, E'\n', 3) <> encode(log_root(NEW.size), 'base64') THEN
    RAISE EXCEPTION 'a checkpoint goes on where the one before it ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LogCheckpoint_goes_on';
  END IF;
  RETURN NEW;
END $$;

-- ── 4. Proposals and sheets ─────────────────────────────────────────────────────────────────────

-- A decision writes what it decided, and the account where a sheet is; nothing else of them changes, and none goes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InvalidationProposal', 'BlankSheet'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
CREATE TRIGGER as_proposed
  BEFORE UPDATE OF id, "certificateId", reason, authority, recipient, "proposedById", "proposedAt" ON "InvalidationProposal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keeps_its_number BEFORE UPDATE OF number ON "BlankSheet" FOR EACH ROW EXECUTE FUNCTION refuse_change();
