-- The exporter's list is searched, filtered and sorted by what the answers say now: of a draft there is
-- nothing else, and a returned application shows what is being corrected. The columns that the office's
-- queue reads stay those of the newest submission.
ALTER TABLE "Application"
  ADD COLUMN "statedDestination" TEXT,
  ADD COLUMN "statedConsignee" TEXT,
  ADD COLUMN "statedCategories" TEXT[],
  ADD COLUMN "statedCarats" DECIMAL(30,2) NOT NULL DEFAULT 0,
  ADD COLUMN "statedUsd" DECIMAL(30,2) NOT NULL DEFAULT 0;

CREATE INDEX "Application_exporterId_updatedAt_id_idx" ON "Application" ("exporterId", "updatedAt" DESC, "id" DESC);

-- The sum of what is a number: the same as sumOf in lib/applications/totals.ts, to the cent.
CREATE FUNCTION sum_of(rows jsonb, field text) RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(CASE WHEN one ->> field ~ '^-?[0-9]{1,20}(\.[0-9]{1,20})?$' THEN (one ->> field)::numeric END), 0)
  FROM jsonb_array_elements(rows) one
$$;

CREATE FUNCTION keep_stated() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  rows jsonb := CASE WHEN jsonb_typeof(NEW.answers #> '{origin,origins}') = 'array'
    THEN NEW.answers #> '{origin,origins}' ELSE '[]' END;
BEGIN
  NEW."statedDestination" := nullif(NEW.answers #>> '{consignee,destination}', '');
  NEW."statedConsignee" := nullif(trim(NEW.answers #>> '{consignee,consignee,name}'), '');
  NEW."statedCategories" := ARRAY(SELECT DISTINCT one ->> 'category' FROM jsonb_array_elements(rows) one
    WHERE one ->> 'category' IS NOT NULL ORDER BY 1);
  NEW."statedCarats" := round(sum_of(rows, 'carats'), 2);
  NEW."statedUsd" := round(sum_of(rows, 'usd'), 2);
  RETURN NEW;
END $$;
-- By name after the trigger of the search text; neither reads what the other writes.
CREATE TRIGGER keep_stated BEFORE INSERT OR UPDATE OF answers ON "Application" FOR EACH ROW EXECUTE FUNCTION keep_stated();

UPDATE "Application" SET answers = answers;
