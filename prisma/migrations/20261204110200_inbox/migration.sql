-- The office's inbox: what waits, the longest first; then what is answered, the newest first. However many
-- conversations there are, a page is read from an index.

CREATE INDEX "Thread_waiting" ON "Thread" ("waitingSince", id) WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Thread_waiting_held" ON "Thread" ("assignedToId", "waitingSince", id) WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Thread_answered" ON "Thread" ("lastMessageAt", id) WHERE "waitingSince" IS NULL;
CREATE INDEX "Thread_answered_held" ON "Thread" ("assignedToId", "lastMessageAt", id) WHERE "waitingSince" IS NULL;
CREATE INDEX "Thread_answered_about" ON "Thread" (about, "lastMessageAt", id) WHERE "waitingSince" IS NULL;

-- What is looked for begins a word, whatever its accents: an index of words knows without reading the text again,
-- also of a word that is everywhere.
CREATE FUNCTION words_in(said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT to_tsvector('simple', regexp_replace(fold(said), '[^[:alnum:]]+', ' ', 'g'))
$$;
CREATE INDEX "Thread_words" ON "Thread" USING gin (words_in(subject));
CREATE INDEX "Message_words" ON "Message" USING gin (words_in(text)) WHERE "sentAt" IS NOT NULL;
