-- CreateIndex
CREATE INDEX "Event_actorId_kind_id_idx" ON "Event"("actorId", "kind", "id");
