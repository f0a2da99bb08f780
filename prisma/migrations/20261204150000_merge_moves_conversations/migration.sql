-- Conversations go with the profile that they are of, and announcements to it reach those who read it afterwards.

CREATE OR REPLACE FUNCTION post_merge() RETURNS trigger
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

  -- After the mandates: whoever belonged to either profile answers neither's conversations any more.
  UPDATE "Thread" SET "exporterId" = NEW."intoId" WHERE "exporterId" = NEW."fromId";
  UPDATE "Thread" SET "assignedToId" = NULL
   WHERE "exporterId" = NEW."intoId" AND "assignedToId" IS NOT NULL
     AND NOT answers_messages("assignedToId", "exporterId");
  -- What is over stays said to whom it was said.
  INSERT INTO "BroadcastExporter" ("broadcastId", "exporterId")
  SELECT b.id, NEW."intoId" FROM "Broadcast" b JOIN "BroadcastExporter" x ON x."broadcastId" = b.id
   WHERE x."exporterId" = NEW."fromId" AND b."takenBackAt" IS NULL AND b."shownUntil" > NEW."decidedAt"
  ON CONFLICT DO NOTHING;
  UPDATE "Exporter" SET "mergedIntoId" = NEW."intoId" WHERE id = NEW."fromId";
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_for_merged BEFORE INSERT ON "Thread" FOR EACH ROW EXECUTE FUNCTION refuse_for_merged();

-- The merges of before.
UPDATE "Thread" t SET "exporterId" = e."mergedIntoId"
  FROM "Exporter" e WHERE e.id = t."exporterId" AND e."mergedIntoId" IS NOT NULL;
UPDATE "Thread" SET "assignedToId" = NULL
 WHERE "exporterId" IN (SELECT e."mergedIntoId" FROM "Exporter" e) AND "assignedToId" IS NOT NULL
   AND NOT answers_messages("assignedToId", "exporterId");
INSERT INTO "BroadcastExporter" ("broadcastId", "exporterId")
SELECT b.id, e."mergedIntoId" FROM "Broadcast" b JOIN "BroadcastExporter" x ON x."broadcastId" = b.id
  JOIN "Exporter" e ON e.id = x."exporterId"
 WHERE e."mergedIntoId" IS NOT NULL AND b."takenBackAt" IS NULL AND b."shownUntil" > now()
ON CONFLICT DO NOTHING;
