import { z } from "zod";

/** What a mail to exporters at large may say: what an administrator wrote in each language. */
export const announcementData = z.object({
  broadcastId: z.uuid(),
  name: z.string(),
  titleEn: z.string(),
  titleFr: z.string(),
  textEn: z.string(),
  textFr: z.string(),
});
