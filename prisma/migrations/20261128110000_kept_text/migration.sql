-- Whose a session was, for a day after its end: what its browser sends then is kept for that person alone.
-- An ended session is in no table that a session is read from, so it can never be taken for one that holds.
CREATE TABLE "EndedSession" (
    "tokenHash" CHAR(64) NOT NULL,
    "userId" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "EndedSession_endedAt_idx" ON "EndedSession"("endedAt");
CREATE INDEX "EndedSession_userId_idx" ON "EndedSession"("userId");
ALTER TABLE "EndedSession" ADD CONSTRAINT "EndedSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- However a session ends, by its person, by its limits, by the office or by the provider, its row goes. Who
-- is removed with their sessions leaves nothing.
CREATE FUNCTION remember_ended_session() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO "EndedSession" ("tokenHash", "userId", "endedAt")
  SELECT OLD."tokenHash", OLD."userId", CURRENT_TIMESTAMP
  WHERE EXISTS (SELECT 1 FROM "User" u WHERE u.id = OLD."userId")
  ON CONFLICT ("tokenHash") DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER remember_ended_session AFTER DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION remember_ended_session();

GRANT SELECT, DELETE ON "EndedSession" TO kp_app;
