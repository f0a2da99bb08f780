-- One box finds applications, certificates, imports, exporters, seals, consignees and people. Every way of
-- asking has its index: a number whole or from its beginning, a name by any of its words, however it is typed.

-- ── 1. What is compared ─────────────────────────────────────────────────────────────────────────

-- Parts of words by an index. Trusted: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- As fold, without anything between the letters and figures: "TOR-8891" is "tor8891".
CREATE FUNCTION compact(words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT regexp_replace(fold(words), '[^[:alnum:]]', '', 'g')
$$;

-- ── 2. The seals of a submission ────────────────────────────────────────────────────────────────

-- CreateTable
CREATE TABLE "SubmittedSeal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submissionId" UUID NOT NULL,
    "seal" TEXT NOT NULL,

    CONSTRAINT "SubmittedSeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SubmittedSeal_submissionId_seal_key" ON "SubmittedSeal"("submissionId", "seal");

-- AddForeignKey
ALTER TABLE "SubmittedSeal" ADD CONSTRAINT "SubmittedSeal_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- SECURITY DEFINER: they are what the snapshot says, and nobody writes them by themselves.
CREATE FUNCTION keep_submitted_seals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF jsonb_typeof(NEW.snapshot #> '{answers,goods,seals}') = 'array' THEN
    INSERT INTO "SubmittedSeal" ("submissionId", seal)
    SELECT DISTINCT NEW.id, seal FROM jsonb_array_elements_text(NEW.snapshot #> '{answers,goods,seals}') seal
     WHERE compact(seal) <> '';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_submitted_seals AFTER INSERT ON "Submission" FOR EACH ROW EXECUTE FUNCTION keep_submitted_seals();

INSERT INTO "SubmittedSeal" ("submissionId", seal)
SELECT DISTINCT s.id, seal FROM "Submission" s, jsonb_array_elements_text(
  CASE WHEN jsonb_typeof(s.snapshot #> '{answers,goods,seals}') = 'array'
    THEN s.snapshot #> '{answers,goods,seals}' ELSE '[]' END) seal
 WHERE compact(seal) <> '';

GRANT SELECT ON "SubmittedSeal" TO kp_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SubmittedSeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "SubmittedSeal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── 3. Indexes ──────────────────────────────────────────────────────────────────────────────────

-- In the order of their bytes, so that a beginning is a range whatever the language of the database; with
-- the id, so that a page ends at a place.
CREATE INDEX "Application_by_number" ON "Application" ((compact(number)) COLLATE "C", id);
CREATE INDEX "Application_by_serial" ON "Application" ((split_part(number, '-', 3)) COLLATE "C", id);
CREATE INDEX "Application_by_consignee" ON "Application" ((fold("consigneeName")) COLLATE "C", id);
CREATE INDEX "Certificate_by_number" ON "Certificate" ((compact(number)) COLLATE "C", id);
CREATE INDEX "ImportCertificate_by_number" ON "ImportCertificate" ((compact("numberNormalised")) COLLATE "C", id);
CREATE INDEX "ImportCertificate_by_figures" ON "ImportCertificate" ((compact(substr("numberNormalised", 3))) COLLATE "C", id);
CREATE INDEX "SubmittedSeal_by_seal" ON "SubmittedSeal" ((compact(seal)) COLLATE "C", id);
CREATE INDEX "Exporter_by_name" ON "Exporter" ((fold("legalName")) COLLATE "C", id);
CREATE INDEX "Exporter_by_business_number" ON "Exporter" ((compact("businessNumber")) COLLATE "C", id);
CREATE INDEX "User_by_name" ON "User" ((fold("lastName" || ' ' || "firstName")) COLLATE "C", id);

-- A space before, so that two letters can be asked for as the beginning of a word.
CREATE INDEX "Application_in_consignee" ON "Application" USING gin ((' ' || fold("consigneeName")) gin_trgm_ops);
CREATE INDEX "Exporter_in_name" ON "Exporter" USING gin ((' ' || fold("legalName")) gin_trgm_ops);
CREATE INDEX "User_in_name" ON "User" USING gin (
  (' ' || fold("firstName" || ' ' || "lastName" || ' ' || coalesce(email, ''))) gin_trgm_ops);
