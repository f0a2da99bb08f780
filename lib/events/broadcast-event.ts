/** What administrators tell exporters at large. */
export interface BroadcastEvent {
  kind: "broadcast.planned" | "broadcast.published" | "broadcast.takenBack";
  data: { broadcastId: string };
}
