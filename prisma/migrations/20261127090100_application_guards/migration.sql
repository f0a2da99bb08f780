-- What the database promises about an application's whole life, whatever the application does:
--   1. rights: receipts and reminders are only added to; what was asked and typed does not change;
--   2. the clock: at each commit it runs for whom the status says, without gaps within an interval's two ends;
--   3. one open request to withdraw at a time, and one answer to it;
--   4. the text that a search looks through follows the answers.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, DELETE ON "BookEntry" TO kp_app;
GRANT UPDATE ("usedAt") ON "BookEntry" TO kp_app;
GRANT SELECT, INSERT ON "SubmissionReceipt", "Reminder" TO kp_app;
GRANT SELECT, INSERT ON "ClockInterval", "WithdrawalRequest" TO kp_app;
GRANT UPDATE ("until") ON "ClockInterval" TO kp_app;
GRANT USAGE ON SEQUENCE "ClockInterval_id_seq" TO kp_app;
GRANT UPDATE (outcome, answer, "answeredById", "answeredAt") ON "WithdrawalRequest" TO kp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "KeptText" TO kp_app;
GRANT UPDATE ("sectionVersions") ON "Application" TO kp_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['SubmissionReceipt', 'Reminder'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- A copy is of the same profile.
CREATE FUNCTION check_copy() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."copiedFromId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Application" a WHERE a.id = NEW."copiedFromId" AND a."exporterId" = NEW."exporterId") THEN
    RAISE EXCEPTION 'an application is copied within its profile'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_copied_within_profile';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_copy BEFORE INSERT ON "Application" FOR EACH ROW EXECUTE FUNCTION check_copy();

-- ── 2. The clock ────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "ClockInterval" ADD CONSTRAINT "ClockInterval_forward" CHECK ("until" >= "from");
CREATE UNIQUE INDEX "ClockInterval_one_open" ON "ClockInterval" ("applicationId") WHERE "until" IS NULL;

CREATE FUNCTION clock_side(status "ApplicationStatus") RETURNS "ClockSide"
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN status IN ('submitted', 'in_review', 'recommended') THEN 'office'::"ClockSide"
    WHEN status = 'returned' THEN 'exporter'::"ClockSide"
  END
$$;

-- What was running before there was a clock.
INSERT INTO "ClockInterval" ("applicationId", side, "from")
SELECT id, clock_side(status), coalesce("submittedAt", "updatedAt") FROM "Application" WHERE clock_side(status) IS NOT NULL;

-- An interval ends once, and keeps when it began.
CREATE FUNCTION keep_ended_interval() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."until" IS NOT NULL THEN
    RAISE EXCEPTION 'an interval ends once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ClockInterval_ends_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_ended_interval BEFORE UPDATE ON "ClockInterval" FOR EACH ROW EXECUTE FUNCTION keep_ended_interval();

-- Looked at when the transaction commits, so that the order of its statements is free.
CREATE FUNCTION check_clock() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked uuid := CASE WHEN TG_TABLE_NAME = 'Application' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'applicationId')::uuid END;
  expected "ClockSide";
  running "ClockSide";
BEGIN
  SELECT clock_side(status) INTO expected FROM "Application" WHERE id = asked;
  SELECT side INTO running FROM "ClockInterval" WHERE "applicationId" = asked AND "until" IS NULL;
  IF running IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'the clock runs for %, the status says %', coalesce(running::text, 'nobody'), coalesce(expected::text, 'nobody')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Application_clock_follows_status';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER running_clock AFTER INSERT OR UPDATE OF status ON "Application"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_clock();
CREATE CONSTRAINT TRIGGER running_clock AFTER INSERT OR UPDATE ON "ClockInterval"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_clock();

-- ── 3. Withdrawal ───────────────────────────────────────────────────────────────────────────────

CREATE UNIQUE INDEX "WithdrawalRequest_one_open" ON "WithdrawalRequest" ("applicationId") WHERE outcome IS NULL;
ALTER TABLE "WithdrawalRequest"
  ADD CONSTRAINT "WithdrawalRequest_has_reason" CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT "WithdrawalRequest_answered_whole" CHECK ((outcome IS NULL) = ("answeredAt" IS NULL) AND (outcome IS NULL) = ("answeredById" IS NULL)),
  ADD CONSTRAINT "WithdrawalRequest_refused_with_reason" CHECK (outcome IS DISTINCT FROM 'refused' OR length(trim(coalesce(answer, ''))) > 0);

CREATE FUNCTION keep_answered_withdrawal() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'a request to withdraw is answered once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'WithdrawalRequest_answered_once';
  END IF;
  IF NEW.outcome IN ('accepted', 'refused') AND NOT EXISTS (
    SELECT 1 FROM "User" u WHERE u.id = NEW."answeredById" AND holds_role(u, 'reviewer')) THEN
    RAISE EXCEPTION 'a reviewer answers for the office'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'WithdrawalRequest_answered_by_reviewer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_answered_withdrawal BEFORE UPDATE ON "WithdrawalRequest" FOR EACH ROW EXECUTE FUNCTION keep_answered_withdrawal();

-- ── 4. Search ───────────────────────────────────────────────────────────────────────────────────

-- Small letters without accents, and the same without anything between them: "Écluse TOR-8891" is found
-- by "ecluse" and by "tor 8891".
CREATE FUNCTION fold(words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'))
$$;

CREATE FUNCTION keep_search_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE words text;
BEGIN
  words := fold(concat_ws(' ', NEW.number, NEW.answers #>> '{consignee,consignee,name}',
    CASE WHEN jsonb_typeof(NEW.answers #> '{goods,seals}') = 'array'
      THEN (SELECT string_agg(seal, ' ') FROM jsonb_array_elements_text(NEW.answers #> '{goods,seals}') seal) END));
  NEW."searchText" := concat_ws(' ', words,
    (SELECT string_agg(regexp_replace(word, '[^[:alnum:]]', '', 'g'), ' ') FROM regexp_split_to_table(words, '\s+') word),
    regexp_replace(words, '[^[:alnum:]]', '', 'g'));
  RETURN NEW;
END $$;
CREATE TRIGGER keep_search_text BEFORE INSERT OR UPDATE OF number, answers ON "Application" FOR EACH ROW EXECUTE FUNCTION keep_search_text();

UPDATE "Application" SET number = number;
