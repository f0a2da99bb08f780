-- What the database promises about reference data: the portal only adds proposals and decisions; these
-- triggers alone write the tables, after two administrators, and never what nobody has read.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "ReferenceChange", "ReferenceChangeRow", "ReferenceDecision" TO kp_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ReferenceChange', 'ReferenceChangeRow', 'ReferenceDecision'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

ALTER TABLE "ReferenceChange" ADD CONSTRAINT "ReferenceChange_has_source" CHECK (
  length(trim(source)) > 0 AND length(trim(reason)) > 0);
ALTER TABLE "ReferenceDecision"
  ADD CONSTRAINT "ReferenceDecision_two_persons" CHECK ((outcome = 'taken_back') = ("decidedById" = "proposedById")),
  ADD CONSTRAINT "ReferenceDecision_refusal_has_answer" CHECK (outcome <> 'refused' OR length(trim(coalesce(answer, ''))) > 0);

-- ── 2. Any row of any kind ──────────────────────────────────────────────────────────────────────

-- The table of a kind, then the columns of its key.
CREATE FUNCTION reference_table(kind "ReferenceKind") RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE kind
    WHEN 'participants' THEN ARRAY['Participant', 'code']
    WHEN 'countries' THEN ARRAY['Country', 'code']
    WHEN 'mines' THEN ARRAY['Mine', 'code']
    WHEN 'subheadings' THEN ARRAY['TariffSubheading', 'code']
    WHEN 'sanctions' THEN ARRAY['SanctionRule', 'id']
    WHEN 'priceBands' THEN ARRAY['PriceBand', 'id']
    WHEN 'documentRequirements' THEN ARRAY['DocumentRequirement', 'id']
    WHEN 'holidays' THEN ARRAY['Holiday', 'rule']
    WHEN 'officeHours' THEN ARRAY['OfficeHours', 'validFrom']
    WHEN 'returnReasons' THEN ARRAY['ReturnReason', 'code']
    WHEN 'declarations' THEN ARRAY['DeclarationText', 'kind', 'version']
    WHEN 'letters' THEN ARRAY['LetterText', 'kind', 'version']
  END
$$;

CREATE FUNCTION reference_key(kind "ReferenceKind", content jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(content ->> part, ':' ORDER BY place)
    FROM unnest((reference_table(kind))[2:]) WITH ORDINALITY AS keys (part, place)
$$;

-- That a row t of the table is the one that a row n names; by the index of the key.
CREATE FUNCTION reference_match(kind "ReferenceKind") RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(format('t.%1$I = n.%1$I', part), ' AND ') FROM unnest((reference_table(kind))[2:]) AS keys (part)
$$;

-- What the table has now under the key of this content; null where it has no such row.
CREATE FUNCTION reference_row(kind "ReferenceKind", content jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(t) FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) n WHERE %2$s',
    (reference_table(kind))[1], reference_match(kind)) INTO found USING content;
  RETURN found;
END $$;

-- Only who may write the tables can call it with effect: the triggers below.
CREATE FUNCTION write_reference(kind "ReferenceKind", content jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  target text := (reference_table(kind))[1];
  assignments text;
BEGIN
  IF reference_row(kind, content) IS NULL THEN
    EXECUTE format('INSERT INTO %1$I SELECT * FROM jsonb_populate_record(NULL::%1$I, $1)', target) USING content;
    RETURN;
  END IF;
  SELECT string_agg(format('%1$I = n.%1$I', attname), ', ') INTO assignments
    FROM pg_attribute
   WHERE attrelid = format('public.%I', target)::regclass AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) n WHERE %3$s',
    target, assignments, reference_match(kind)) USING content;
END $$;

-- ── 3. Proposing ────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION check_reference_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- One at a time: what a row is compared with does not move meanwhile.
  PERFORM pg_advisory_xact_lock(hashtext('reference change'));
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."proposedById" AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'only an administrator proposes a change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChange_by_administrator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_reference_change BEFORE INSERT ON "ReferenceChange" FOR EACH ROW EXECUTE FUNCTION check_reference_change();

-- The changes of a row follow each other, so that the row of any day can be found: it is what the first
-- later change found there.
CREATE FUNCTION check_reference_order(change "ReferenceChange", row_key text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "ReferenceChangeRow" r
      JOIN "ReferenceChange" c ON c.id = r."changeId"
      LEFT JOIN "ReferenceDecision" d ON d."changeId" = c.id
     WHERE r.key = row_key AND c.kind = change.kind AND c.id <> change.id AND c."effectiveFrom" > change."effectiveFrom"
       AND (d.outcome = 'confirmed' OR (c.immediate AND d.outcome IS NULL))) THEN
    RAISE EXCEPTION 'a later change of this row is there already'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_in_order';
  END IF;
END $$;

-- SECURITY DEFINER: the tables belong to the owner.
CREATE FUNCTION take_reference_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  change "ReferenceChange";
  made xid;
BEGIN
  SELECT xmin INTO made FROM "ReferenceChange" WHERE id = NEW."changeId";
  SELECT * INTO change FROM "ReferenceChange" WHERE id = NEW."changeId";
  -- Nobody adds to what another has read.
  IF made IS DISTINCT FROM pg_current_xact_id()::xid THEN
    RAISE EXCEPTION 'a change is proposed with all its rows'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_with_its_change';
  END IF;
  EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::%I, $1))', (reference_table(change.kind))[1])
    INTO NEW.after USING NEW.after;
  IF reference_key(change.kind, NEW.after) IS DISTINCT FROM NEW.key THEN
    RAISE EXCEPTION 'a row keeps its key'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_keeps_key';
  END IF;
  NEW.before := reference_row(change.kind, NEW.after);
  IF NEW.before = NEW.after THEN
    RAISE EXCEPTION 'nothing changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_changes_something';
  END IF;
  IF change.kind IN ('declarations', 'letters') AND NEW.before IS NOT NULL THEN
    RAISE EXCEPTION 'the words of a version never change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_new_version';
  END IF;
  -- What must be done at once does not wait for what was proposed before.
  IF EXISTS (
    SELECT 1 FROM "ReferenceChangeRow" r JOIN "ReferenceChange" c ON c.id = r."changeId"
     WHERE r.key = NEW.key AND c.kind = change.kind AND c.id <> change.id AND (c.immediate OR NOT change.immediate)
       AND NOT EXISTS (SELECT 1 FROM "ReferenceDecision" d WHERE d."changeId" = c.id)) THEN
    RAISE EXCEPTION 'another change of this row waits to be decided'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_one_open';
  END IF;
  PERFORM check_reference_order(change, NEW.key);
  IF change.immediate THEN
    IF change.kind <> 'participants' OR NEW.before IS NULL
      OR NEW.after - 'scheduleTo' IS DISTINCT FROM NEW.before - 'scheduleTo'
      OR (NEW.after ->> 'scheduleTo')::date IS DISTINCT FROM change."effectiveFrom" - 1
      OR (NEW.before ->> 'scheduleTo')::date < change."effectiveFrom" THEN
      RAISE EXCEPTION 'only a participant is switched off at once'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceChangeRow_immediate';
    END IF;
    PERFORM write_reference(change.kind, NEW.after);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER take_reference_row BEFORE INSERT ON "ReferenceChangeRow" FOR EACH ROW EXECUTE FUNCTION take_reference_row();

-- ── 4. Deciding ─────────────────────────────────────────────────────────────────────────────────

-- SECURITY DEFINER: as above. That two persons decide is a constraint of the table.
CREATE FUNCTION decide_reference_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  change "ReferenceChange";
  part "ReferenceChangeRow";
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('reference change'));
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."decidedById" AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'only an administrator decides about a change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceDecision_by_administrator';
  END IF;
  IF NEW."decidedById" = NEW."proposedById" AND NEW.outcome <> 'taken_back' THEN
    RAISE EXCEPTION 'another person decides'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceDecision_two_persons';
  END IF;
  SELECT * INTO change FROM "ReferenceChange" WHERE id = NEW."changeId" AND "proposedById" = NEW."proposedById";
  IF change.id IS NULL THEN
    RAISE EXCEPTION 'there is no such change of this person'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'ReferenceDecision_changeId_proposedById_fkey';
  END IF;
  IF change.immediate AND NEW.outcome = 'taken_back' THEN
    RAISE EXCEPTION 'what holds already is decided by another person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceDecision_immediate_by_another';
  END IF;
  IF EXISTS (SELECT 1 FROM "ReferenceDecision" d WHERE d."changeId" = change.id) THEN
    RAISE EXCEPTION 'this change is decided'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'ReferenceDecision_pkey';
  END IF;
  -- Confirmed, it is written; what was written at once is written back where it is refused.
  IF (NEW.outcome = 'confirmed') = change.immediate THEN RETURN NEW; END IF;
  FOR part IN SELECT * FROM "ReferenceChangeRow" WHERE "changeId" = change.id LOOP
    IF NOT change.immediate THEN PERFORM check_reference_order(change, part.key); END IF;
    IF reference_row(change.kind, part.after) IS DISTINCT FROM (CASE WHEN change.immediate THEN part.after ELSE part.before END) THEN
      RAISE EXCEPTION 'the row is not as it was when this was proposed'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ReferenceDecision_of_what_is_there';
    END IF;
    PERFORM write_reference(change.kind, CASE WHEN change.immediate THEN part.before ELSE part.after END);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER decide_reference_change BEFORE INSERT ON "ReferenceDecision" FOR EACH ROW EXECUTE FUNCTION decide_reference_change();
