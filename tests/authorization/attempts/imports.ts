import { randomUUID } from "node:crypto";
import { findImporter, searchExporters } from "@/lib/exporters/queries/search";
import { answerAnnouncement } from "@/lib/imports/commands/answer-announcement";
import { receiveOriginal } from "@/lib/imports/commands/receive-original";
import { register } from "@/lib/imports/commands/register";
import { findSentAnnouncement } from "@/lib/imports/queries/find-sent-announcement";
import { findRegistered } from "@/lib/imports/queries/find-registered";
import { listSentAnnouncements } from "@/lib/imports/queries/list-sent-announcements";
import { listRegister } from "@/lib/imports/queries/list-register";
import { importFilter } from "@/lib/imports/schema-list";
import { goodPaper } from "@/tests/factories/imports";
import { about, asOfficer, type Attempt } from "./attempt";

/** Before the one that is looked for: a list gives a page, and what comes after a place. */
const before = (id: string) => `${new Date(Date.now() - 60_000).toISOString()}~${id}`;

/** The office's register of import certificates. */
export const imports = {
  "exporters/queries/search.ts searchExporters": asOfficer(
    async (viewer, { exporterId, businessNumber }) =>
      about((await searchExporters(viewer, businessNumber)).rows, ({ id }) => id === exporterId),
  ),
  "exporters/queries/search.ts findImporter": asOfficer((viewer, { exporterId }) =>
    findImporter(viewer, exporterId),
  ),
  "imports/commands/register.ts register": asOfficer((viewer, { announcementId }) =>
    register(viewer, { announcementId, version: 1 }, goodPaper(), randomUUID()),
  ),
  "imports/commands/answer-announcement.ts answerAnnouncement": asOfficer(
    (viewer, { announcementId }) =>
      answerAnnouncement(viewer, announcementId, { outcome: "returned", answer: "Page 2?" }, 1),
  ),
  "imports/commands/receive-original.ts receiveOriginal": asOfficer(
    (viewer, { importCertificateId }) =>
      receiveOriginal(viewer, importCertificateId, {
        on: "2026-08-25",
        instead: { of: "2026-08-24", reason: "The stamp says so." },
      }),
  ),
  "imports/queries/find-sent-announcement.ts findSentAnnouncement": asOfficer(
    (viewer, { announcementId }) => findSentAnnouncement(viewer, announcementId),
  ),
  "imports/queries/find-registered.ts findRegistered": asOfficer(
    (viewer, { importCertificateId }) => findRegistered(viewer, importCertificateId),
  ),
  "imports/queries/list-sent-announcements.ts listSentAnnouncements": asOfficer(
    async (viewer, { announcementId }) => {
      const found = await listSentAnnouncements(viewer, {
        view: "announced",
        after: before(announcementId),
      });
      return about(found.rows, ({ id }) => id === announcementId);
    },
  ),
  "imports/queries/list-register.ts listRegister": asOfficer(
    async (viewer, { importNumber, importCertificateId }) => {
      const filter = importFilter.parse({ text: importNumber });
      const { rows } = await listRegister(viewer, { ...filter, view: "registered" });
      return about(rows, ({ id }) => id === importCertificateId);
    },
  ),
} satisfies Record<string, Attempt>;
