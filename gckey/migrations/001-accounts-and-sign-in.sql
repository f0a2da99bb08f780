-- The provider's own data. Applied by the role that owns the schema "gckey".
-- "payload" and "totp_secret" are sealed (AES-256-GCM) and every "…_hash" key is a keyed hash, so
-- that a copy of this schema gives neither a session nor a second factor.

CREATE TABLE account (
  id             uuid PRIMARY KEY,
  user_name      text NOT NULL,
  user_name_key  text NOT NULL UNIQUE, -- as compared: NFKC, lower case
  password_hash  text NOT NULL,        -- argon2id
  email          text NOT NULL,
  language       text NOT NULL CHECK (language IN ('en', 'fr')),
  factor         text NOT NULL CHECK (factor IN ('email', 'totp')),
  totp_secret    bytea,
  totp_last_step bigint,               -- newest 30-second step accepted; older ones are replays
  created_at     timestamptz NOT NULL DEFAULT now(),
  CHECK (factor <> 'totp' OR totp_secret IS NOT NULL)
);

-- A sign-in whose password was right and whose second factor is awaited.
CREATE TABLE sign_in (
  interaction_hash text PRIMARY KEY,
  account_id       uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash        text,
  code_expires_at  timestamptz,
  codes_sent       integer NOT NULL DEFAULT 0,
  last_sent_at     timestamptz,
  expires_at       timestamptz NOT NULL
);
CREATE INDEX sign_in_expires_at ON sign_in (expires_at);

-- Attempts counted before they are checked, so that parallel guesses cannot slip through.
CREATE TABLE attempt (
  key_hash text PRIMARY KEY,
  failures integer NOT NULL,
  last_at  timestamptz NOT NULL
);
CREATE INDEX attempt_last_at ON attempt (last_at);

-- What the OpenID Connect server remembers: sessions, interactions, grants, codes, tokens.
CREATE TABLE artifact (
  id_hash    text PRIMARY KEY,
  payload    bytea NOT NULL,
  uid_hash   text,
  grant_hash text,
  consumed_at timestamptz,
  expires_at timestamptz
);
CREATE INDEX artifact_uid_hash ON artifact (uid_hash) WHERE uid_hash IS NOT NULL;
CREATE INDEX artifact_grant_hash ON artifact (grant_hash) WHERE grant_hash IS NOT NULL;
CREATE INDEX artifact_expires_at ON artifact (expires_at);

-- The signing keys, when the private file does not hold them.
CREATE TABLE signing_keys (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  jwks     bytea NOT NULL
);
