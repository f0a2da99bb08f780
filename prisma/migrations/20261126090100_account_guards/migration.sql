-- What the database promises about people, officers and mandates, whatever the application does:
--   1. rights: what is kept of links is never changed into another link; texts and acceptances are only added to;
--   2. officers: roles change by a row of OfficerChange alone, by an administrator, never upwards for oneself,
--      and never so that no administrator is left;
--   3. mandates: a profile is never without an owner, and what has ended does not come back.

-- ── 1. Rights ───────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON
  "EmailConfirmation", "CredentialRequest", "OfficerInvitation", "MandateInvitation", "AccessRequest" TO kp_app;
GRANT UPDATE ("usedAt", "endedAt") ON "EmailConfirmation" TO kp_app;
GRANT UPDATE ("decidedAt", "decidedById", accepted) ON "CredentialRequest" TO kp_app;
GRANT UPDATE (outcome, "endedAt", "endedById") ON "OfficerInvitation", "MandateInvitation" TO kp_app;
GRANT UPDATE ("answeredAt", "answeredById", accepted, "exporterId") ON "AccessRequest" TO kp_app;
GRANT UPDATE ("lastSignInAt", "mergedIntoId") ON "User" TO kp_app;
GRANT SELECT, INSERT ON "PortalText", "TermsAcceptance", "OfficerChange" TO kp_app;
GRANT USAGE ON SEQUENCE "TermsAcceptance_id_seq", "OfficerChange_id_seq" TO kp_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PortalText', 'TermsAcceptance', 'OfficerChange'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- One way to write an address, so that "one person, one address" cannot be got round with a capital.
ALTER TABLE "User" ADD CONSTRAINT "User_email_small" CHECK (email = lower(email));
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_email_small" CHECK (email = lower(email));
ALTER TABLE "OfficerInvitation" ADD CONSTRAINT "OfficerInvitation_email_small" CHECK (email = lower(email));
ALTER TABLE "MandateInvitation" ADD CONSTRAINT "MandateInvitation_email_small" CHECK (email = lower(email));
ALTER TABLE "EmailConfirmation" ADD CONSTRAINT "EmailConfirmation_one_hour" CHECK ("expiresAt" <= "createdAt" + interval '60 minutes');
ALTER TABLE "CredentialRequest" ADD CONSTRAINT "CredentialRequest_of_two" CHECK ("requesterId" <> "userId");
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_number_form" CHECK ("businessNumber" ~ '^[0-9]{9}$');
-- Of two presses at once, one open request.
CREATE UNIQUE INDEX "CredentialRequest_open" ON "CredentialRequest" ("requesterId") WHERE "decidedAt" IS NULL;
CREATE UNIQUE INDEX "AccessRequest_open" ON "AccessRequest" ("requesterId", "businessNumber") WHERE "answeredAt" IS NULL;

-- ── 2. Officers ─────────────────────────────────────────────────────────────────────────────────

/* Whoever may do what the owner of the tables may: migrations, seeds, commands on the server. Not kp_app. */
CREATE FUNCTION is_table_owner() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = '"OfficerChange"'::regclass
$$;

/* An officer who has not signed in for 90 days of 24 hours is dormant until an administrator restores them. */
CREATE FUNCTION holds_role(person "User", role "OfficerRole") RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT role = ANY (person.roles) AND person."suspendedAt" IS NULL
     AND greatest(person."lastSignInAt", person."officerSince") > now() - interval '2160 hours'
$$;

CREATE FUNCTION has_administrator() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE holds_role(u, 'administrator'))
$$;

CREATE FUNCTION check_new_person() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT is_table_owner() AND (cardinality(NEW.roles) > 0 OR NEW."officerSince" IS NOT NULL) THEN
    RAISE EXCEPTION 'nobody arrives with a role'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'User_arrives_without_role';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_new_person BEFORE INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION check_new_person();

CREATE FUNCTION check_officer_invitation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."invitedById" IS NULL THEN
    IF NOT is_table_owner() OR has_administrator() THEN
      RAISE EXCEPTION 'only the first administrator is invited from the server'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerInvitation_first_from_server';
    END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."invitedById" AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'only an administrator invites officers'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerInvitation_by_administrator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_officer_invitation BEFORE INSERT ON "OfficerInvitation" FOR EACH ROW EXECUTE FUNCTION check_officer_invitation();

-- SECURITY DEFINER: roles belong to the owner, so a change is the only way to move them.
CREATE FUNCTION post_officer_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  person "User";
  invitation "OfficerInvitation";
  had_administrator boolean;
BEGIN
  -- One change at a time: two administrators who remove each other at once must not both succeed.
  PERFORM pg_advisory_xact_lock(hashtext('officer change'));
  SELECT * INTO STRICT person FROM "User" WHERE id = NEW."userId" FOR UPDATE;
  had_administrator := has_administrator();
  IF NEW."invitationId" IS NOT NULL THEN
    SELECT * INTO invitation FROM "OfficerInvitation" i
     WHERE i.id = NEW."invitationId" AND i.email = person.email AND person."emailVerified" IS NOT NULL
       AND i.roles <@ NEW.roles AND NEW.roles <@ (i.roles || person.roles)
       AND i."invitedById" IS NOT DISTINCT FROM NEW."byId" AND i."expiresAt" > now()
       AND i.outcome IS DISTINCT FROM 'declined' AND i.outcome IS DISTINCT FROM 'cancelled'
     FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'there is no such invitation for this person'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerChange_as_invited';
    END IF;
  END IF;
  IF NEW."byId" IS NULL THEN
    IF NOT is_table_owner() AND (invitation.id IS NULL OR had_administrator) THEN
      RAISE EXCEPTION 'only the first administrator comes without another'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerChange_by_administrator';
    END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."byId" AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'only an administrator changes roles'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerChange_by_administrator';
  ELSIF NEW."byId" = NEW."userId" AND NOT NEW.roles <@ person.roles THEN
    RAISE EXCEPTION 'an administrator cannot raise their own role'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerChange_not_own_rise';
  END IF;
  -- The moment is the database's own: one of tomorrow would keep somebody awake for good.
  UPDATE "User" SET roles = NEW.roles, "officerSince" = now(),
    "suspendedAt" = CASE WHEN NEW.suspended THEN coalesce("suspendedAt", now()) END
   WHERE id = NEW."userId";
  IF had_administrator AND NOT has_administrator() THEN
    RAISE EXCEPTION 'the last administrator cannot be removed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'OfficerChange_leaves_administrator';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_officer_change AFTER INSERT ON "OfficerChange" FOR EACH ROW EXECUTE FUNCTION post_officer_change();

ALTER TABLE "OfficerChange" ADD CONSTRAINT "OfficerChange_has_reason" CHECK (length(trim(reason)) > 0);
ALTER TABLE "OfficerInvitation" ADD CONSTRAINT "OfficerInvitation_has_roles" CHECK (cardinality(roles) > 0);

CREATE FUNCTION check_portal_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT is_table_owner() AND NOT EXISTS (
    SELECT 1 FROM "User" u WHERE u.id = NEW."publishedById" AND holds_role(u, 'administrator')) THEN
    RAISE EXCEPTION 'only an administrator publishes a text'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'PortalText_by_administrator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_portal_text BEFORE INSERT ON "PortalText" FOR EACH ROW EXECUTE FUNCTION check_portal_text();

-- Who is suspended or dormant recommends and signs nothing (Act s. 6).
CREATE OR REPLACE FUNCTION check_recommendation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."recommendedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_not_own_profile';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."recommendedById" AND holds_role(u, 'reviewer')) THEN
    RAISE EXCEPTION 'only a reviewer recommends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_by_reviewer';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s.id = NEW."submissionId" AND s."applicationId" = NEW."applicationId") THEN
    RAISE EXCEPTION 'the submission is of another application'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Recommendation_of_own_submission';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_decision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Recommendation" r
             WHERE r."applicationId" = NEW."applicationId" AND r."recommendedById" = NEW."signedById") THEN
    RAISE EXCEPTION 'who recommended a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_two_pairs_of_eyes';
  END IF;
  IF EXISTS (SELECT 1 FROM "ApplicationEditor" e WHERE e."applicationId" = NEW."applicationId" AND e."userId" = NEW."signedById") THEN
    RAISE EXCEPTION 'who edited a file cannot sign it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_by_editor';
  END IF;
  IF EXISTS (SELECT 1 FROM "Application" a JOIN "Mandate" m ON m."exporterId" = a."exporterId"
             WHERE a.id = NEW."applicationId" AND m."userId" = NEW."signedById") THEN
    RAISE EXCEPTION 'an officer cannot act on a file of a profile they belong to'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_not_own_profile';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."signedById" AND holds_role(u, 'signatory')) THEN
    RAISE EXCEPTION 'only a person authorized under section 6 of the Act signs'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_by_signatory';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Recommendation" r
                 WHERE r.id = NEW."recommendationId" AND r."applicationId" = NEW."applicationId" AND r.outcome = NEW.outcome) THEN
    RAISE EXCEPTION 'the decision does not follow the recommendation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Decision_follows_recommendation';
  END IF;
  RETURN NEW;
END $$;

-- Officers of before this day begin to count as active on it.
UPDATE "User" SET "officerSince" = now() WHERE cardinality(roles) > 0;

-- ── 3. Mandates ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Mandate"
  ADD CONSTRAINT "Mandate_includes_view" CHECK ('view' = ANY (permissions)),
  ADD CONSTRAINT "Mandate_owner_whole" CHECK (
    kind <> 'owner' OR ("endsOn" IS NULL AND permissions @> ARRAY['view', 'prepare', 'submit']::"Permission"[]));
ALTER TABLE "MandateInvitation" ADD CONSTRAINT "MandateInvitation_whole" CHECK (
  'view' = ANY (permissions)
  AND (kind <> 'owner' OR ("endsOn" IS NULL AND permissions @> ARRAY['view', 'prepare', 'submit']::"Permission"[])));
-- One mandate of a person for a profile at a time.
CREATE UNIQUE INDEX "Mandate_one_open" ON "Mandate" ("exporterId", "userId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "MandateInvitation_one_open" ON "MandateInvitation" ("exporterId", email) WHERE outcome IS NULL;

CREATE FUNCTION keep_ended_mandates() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'an ended mandate does not change'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Mandate_ended_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_ended_mandates BEFORE UPDATE ON "Mandate" FOR EACH ROW EXECUTE FUNCTION keep_ended_mandates();

-- Looked at when the transaction commits. The profile is locked first: of two owners who leave at once, the
-- second finds no other.
CREATE FUNCTION keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE profile uuid := CASE TG_TABLE_NAME WHEN 'Exporter' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'exporterId')::uuid END;
BEGIN
  PERFORM 1 FROM "Exporter" WHERE id = profile FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "Mandate" m WHERE m."exporterId" = profile AND m.kind = 'owner'
                   AND m."acceptedAt" IS NOT NULL AND m."endedAt" IS NULL) THEN
    RAISE EXCEPTION 'a profile has an owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Exporter_has_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER INSERT ON "Exporter"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_an_owner();
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER INSERT OR UPDATE ON "Mandate"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_an_owner();
