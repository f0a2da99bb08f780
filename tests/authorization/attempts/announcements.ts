import { randomUUID } from "node:crypto";
import { transaction } from "@/lib/db";
import { announceImport } from "@/lib/imports/commands/announce";
import { lockOwn } from "@/lib/imports/commands/lock-own";
import { saveAnnouncement } from "@/lib/imports/commands/save-announcement";
import { sendAnnouncement } from "@/lib/imports/commands/send-announcement";
import { withdrawAnnouncement } from "@/lib/imports/commands/withdraw-announcement";
import { findAnnouncement, findLastChange } from "@/lib/imports/queries/find-announcement";
import { listAnnouncements } from "@/lib/imports/queries/list-announcements";
import { announced } from "@/tests/factories/announcements";
import { about, type Attempt } from "./attempt";

/** Imports that exporters announce. */
export const announcements = {
  "imports/commands/announce.ts announceImport": (viewer, { exporterId }) =>
    announceImport(viewer, exporterId, announced(), randomUUID()),
  "imports/commands/lock-own.ts lockOwn": (viewer, { announcementId }) =>
    transaction((tx) => lockOwn(tx, viewer, announcementId)),
  "imports/commands/save-announcement.ts saveAnnouncement": (viewer, { announcementId }) =>
    saveAnnouncement(viewer, announcementId, { base: {}, mine: announced(), choices: {} }),
  "imports/commands/send-announcement.ts sendAnnouncement": (viewer, { announcementId, version }) =>
    sendAnnouncement(viewer, announcementId, version),
  "imports/commands/withdraw-announcement.ts withdrawAnnouncement": (viewer, { announcementId }) =>
    withdrawAnnouncement(viewer, announcementId),
  "imports/queries/find-announcement.ts findAnnouncement": (viewer, { announcementId }) =>
    findAnnouncement(viewer, announcementId),
  "imports/queries/find-announcement.ts findLastChange": (viewer, { announcementId }) =>
    findLastChange(viewer, announcementId),
  "imports/queries/list-announcements.ts listAnnouncements": async (
    viewer,
    { exporterId, announcementId },
  ) => about(await listAnnouncements(viewer, exporterId), ({ id }) => id === announcementId),
} satisfies Record<string, Attempt>;
