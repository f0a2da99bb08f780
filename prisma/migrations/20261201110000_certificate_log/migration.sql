-- CreateTable
CREATE TABLE "LogEntry" (
    "index" BIGINT NOT NULL,
    "entry" TEXT NOT NULL,
    "subject" BYTEA NOT NULL,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "LogNode" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "LogNode_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "LogCheckpoint" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "LogCheckpoint_pkey" PRIMARY KEY ("hour")
);

-- CreateTable
CREATE TABLE "CertificateStatus" (
    "certificateId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,
    "message" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CertificateStatus_pkey" PRIMARY KEY ("certificateId")
);

-- CreateTable
CREATE TABLE "SignedStatusList" (
    "purpose" VARCHAR(20) NOT NULL,
    "signedFor" TIMESTAMPTZ(3) NOT NULL,
    "jwt" TEXT NOT NULL,

    CONSTRAINT "SignedStatusList_pkey" PRIMARY KEY ("purpose")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_entry_key" ON "LogEntry"("entry");

-- CreateIndex
CREATE INDEX "LogEntry_subject_index_idx" ON "LogEntry"("subject", "index");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateStatus_index_key" ON "CertificateStatus"("index");

-- ── 1. The log: only added to, and only by one function ─────────────────────────────────────────

GRANT SELECT ON "LogEntry", "LogNode" TO kp_app;
GRANT SELECT, INSERT ON "LogCheckpoint" TO kp_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['LogEntry', 'LogNode', 'LogCheckpoint'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE "LogEntry"
  ADD CONSTRAINT "LogEntry_from_zero" CHECK (index >= 0),
  -- Hashes and the kind of the act: a number, a date, a party or a mass does not fit in.
  ADD CONSTRAINT "LogEntry_hashes_only" CHECK (
    entry ~ '^\{"t":"(issued|replaced|invalidated|received|document)","seal":"[A-Za-z0-9+/]{43}="(,"vc":"[A-Za-z0-9+/]{43}=")?(,"pdf":"[A-Za-z0-9+/]{43}=")?(,"receipt":"[A-Za-z0-9+/]{43}=")?\}$'
    OR entry ~ '^\{"t":"audit","head":"[A-Za-z0-9+/]{43}="\}$');
ALTER TABLE "LogNode" ADD CONSTRAINT "LogNode_sha256" CHECK (length(hash) = 32);

-- Adds a line and the hashes that it completes (RFC 6962, section 2), and says its place; a line that is there
-- already has its place and is not added again. Whoever comes next waits until this transaction has ended: the
-- log has no hole when it is rolled back, and no fork when two come at once.
-- SECURITY DEFINER: the tables belong to the owner, so this is the only way to add to them.
CREATE FUNCTION append_to_log(line text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  place bigint;
  height int := 0;
  node bigint;
  hash bytea;
  before bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('kp certificate log'));
  SELECT e.index INTO place FROM "LogEntry" e WHERE e.entry = line;
  IF FOUND THEN RETURN place; END IF;
  SELECT coalesce(max(e.index) + 1, 0) INTO place FROM "LogEntry" e;
  INSERT INTO "LogEntry" (index, entry, subject)
    VALUES (place, line, decode(substring(line from '"(?:seal|head)":"([A-Za-z0-9+/]{43}=)"'), 'base64'));
  node := place;
  hash := sha256('\x00'::bytea || convert_to(line, 'UTF8'));
  LOOP
    INSERT INTO "LogNode" (level, index, hash) VALUES (height, node, hash);
    EXIT WHEN node % 2 = 0;
    SELECT n.hash INTO STRICT before FROM "LogNode" n WHERE n.level = height AND n.index = node - 1;
    hash := sha256('\x01'::bytea || before || hash);
    height := height + 1;
    node := node / 2;
  END LOOP;
  RETURN place;
END $$;
REVOKE ALL ON FUNCTION append_to_log(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_to_log(text) TO kp_app;

-- A checkpoint is of noon or of midnight, once, and no smaller than the one before it or larger than the log.
CREATE FUNCTION check_log_checkpoint() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF extract(epoch FROM NEW.hour)::numeric % 43200 <> 0
    OR NEW.size > (SELECT coalesce(max(e.index) + 1, 0) FROM "LogEntry" e)
    OR EXISTS (SELECT 1 FROM "LogCheckpoint" c WHERE c.hour > NEW.hour OR c.size > NEW.size) THEN
    RAISE EXCEPTION 'a checkpoint goes on where the one before it ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'LogCheckpoint_goes_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_log_checkpoint BEFORE INSERT ON "LogCheckpoint" FOR EACH ROW EXECUTE FUNCTION check_log_checkpoint();

-- ── 2. The status of certificates ───────────────────────────────────────────────────────────────

-- Deferred: the place in the list is in the seal, which is made before the certificate's row.
ALTER TABLE "CertificateStatus" ADD CONSTRAINT "CertificateStatus_certificateId_fkey" FOREIGN KEY ("certificateId")
  REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

GRANT SELECT, INSERT ON "CertificateStatus" TO kp_app;
GRANT UPDATE (revoked, message) ON "CertificateStatus" TO kp_app;
ALTER TABLE "CertificateStatus"
  ADD CONSTRAINT "CertificateStatus_in_list" CHECK (index BETWEEN 0 AND 131071),
  ADD CONSTRAINT "CertificateStatus_message" CHECK (message BETWEEN 0 AND 3);

CREATE FUNCTION keep_certificate_status() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a place in the list is never given again' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW."certificateId" <> OLD."certificateId" OR NEW.index <> OLD.index OR (OLD.revoked AND NOT NEW.revoked) THEN
    RAISE EXCEPTION 'a certificate keeps its place, and stays revoked'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'CertificateStatus_for_good';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_certificate_status BEFORE UPDATE OR DELETE ON "CertificateStatus" FOR EACH ROW EXECUTE FUNCTION keep_certificate_status();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "CertificateStatus" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON "SignedStatusList" TO kp_app;
GRANT UPDATE ("signedFor", jwt) ON "SignedStatusList" TO kp_app;
ALTER TABLE "SignedStatusList"
  ADD CONSTRAINT "SignedStatusList_purpose" CHECK (purpose IN ('revocation', 'message'));
