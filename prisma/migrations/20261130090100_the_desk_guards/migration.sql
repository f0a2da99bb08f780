-- What the database promises about the officers' desk.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON "OfficeHours", "ReturnReason", "LetterText" TO kp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SavedView" TO kp_app;
GRANT SELECT, INSERT ON "ReviewWork" TO kp_app;
GRANT UPDATE (checklist, "acceptedSections", version, "savedById", "savedAt") ON "ReviewWork" TO kp_app;
GRANT UPDATE (subheadings, risk, "touchedAt", "paperReceivedOn", "paperSignedBy") ON "Application" TO kp_app;

-- Append-only.
GRANT SELECT, INSERT ON "OfficeNote", "DecisionLetter" TO kp_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['OfficeNote', 'DecisionLetter'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── 2. Reference data ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "OfficeHours"
  ADD CONSTRAINT "OfficeHours_within_a_day" CHECK (opens >= 0 AND opens < closes AND closes <= 1440),
  ADD CONSTRAINT "OfficeHours_some_weekday" CHECK (
    cardinality(weekdays) > 0 AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE "ReturnReason"
  ADD CONSTRAINT "ReturnReason_days_in_order" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");

-- ── 3. Notes, review and requests ───────────────────────────────────────────────────────────────

ALTER TABLE "OfficeNote"
  ADD CONSTRAINT "OfficeNote_about_one_thing" CHECK (num_nonnulls("applicationId", "exporterId") = 1),
  ADD CONSTRAINT "OfficeNote_has_words" CHECK (length(trim(text)) > 0);

-- A request says something: the chosen reason, kept in both languages as it read, or the officer's own words.
ALTER TABLE "ChangeRequest"
  ADD CONSTRAINT "ChangeRequest_reason_whole" CHECK (
    num_nonnulls("reasonCode", "reasonEn", "reasonFr") IN (0, 3)),
  ADD CONSTRAINT "ChangeRequest_says_something" CHECK ("reasonCode" IS NOT NULL OR length(trim(reason)) > 0);

-- ── 4. An application that came on paper ────────────────────────────────────────────────────────

-- Who typed it in neither holds nor recommends it, and nobody becomes or ceases to be that person later.
ALTER TABLE "Application"
  ADD CONSTRAINT "Application_paper_has_day" CHECK (("enteredById" IS NULL) = ("paperReceivedOn" IS NULL)),
  ADD CONSTRAINT "Application_paper_has_signer" CHECK (
    "enteredById" IS NULL OR status IN ('draft', 'cancelled') OR length(trim(coalesce("paperSignedBy", ''))) > 0),
  ADD CONSTRAINT "Application_not_held_by_enterer" CHECK ("holderId" IS DISTINCT FROM "enteredById" OR "holderId" IS NULL);

CREATE FUNCTION check_not_by_enterer() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a WHERE a.id = NEW."applicationId" AND a."enteredById" = NEW."recommendedById") THEN
    RAISE EXCEPTION 'who typed an application in does not review it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_not_by_enterer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_not_by_enterer BEFORE INSERT ON "Recommendation" FOR EACH ROW EXECUTE FUNCTION check_not_by_enterer();

-- ── 5. Duplicate profiles ───────────────────────────────────────────────────────────────────────

ALTER TABLE "Exporter" ADD CONSTRAINT "Exporter_not_merged_into_itself" CHECK ("mergedIntoId" <> id);
