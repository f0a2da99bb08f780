-- Registration, recovery and the pages to manage a credential.

-- Whoever uses an authenticator app may have no address.
ALTER TABLE account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE account ADD CHECK (factor <> 'email' OR email IS NOT NULL);
-- A revoked credential never signs in again and keeps its user name taken.
ALTER TABLE account ADD COLUMN revoked_at timestamptz;

-- The three answers are one argon2id hash: they can only be guessed together.
ALTER TABLE account
  ADD COLUMN recovery_question text,
  ADD COLUMN recovery_hash     text,
  ADD COLUMN person_hint       text,
  ADD COLUMN date_hint         text,
  ADD CHECK ((recovery_question IS NULL) = (recovery_hash IS NULL));

CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash  text NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE past_sign_in (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  at         timestamptz NOT NULL DEFAULT now(),
  place      text NOT NULL CHECK (place IN ('portal', 'account')),
  proof      text NOT NULL CHECK (proof IN ('email', 'totp', 'recoveryCode'))
);
CREATE INDEX past_sign_in_account ON past_sign_in (account_id, id DESC);

-- What a reader has done so far: a sign-in, an unfinished registration or recovery, or a session of
-- the account pages. "state" is sealed.
CREATE TABLE visit (
  key_hash        text PRIMARY KEY,
  state           bytea NOT NULL,
  account_id      uuid REFERENCES account ON DELETE CASCADE,
  code_hash       text,
  code_expires_at timestamptz,
  codes_sent      integer NOT NULL DEFAULT 0,
  last_sent_at    timestamptz,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX visit_expires_at ON visit (expires_at);
CREATE INDEX visit_account ON visit (account_id) WHERE account_id IS NOT NULL;
DROP TABLE sign_in;

-- The sessions of one account, so that they can be ended together. Sessions from before end now.
ALTER TABLE artifact ADD COLUMN account_hash text;
CREATE INDEX artifact_account_hash ON artifact (account_hash) WHERE account_hash IS NOT NULL;
DELETE FROM artifact WHERE uid_hash IS NOT NULL;
