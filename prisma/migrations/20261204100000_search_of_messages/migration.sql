-- Words are looked for anywhere in subjects and in what was sent, without regard to accents and capitals.
CREATE INDEX "Thread_in_subject" ON "Thread" USING gin ((' ' || fold(subject)) gin_trgm_ops);
CREATE INDEX "Message_in_text" ON "Message" USING gin ((' ' || fold(text)) gin_trgm_ops);
