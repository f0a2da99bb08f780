import { aboutPeople, type PeopleTemplate } from "@/lib/mail/about-people";
import type { Notice, Template } from "@/lib/mail/notice";

/* One example of every kind of mail. A kind without one does not compile. */

/** What a kind of mail says; also where kinds of the same shape are written as one. */
type DataOf<T extends Template, N = Notice> = N extends { template: infer U; data: infer D }
  ? T extends U
    ? D
    : never
  : never;

type Examples = { [T in Template]: { template: T; data: DataOf<T> } };

const id = "0199f0aa-0000-7000-8000-000000000001";
const number = "KPO-2026-0418";
const certificateNumber = "CA00000042";

/** `typed` stands wherever people or authorities wrote what is said; else what is usual there. */
export function mailExamples(typed?: string): Examples {
  const said = (usual: string) => typed ?? usual;
  const name = said("Maya Okafor");
  const exporter = said("Barren Lands Diamond Sales Ltd.");
  const authority = said("Kimberley Process Office of Botswana");
  const times = { submittedAt: "2026-11-20T20:42:00.000Z", dueAt: "2026-11-23T20:42:00.000Z" };
  const office = { applicationId: id, number, exporter, ...times };
  const reader = { applicationId: id, number, name, exporter };
  const due = { ...reader, dueOn: "2026-12-01" };
  const imported = {
    announcementId: id,
    importId: null,
    number: said("BW 0078214"),
    name,
    exporter,
    dueOn: "2026-12-01",
  };
  const certificate = {
    certificateId: id,
    certificateNumber,
    name,
    exporter,
    dueOn: "2026-12-09",
    sentOn: "2026-12-02",
    carrier: said("Purolator"),
    tracking: said("3391 5520 118"),
    successor: "CA00000043",
  };
  const reported = { certificateId: id, certificateNumber, exporter };
  const warned = { certificateNumber, authority };
  const announced = {
    broadcastId: id,
    name,
    titleEn: said("The office is closed on Friday"),
    titleFr: said("Le Bureau est fermé vendredi"),
    textEn: said("Applications are reviewed again on Monday.\n\nUrgent? Call the office."),
    textFr: said("Les demandes sont examinées de nouveau lundi.\n\nC’est urgent ? Appelez."),
  };
  const thread = { threadId: id, number: said(number) };
  return {
    officeSubmission: { template: "officeSubmission", data: { ...office, version: 1 } },
    officeResubmission: { template: "officeResubmission", data: { ...office, version: 3 } },
    officeWithdrawal: {
      template: "officeWithdrawal",
      data: { applicationId: id, number, exporter },
    },
    officeFileRemoved: {
      template: "officeFileRemoved",
      data: { applicationId: id, number, exporter },
    },
    officeImport: {
      template: "officeImport",
      data: { announcementId: id, number: imported.number, exporter },
    },
    officeMessage: { template: "officeMessage", data: { ...thread, exporter } },
    officeLoss: { template: "officeLoss", data: reported },
    officeDifferences: { template: "officeDifferences", data: reported },
    receipt: { template: "receipt", data: { ...reader, ...times, version: 2 } },
    submittedByOther: {
      template: "submittedByOther",
      data: { ...reader, person: said("Luc Bouchard"), submittedAt: times.submittedAt },
    },
    returned: {
      template: "returned",
      data: {
        ...due,
        sections: ["goods", "documents", "origin"],
        reasons: [
          [{ en: "A seal number differs.", fr: "Un numéro de sceau diffère." }],
          [{ en: "A page is missing.", fr: "Une page manque." }],
          [],
        ],
      },
    },
    dueSoon: { template: "dueSoon", data: due },
    overdue: { template: "overdue", data: due },
    extended: { template: "extended", data: due },
    withdrawalAccepted: { template: "withdrawalAccepted", data: reader },
    withdrawalRefused: { template: "withdrawalRefused", data: reader },
    rejected: { template: "rejected", data: reader },
    issued: { template: "issued", data: { ...reader, certificateId: id, certificateNumber } },
    referenceChanged: {
      template: "referenceChanged",
      data: { ...reader, referenceKind: "participants", from: "2026-12-01" },
    },
    fileRemoved: { template: "fileRemoved", data: { applicationId: id, number, name } },
    fileResubmitted: { template: "fileResubmitted", data: reader },
    fileToWithdraw: { template: "fileToWithdraw", data: reader },
    fileSentBack: { template: "fileSentBack", data: reader },
    importReturned: { template: "importReturned", data: imported },
    importDeclined: { template: "importDeclined", data: imported },
    importRegistered: { template: "importRegistered", data: { ...imported, importId: id } },
    importCorrected: { template: "importCorrected", data: { ...imported, importId: id } },
    originalDueSoon: { template: "originalDueSoon", data: imported },
    originalOverdue: { template: "originalOverdue", data: imported },
    certificateDispatched: { template: "certificateDispatched", data: certificate },
    certificateReplaced: { template: "certificateReplaced", data: certificate },
    certificateInvalidated: { template: "certificateInvalidated", data: certificate },
    certificateSurrendered: { template: "certificateSurrendered", data: certificate },
    certificateLost: { template: "certificateLost", data: certificate },
    certificateExpiring: { template: "certificateExpiring", data: certificate },
    certificateExpired: { template: "certificateExpired", data: certificate },
    importConfirmed: { template: "importConfirmed", data: certificate },
    exportAsked: { template: "exportAsked", data: certificate },
    reportDueSoon: { template: "reportDueSoon", data: certificate },
    reportOverdue: { template: "reportOverdue", data: certificate },
    reportReceived: { template: "reportReceived", data: certificate },
    authorityLost: { template: "authorityLost", data: warned },
    authorityInvalidated: { template: "authorityInvalidated", data: warned },
    confirmationAsked: { template: "confirmationAsked", data: { ...warned, linkId: id } },
    confirmationReminded: { template: "confirmationReminded", data: { ...warned, linkId: id } },
    receiptSigned: { template: "receiptSigned", data: { ...warned, receiptId: id } },
    importConfirmation: {
      template: "importConfirmation",
      data: { confirmationId: id, number: imported.number, authority },
    },
    auditChecked: {
      template: "auditChecked",
      data: { whole: true, entries: 184_212, head: "ab".repeat(32), batch: "812" },
    },
    checkpointSigned: {
      template: "checkpointSigned",
      data: {
        size: 1204,
        note: `permits.example.ca/log\n1204\n${"q".repeat(43)}=\n\n— permits.example.ca/log ${"z".repeat(96)}\n`,
        key: `permits.example.ca/log+c74f20a3+${"k".repeat(44)}`,
      },
    },
    messageFromOffice: { template: "messageFromOffice", data: { ...thread, exporter, name } },
    messageToAnswer: { template: "messageToAnswer", data: { ...thread, exporter, name } },
    conversationAssigned: { template: "conversationAssigned", data: { ...thread, exporter, name } },
    announcement: { template: "announcement", data: announced },
    urgentAnnouncement: {
      template: "urgentAnnouncement",
      data: { ...announced, exporters: [exporter, said("Northern Facets Inc.")] },
    },
    digest: {
      template: "digest",
      data: {
        name,
        queue: { waiting: 12, overdue: 3 },
        more: 4,
        told: [
          { en: said("New message from an exporter"), fr: said("Nouveau message"), count: 2 },
          { en: "A colleague joined", fr: "Une personne s’est jointe au Bureau", count: 1 },
        ],
      },
    },
    ...aboutEverybody(said),
  };
}

type PeopleExamples = Pick<Examples, PeopleTemplate>;

function aboutEverybody(said: (usual: string) => string): PeopleExamples {
  const of = <T extends PeopleTemplate>(template: T) => ({
    template,
    data: {
      name: said("Maya Okafor"),
      exporter: said("Barren Lands Diamond Sales Ltd."),
      merged: said("Barren Lands Sales"),
      person: said("Luc Bouchard"),
      permissions: ["view" as const, "prepare" as const, "submit" as const],
      roles: ["reviewer" as const, "signatory" as const],
      endsOn: "2027-03-31",
      ...(aboutPeople[template].link ? { linkId: id } : {}),
    },
  });
  return {
    confirmAddress: of("confirmAddress"),
    addressBounced: of("addressBounced"),
    addressChanged: of("addressChanged"),
    invitationEnding: of("invitationEnding"),
    mandateEnding: of("mandateEnding"),
    representativeEnding: of("representativeEnding"),
    officerInvitationEnding: of("officerInvitationEnding"),
    dormantSoon: of("dormantSoon"),
    officerDormantSoon: of("officerDormantSoon"),
    credentialRequested: of("credentialRequested"),
    credentialToDecide: of("credentialToDecide"),
    credentialLinked: of("credentialLinked"),
    credentialRefused: of("credentialRefused"),
    invitedToRepresent: of("invitedToRepresent"),
    invitedToOwn: of("invitedToOwn"),
    invitationAccepted: of("invitationAccepted"),
    invitationDeclined: of("invitationDeclined"),
    mandateChanged: of("mandateChanged"),
    mandateRemoved: of("mandateRemoved"),
    mandateOfOtherChanged: of("mandateOfOtherChanged"),
    mandateOfOtherRemoved: of("mandateOfOtherRemoved"),
    mandateResigned: of("mandateResigned"),
    accessRequested: of("accessRequested"),
    accessAccepted: of("accessAccepted"),
    accessRefused: of("accessRefused"),
    profileMerged: of("profileMerged"),
    profileGrown: of("profileGrown"),
    officerInvited: of("officerInvited"),
    officerJoined: of("officerJoined"),
    officerChanged: of("officerChanged"),
    officerSuspended: of("officerSuspended"),
    referenceProposed: of("referenceProposed"),
    referenceSwitchedOff: of("referenceSwitchedOff"),
    referenceConfirmed: of("referenceConfirmed"),
    referenceRefused: of("referenceRefused"),
  };
}
