import { z } from "zod";
import { sections } from "@/lib/applications/sections";
import {
  aboutPeople,
  peopleData,
  peopleTemplates,
  type PeopleData,
  type PeopleTemplate,
} from "@/lib/mail/about-people";
import { digestData } from "@/lib/mail/digest-data";
import { announcementData, announcements } from "@/lib/mail/said-at-large";
import { ReferenceKind } from "@/prisma/generated/enums";

const id = z.uuid();
const instant = z.iso.datetime();
const forOffice = {
  applicationId: id,
  number: z.string(),
  exporter: z.string(),
  submittedAt: instant,
  dueAt: instant.nullable(),
  version: z.number().int().positive(),
};
/** Mails to the exporter that say how an application stands, alike but for their words. */
export const aboutApplication = [
  "dueSoon",
  "overdue",
  "extended",
  "withdrawalAccepted",
  "withdrawalRefused",
] as const;
export type AboutApplication = (typeof aboutApplication)[number];

/** Mails to the importer that say how an import stands. */
export const aboutImport = [
  "importReturned",
  "importDeclined",
  "importRegistered",
  "importCorrected",
  "originalDueSoon",
  "originalOverdue",
] as const;
export type AboutImport = (typeof aboutImport)[number];

/** Mails to the exporter that say what became of a certificate. */
export const aboutCertificate = [
  "certificateDispatched",
  "exportAsked",
  "reportDueSoon",
  "reportOverdue",
  "reportReceived",
  "certificateReplaced",
  "certificateInvalidated",
  "certificateSurrendered",
  "certificateLost",
  "certificateExpiring",
  "certificateExpired",
  "importConfirmed",
] as const;
export type AboutCertificate = (typeof aboutCertificate)[number];

/** Mails to the authority of the destination. */
export const authorityWarnings = ["authorityLost", "authorityInvalidated"] as const;
export type AuthorityWarning = (typeof authorityWarnings)[number];

/** Mails to the authority of the destination with the link to the form of a confirmation. */
export const confirmationAsks = ["confirmationAsked", "confirmationReminded"] as const;
export type ConfirmationAsk = (typeof confirmationAsks)[number];

/** Mails to the officer who answers a conversation. */
export const toOfficer = ["messageToAnswer", "conversationAssigned"] as const;
export type ToOfficer = (typeof toOfficer)[number];

/** Mails to the officer whose file it is. */
export const toReviewer = ["fileResubmitted", "fileToWithdraw", "fileSentBack"] as const;
export type ToReviewer = (typeof toReviewer)[number];

/** Of a conversation: never its words, nor its subject, which people write. */
const ofThread = { threadId: id, number: z.string().nullable() };

/** Of whoever acts for several, which of them it is; older ones do not say it. */
const forExporter = { exporter: z.string().exactOptional() };

const forReader = { applicationId: id, number: z.string(), name: z.string(), ...forExporter };

/** Of an application, or else of an import; the number once there is one. */
const aboutFile = {
  applicationId: id.nullable(),
  number: z.string().nullable(),
  /** Of a message: its conversation, and for whom it was written. */
  threadId: id.exactOptional(),
  side: z.enum(["exporter", "office"]).exactOptional(),
};

/**
 * Every kind of mail with all it may say, frozen when the mail is queued. No mass, value, seal, consignee,
 * mine or document ever: mail is read by others on its way.
 */
export const noticeSchema = z.discriminatedUnion("template", [
  z.object({ template: z.literal("officeSubmission"), data: z.object(forOffice) }),
  z.object({ template: z.literal("officeResubmission"), data: z.object(forOffice) }),
  z.object({
    template: z.literal("receipt"),
    data: z.object({
      ...forReader,
      submittedAt: instant,
      dueAt: instant.nullable(),
      version: z.number().int().positive(),
    }),
  }),
  z.object({
    template: z.literal("returned"),
    data: z.object({
      ...forReader,
      dueOn: z.iso.date().nullable(),
      sections: z.array(z.enum(sections)),
      /** Of each section, in the same order: the office's standard words, never an officer's own. */
      reasons: z.array(z.array(z.object({ en: z.string(), fr: z.string() }))).optional(),
    }),
  }),
  z.object({
    template: z.enum(aboutApplication),
    data: z.object({ ...forReader, dueOn: z.iso.date().nullish() }),
  }),
  z.object({
    template: z.literal("officeWithdrawal"),
    data: z.object({ applicationId: id, number: z.string(), exporter: z.string() }),
  }),
  z.object({
    template: z.enum(toReviewer),
    data: z.object({ ...forReader, exporter: z.string() }),
  }),
  z.object({
    template: z.literal("submittedByOther"),
    data: z.object({
      ...forReader,
      exporter: z.string(),
      person: z.string(),
      submittedAt: instant,
    }),
  }),
  z.object({
    template: z.literal("fileRemoved"),
    data: z.object({ ...aboutFile, name: z.string() }),
  }),
  z.object({
    template: z.literal("officeFileRemoved"),
    data: z.object({ ...aboutFile, exporter: z.string() }),
  }),
  z.object({
    template: z.literal("officeImport"),
    data: z.object({ announcementId: id, number: z.string(), exporter: z.string() }),
  }),
  z.object({
    template: z.enum(aboutImport),
    data: z.object({
      announcementId: id.nullable(),
      importId: id.nullable(),
      number: z.string(),
      name: z.string(),
      dueOn: z.iso.date().nullable(),
      ...forExporter,
    }),
  }),
  z.object({
    template: z.literal("officeMessage"),
    data: z.object({ ...ofThread, exporter: z.string() }),
  }),
  z.object({
    template: z.enum(toOfficer),
    data: z.object({ ...ofThread, exporter: z.string(), name: z.string() }),
  }),
  z.object({
    template: z.literal("messageFromOffice"),
    data: z.object({ ...ofThread, name: z.string(), ...forExporter }),
  }),
  z.object({ template: z.literal("rejected"), data: z.object(forReader) }),
  z.object({
    template: z.literal("auditChecked"),
    data: z.object({
      whole: z.boolean(),
      entries: z.number().int().nonnegative(),
      head: z.string(),
      batch: z.string(),
    }),
  }),
  z.object({
    template: z.literal("checkpointSigned"),
    data: z.object({ size: z.number().int().nonnegative(), note: z.string(), key: z.string() }),
  }),
  z.object({
    template: z.literal("referenceChanged"),
    data: z.object({ ...forReader, referenceKind: z.enum(ReferenceKind), from: z.iso.date() }),
  }),
  z.object({
    template: z.literal("importConfirmation"),
    data: z.object({ confirmationId: id, number: z.string(), authority: z.string() }),
  }),
  z.object({
    template: z.literal("issued"),
    data: z.object({ ...forReader, certificateId: id, certificateNumber: z.string() }),
  }),
  z.object({
    template: z.enum(aboutCertificate),
    data: z.object({
      certificateId: id,
      certificateNumber: z.string(),
      name: z.string(),
      dueOn: z.iso.date().nullable(),
      sentOn: z.iso.date().nullable(),
      carrier: z.string().nullable(),
      tracking: z.string().nullable(),
      successor: z.string().nullable(),
      ...forExporter,
    }),
  }),
  z.object({
    template: z.enum(["officeLoss", "officeDifferences"]),
    data: z.object({ certificateId: id, certificateNumber: z.string(), exporter: z.string() }),
  }),
  z.object({
    template: z.enum(authorityWarnings),
    data: z.object({ certificateNumber: z.string(), authority: z.string() }),
  }),
  z.object({
    template: z.enum(confirmationAsks),
    data: z.object({ certificateNumber: z.string(), authority: z.string(), linkId: id }),
  }),
  z.object({
    template: z.literal("receiptSigned"),
    data: z.object({ certificateNumber: z.string(), authority: z.string(), receiptId: id }),
  }),
  z.object({ template: z.enum(announcements), data: announcementData }),
  z.object({ template: z.literal("digest"), data: digestData }),
  z.object({ template: z.enum(peopleTemplates), data: peopleData }),
]);

export type Notice = z.infer<typeof noticeSchema>;
export type Template = Notice["template"];

type AboutPeople = Extract<Notice, { data: PeopleData; template: PeopleTemplate }>;

export function isAboutPeople(notice: Notice): notice is AboutPeople {
  return notice.template in aboutPeople;
}

export type NoticeData<T extends Template> = Extract<Notice, { template: T }>["data"];
