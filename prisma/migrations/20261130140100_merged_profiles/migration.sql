-- Two profiles of one applicant become one. An administrator proposes it and another person of the office
-- confirms; this table's trigger alone moves what belongs to the duplicate. What was submitted and issued
-- stays as it was written. docs/decisions/038.

-- CreateEnum
CREATE TYPE "MergeOutcome" AS ENUM ('confirmed', 'dropped');

-- CreateTable
CREATE TABLE "ExporterMerge" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "MergeOutcome",
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExporterMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExporterMerge_fromId_idx" ON "ExporterMerge"("fromId");

-- CreateIndex
CREATE INDEX "ExporterMerge_intoId_idx" ON "ExporterMerge"("intoId");

-- CreateIndex
CREATE INDEX "Exporter_mergedIntoId_idx" ON "Exporter"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "ExporterMerge" ADD CONSTRAINT "ExporterMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExporterMerge" ADD CONSTRAINT "ExporterMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Exporter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExporterMerge" ADD CONSTRAINT "ExporterMerge_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExporterMerge" ADD CONSTRAINT "ExporterMerge_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── 1. Rights and constraints ───────────────────────────────────────────────────────────────────

GRANT SELECT ON "ExporterMerge" TO kp_app;
GRANT INSERT (id, "fromId", "intoId", reason, "proposedById", "proposedAt") ON "ExporterMerge" TO kp_app;
GRANT UPDATE (outcome, "decidedById", "decidedAt") ON "ExporterMerge" TO kp_app;
CREATE TRIGGER never_removed BEFORE DELETE ON "ExporterMerge" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "ExporterMerge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "ExporterMerge"
  ADD CONSTRAINT "ExporterMerge_of_two" CHECK ("fromId" <> "intoId"),
  ADD CONSTRAINT "ExporterMerge_has_reason" CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT "ExporterMerge_decided_whole" CHECK (
    (outcome IS NULL) = ("decidedById" IS NULL) AND (outcome IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "ExporterMerge_by_two" CHECK (outcome IS DISTINCT FROM 'confirmed' OR "decidedById" <> "proposedById");
CREATE UNIQUE INDEX "ExporterMerge_one_open" ON "ExporterMerge" ("fromId") WHERE outcome IS NULL;

-- ── 2. Who, and when not ────────────────────────────────────────────────────────────────────────

-- Both profiles stand for themselves, no other was merged into the duplicate, and the office decides on
-- nothing of it. Files are locked before mandates and mandates before profiles, as who submits or begins a file
-- does: whoever is faster is waited for.
CREATE FUNCTION check_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  by_whom uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW."proposedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'this merge is decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ExporterMerge_decided_once';
  END IF;
  IF TG_OP = 'UPDATE' AND by_whom = NEW."proposedById" THEN
    -- Whoever proposed it may think again; that they do not confirm it is a constraint.
    NULL;
  ELSIF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = by_whom AND (
      holds_role(u, 'administrator') OR (TG_OP = 'UPDATE' AND holds_role(u, 'signatory')))) THEN
    RAISE EXCEPTION 'administrators propose to merge profiles, and they or signatories confirm it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ExporterMerge_by_office';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.outcome = 'dropped' THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "Mandate" m WHERE m."exporterId" IN (NEW."fromId", NEW."intoId") AND m."userId" = by_whom) THEN
    RAISE EXCEPTION 'an officer cannot act for a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ExporterMerge_not_own_profile';
  END IF;
  PERFORM 1 FROM "Application" WHERE "exporterId" = NEW."fromId" ORDER BY id FOR UPDATE;
  PERFORM 1 FROM "Mandate" WHERE "exporterId" = NEW."fromId" ORDER BY id FOR UPDATE;
  PERFORM 1 FROM "Exporter" WHERE id IN (NEW."fromId", NEW."intoId") ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "Exporter" e WHERE e.id IN (NEW."fromId", NEW."intoId") AND e."mergedIntoId" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM "Exporter" e WHERE e."mergedIntoId" = NEW."fromId") THEN
    RAISE EXCEPTION 'a profile is merged once, and not with others in it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ExporterMerge_no_chain';
  END IF;
  -- Begun while the profiles were waited for; nothing can be added any more.
  PERFORM 1 FROM "Application" WHERE "exporterId" = NEW."fromId" ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "Application" a
              WHERE a."exporterId" = NEW."fromId" AND a.status IN ('submitted', 'in_review', 'returned', 'recommended')) THEN
    RAISE EXCEPTION 'the office decides on an application of the duplicate'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ExporterMerge_nothing_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_merge BEFORE INSERT OR UPDATE ON "ExporterMerge" FOR EACH ROW EXECUTE FUNCTION check_merge();

-- ── 3. The move ─────────────────────────────────────────────────────────────────────────────────

-- An ended mandate moves with its profile, and changes in nothing else.
CREATE OR REPLACE FUNCTION keep_ended_mandates() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL AND to_jsonb(NEW) - 'exporterId' <> to_jsonb(OLD) - 'exporterId' THEN
    RAISE EXCEPTION 'an ended mandate does not change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Mandate_ended_stays';
  END IF;
  RETURN NEW;
END $$;

-- So does an announcement that has ended.
CREATE OR REPLACE FUNCTION check_announcement() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status IN ('registered', 'declined', 'withdrawn')
      AND to_jsonb(NEW) - 'exporterId' <> to_jsonb(OLD) - 'exporterId' THEN
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

-- SECURITY DEFINER: whose a record is belongs to the owner, so a confirmed merge is the only way to move one.
-- Import certificates and the applications that hold carats of them move together: the ledger stays true.
CREATE FUNCTION post_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today date := (now() AT TIME ZONE 'America/Toronto')::date;
BEGIN
  UPDATE "Application" SET "exporterId" = NEW."intoId" WHERE "exporterId" = NEW."fromId";
  UPDATE "ImportCertificate" SET "exporterId" = NEW."intoId" WHERE "exporterId" = NEW."fromId";
  UPDATE "ImportAnnouncement" SET "exporterId" = NEW."intoId" WHERE "exporterId" = NEW."fromId";
  UPDATE "BookEntry" b SET "exporterId" = NEW."intoId" WHERE b."exporterId" = NEW."fromId" AND NOT EXISTS (
    SELECT 1 FROM "BookEntry" k
     WHERE k."exporterId" = NEW."intoId" AND k.kind = b.kind AND k.fingerprint = b.fingerprint);
  DELETE FROM "BookEntry" WHERE "exporterId" = NEW."fromId";
  UPDATE "MandateInvitation" SET outcome = 'cancelled', "endedAt" = NEW."decidedAt", "endedById" = NEW."decidedById"
   WHERE "exporterId" = NEW."fromId" AND outcome IS NULL;

  -- Whoever acts for the kept profile already keeps exactly that mandate. Everybody else comes with what they
  -- could do; to own the kept profile is for its owners to give.
  INSERT INTO "Mandate" (id, "exporterId", "userId", kind, permissions, "acceptedAt", "endsOn", "createdAt")
  SELECT gen_random_uuid(), NEW."intoId", m."userId", 'representative', m.permissions, NEW."decidedAt", m."endsOn", NEW."decidedAt"
    FROM "Mandate" m
   WHERE m."exporterId" = NEW."fromId" AND m."acceptedAt" IS NOT NULL AND m."endedAt" IS NULL
     AND (m."endsOn" IS NULL OR m."endsOn" >= today)
     AND NOT EXISTS (SELECT 1 FROM "Mandate" k
                      WHERE k."exporterId" = NEW."intoId" AND k."userId" = m."userId" AND k."endedAt" IS NULL);
  UPDATE "Mandate" SET "exporterId" = NEW."intoId",
      "endedAt" = coalesce("endedAt", NEW."decidedAt"),
      "endedBy" = CASE WHEN "endedAt" IS NULL THEN NEW."decidedById" ELSE "endedBy" END
   WHERE "exporterId" = NEW."fromId";
  UPDATE "Exporter" SET "mergedIntoId" = NEW."intoId" WHERE id = NEW."fromId";
  RETURN NULL;
END $$;
CREATE TRIGGER post_merge AFTER UPDATE OF outcome ON "ExporterMerge"
  FOR EACH ROW WHEN (NEW.outcome = 'confirmed') EXECUTE FUNCTION post_merge();

-- ── 4. A merged profile receives nothing more ───────────────────────────────────────────────────

-- FOR KEY SHARE: what is added while a merge is under way waits for its end.
CREATE FUNCTION refuse_for_merged() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Exporter" WHERE id = NEW."exporterId" AND "mergedIntoId" IS NULL FOR KEY SHARE;
  IF NOT FOUND AND EXISTS (SELECT 1 FROM "Exporter" WHERE id = NEW."exporterId") THEN
    RAISE EXCEPTION 'the profile was merged into another'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Exporter_not_merged';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Application', 'Mandate', 'MandateInvitation', 'ImportCertificate', 'ImportAnnouncement', 'BookEntry'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_for_merged BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_for_merged()', t);
  END LOOP;
END $$;

CREATE FUNCTION keep_merged() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a merged profile stays as it was'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'Exporter_merged_stays';
END $$;
CREATE TRIGGER keep_merged BEFORE UPDATE ON "Exporter"
  FOR EACH ROW WHEN (OLD."mergedIntoId" IS NOT NULL) EXECUTE FUNCTION keep_merged();
