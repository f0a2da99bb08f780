-- The published keys. The portal reads them; only the owner of the database adds one.
CREATE TABLE "SigningKey" (
    "kid" CHAR(16) NOT NULL,
    "thumbprint" CHAR(43) NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "purpose" VARCHAR(12) NOT NULL,
    "notBefore" DATE NOT NULL,
    "notAfter" DATE NOT NULL,
    "revokedFromLogSize" BIGINT,
    "revokedAt" TIMESTAMPTZ(3),
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_thumbprint_key" ON "SigningKey"("thumbprint");

-- CreateIndex
CREATE INDEX "SigningKey_purpose_notBefore_idx" ON "SigningKey"("purpose", "notBefore");

GRANT SELECT ON "SigningKey" TO kp_app;

ALTER TABLE "SigningKey"
  ADD CONSTRAINT "SigningKey_kid" CHECK (kid ~ '^[0-9a-f]{16}$'),
  ADD CONSTRAINT "SigningKey_thumbprint" CHECK (thumbprint ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT "SigningKey_purpose" CHECK (purpose IN ('seal', 'credential', 'log', 'specimen')),
  ADD CONSTRAINT "SigningKey_public" CHECK (NOT "publicJwk" ? 'd'),
  ADD CONSTRAINT "SigningKey_window" CHECK ("notBefore" <= "notAfter"),
  ADD CONSTRAINT "SigningKey_revocation_whole" CHECK (num_nonnulls("revokedFromLogSize", "revokedAt") IN (0, 2)),
  ADD CONSTRAINT "SigningKey_log_size" CHECK ("revokedFromLogSize" >= 0);

-- A key stays as it was published, for ever: seals of years ago are still verified. It is revoked once; the
-- size of the log may then only go down, as more becomes known of when the key was stolen.
CREATE FUNCTION keep_signing_key() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."revokedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'a key is not published as revoked'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'SigningKey_begins_good';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'revokedFromLogSize' - 'revokedAt') <> (to_jsonb(OLD) - 'revokedFromLogSize' - 'revokedAt') THEN
    RAISE EXCEPTION 'a published key stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SigningKey_stays';
  END IF;
  IF OLD."revokedAt" IS NOT NULL AND (NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt"
      OR NEW."revokedFromLogSize" IS NULL OR NEW."revokedFromLogSize" > OLD."revokedFromLogSize") THEN
    RAISE EXCEPTION 'a revoked key stays revoked'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'SigningKey_revoked_for_good';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signing_key BEFORE INSERT OR UPDATE ON "SigningKey" FOR EACH ROW EXECUTE FUNCTION keep_signing_key();
CREATE TRIGGER append_only BEFORE DELETE ON "SigningKey" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "SigningKey" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
