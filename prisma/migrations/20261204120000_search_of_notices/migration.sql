-- Notices are looked for by their subject in the reader's language, without accents.
ALTER TABLE "Notice"
  ADD COLUMN "searchEn" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "searchFr" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION keep_notice_search() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW."searchEn" := fold(NEW."subjectEn");
  NEW."searchFr" := fold(NEW."subjectFr");
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notice_search BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION keep_notice_search();

UPDATE "Notice" SET "searchEn" = fold("subjectEn"), "searchFr" = fold("subjectFr");

-- A page of somebody's notices, newest first, begins at a place in this order.
DROP INDEX "Notice_userId_at_idx";
CREATE INDEX "Notice_userId_at_id_idx" ON "Notice"("userId", "at", "id");

-- In the portal's list a notice stands as it was given; it becomes read once, and stays so.
CREATE FUNCTION keep_notice_read() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."readAt" IS NOT NULL AND NEW."readAt" IS DISTINCT FROM OLD."readAt" THEN
    RAISE EXCEPTION 'a notice is read once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Notice_read_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notice_read BEFORE UPDATE OF "readAt" ON "Notice" FOR EACH ROW EXECUTE FUNCTION keep_notice_read();
