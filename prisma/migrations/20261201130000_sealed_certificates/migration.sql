-- CreateTable
CREATE TABLE "SealedCertificate" (
    "certificateId" UUID NOT NULL,
    "seal" BYTEA NOT NULL,
    "sealSha256" BYTEA NOT NULL,
    "kid" CHAR(16) NOT NULL,
    "credential" TEXT NOT NULL,
    "credentialKid" CHAR(16) NOT NULL,

    CONSTRAINT "SealedCertificate_pkey" PRIMARY KEY ("certificateId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SealedCertificate_sealSha256_key" ON "SealedCertificate"("sealSha256");

-- AddForeignKey
ALTER TABLE "SealedCertificate" ADD CONSTRAINT "SealedCertificate_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedCertificate" ADD CONSTRAINT "SealedCertificate_kid_fkey" FOREIGN KEY ("kid") REFERENCES "SigningKey"("kid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedCertificate" ADD CONSTRAINT "SealedCertificate_credentialKid_fkey" FOREIGN KEY ("credentialKid") REFERENCES "SigningKey"("kid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Insert only.
GRANT SELECT, INSERT ON "SealedCertificate" TO kp_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SealedCertificate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "SealedCertificate" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "SealedCertificate"
  ADD CONSTRAINT "SealedCertificate_hash" CHECK ("sealSha256" = sha256(seal)),
  ADD CONSTRAINT "SealedCertificate_vc_jwt" CHECK (credential ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$');

-- From here on no certificate without its seal, its place in the status lists and its entry in the log; nor any of
-- these without the others. What was issued before stays as it is: it was printed without a seal, and sealing it
-- now would date a signature back. Asked at the commit, when all of them are there.
CREATE FUNCTION certificate_is_sealed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "SealedCertificate" s
      JOIN "CertificateStatus" t ON t."certificateId" = s."certificateId"
      JOIN "LogEntry" l ON l.subject = s."sealSha256" AND l.entry LIKE '{"t":"issued",%'
     WHERE s."certificateId" = NEW.id
       AND t.index = (NEW.record ->> 'statusIndex')::int
       AND l.entry LIKE '%,"vc":"' || encode(sha256(convert_to(s.credential, 'UTF8')), 'base64') || '"%') THEN
    RAISE EXCEPTION 'no certificate without its seal, its place in the status lists and its entry in the log'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Certificate_is_sealed';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER is_sealed AFTER INSERT ON "Certificate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION certificate_is_sealed();
