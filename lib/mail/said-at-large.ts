import { z } from "zod";

/** What an administrator says to exporters at large. */
export const announcements = ["announcement", "urgentAnnouncement"] as const;
export type Announcement = (typeof announcements)[number];

/** What a mail to exporters at large may say: what an administrator wrote in each language. */
export const announcementData = z.object({
  broadcastId: z.uuid(),
  name: z.string(),
  /** Those of its reader that it is for; none where it is for everybody. Older ones do not say it. */
  exporters: z.array(z.string()).exactOptional(),
  titleEn: z.string(),
  titleFr: z.string(),
  textEn: z.string(),
  textFr: z.string(),
});
