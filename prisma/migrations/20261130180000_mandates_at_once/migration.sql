-- Two mandates of a profile that are accepted at once each hold its key; FOR UPDATE would wait for both and
-- neither would come through. FOR NO KEY UPDATE still lets only one owner leave at a time.
CREATE OR REPLACE FUNCTION keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE profile uuid := CASE TG_TABLE_NAME WHEN 'Exporter' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'exporterId')::uuid END;
BEGIN
  PERFORM 1 FROM "Exporter" WHERE id = profile FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "Mandate" m WHERE m."exporterId" = profile AND m.kind = 'owner'
                   AND m."acceptedAt" IS NOT NULL AND m."endedAt" IS NULL) THEN
    RAISE EXCEPTION 'a profile has an owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Exporter_has_owner';
  END IF;
  RETURN NULL;
END $$;
