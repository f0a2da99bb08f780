import type { Viewer } from "@/lib/auth/viewer";
import type { Template } from "@/lib/mail/notice";
import type { NoticeChannel } from "@/prisma/generated/enums";

/**
 * The types of notice a person chooses about: in the portal's list only, or by email as well. Those that are
 * urgent always come by email too. `readers` says who is ever told of such a thing.
 */
export const noticeTypes = {
  submission: { urgent: false, readers: ["exporter"] },
  returned: { urgent: true, readers: ["exporter"] },
  decision: { urgent: false, readers: ["exporter"] },
  withdrawal: { urgent: false, readers: ["exporter"] },
  deadline: { urgent: true, readers: ["exporter"] },
  certificate: { urgent: false, readers: ["exporter"] },
  notInForce: { urgent: true, readers: ["exporter"] },
  exportReport: { urgent: true, readers: ["exporter"] },
  imports: { urgent: false, readers: ["exporter"] },
  original: { urgent: true, readers: ["exporter"] },
  documents: { urgent: true, readers: ["exporter", "officer"] },
  messages: { urgent: false, readers: ["exporter", "officer"] },
  representatives: { urgent: false, readers: ["exporter"] },
  account: { urgent: true, readers: ["exporter", "officer"] },
  referenceChange: { urgent: false, readers: ["exporter"] },
  office: { urgent: false, readers: ["officer"] },
  announcement: { urgent: false, readers: ["exporter"] },
  urgentAnnouncement: { urgent: true, readers: ["exporter"] },
} as const satisfies Record<string, TypeOfNotice>;

interface TypeOfNotice {
  readonly urgent: boolean;
  readonly readers: readonly Viewer["kind"][];
}

export type NoticeType = keyof typeof noticeTypes;
export const allNoticeTypes = Object.keys(noticeTypes) as NoticeType[];

export function isNoticeType(text: string): text is NoticeType {
  return Object.hasOwn(noticeTypes, text);
}

/** Of which types somebody in this quality is ever told. */
export function typesFor(kind: Viewer["kind"]): NoticeType[] {
  return allNoticeTypes.filter((type) => {
    const { readers }: TypeOfNotice = noticeTypes[type];
    return readers.includes(kind);
  });
}

/** What they may choose for it: urgent ones always come by email, and only the office has a morning mail. */
export function channelsFor(kind: Viewer["kind"], type: NoticeType): readonly NoticeChannel[] {
  if (noticeTypes[type].urgent) return ["email"];
  return kind === "officer" ? ["portal", "email", "digest"] : ["portal", "email"];
}

/** Of which type a mail is in the portal's list; null where its reader has no account, or is an office's mailbox. */
export const typeOfTemplate: Record<Template, NoticeType | null> = {
  officeSubmission: null,
  officeResubmission: null,
  officeWithdrawal: null,
  officeFileRemoved: null,
  officeImport: null,
  officeMessage: null,
  officeLoss: null,
  officeDifferences: null,
  auditChecked: null,
  checkpointSigned: null,
  importConfirmation: null,
  authorityLost: null,
  authorityInvalidated: null,
  confirmationAsked: null,
  confirmationReminded: null,
  receiptSigned: null,
  // Of notices that stand in the list already.
  digest: null,
  // To an address that is not, or no longer, known to be an account's.
  confirmAddress: null,
  addressChanged: null,
  invitedToRepresent: null,
  invitedToOwn: null,
  invitationEnding: null,
  officerInvited: null,
  officerInvitationEnding: null,
  receipt: "submission",
  submittedByOther: "submission",
  returned: "returned",
  dueSoon: "deadline",
  overdue: "deadline",
  extended: "deadline",
  withdrawalAccepted: "withdrawal",
  withdrawalRefused: "withdrawal",
  rejected: "decision",
  issued: "decision",
  referenceChanged: "referenceChange",
  fileRemoved: "documents",
  importReturned: "imports",
  importDeclined: "imports",
  importRegistered: "imports",
  importCorrected: "imports",
  originalDueSoon: "original",
  originalOverdue: "original",
  certificateDispatched: "certificate",
  certificateReplaced: "notInForce",
  certificateInvalidated: "notInForce",
  certificateSurrendered: "certificate",
  certificateLost: "notInForce",
  certificateExpired: "certificate",
  importConfirmed: "certificate",
  exportAsked: "exportReport",
  reportDueSoon: "exportReport",
  reportOverdue: "exportReport",
  reportReceived: "certificate",
  addressBounced: "account",
  certificateExpiring: "exportReport",
  credentialRequested: "account",
  credentialToDecide: "account",
  credentialLinked: "account",
  credentialRefused: "account",
  officerChanged: "account",
  officerSuspended: "account",
  dormantSoon: "account",
  invitationAccepted: "representatives",
  invitationDeclined: "representatives",
  mandateChanged: "representatives",
  mandateRemoved: "representatives",
  mandateResigned: "representatives",
  mandateEnding: "representatives",
  representativeEnding: "representatives",
  mandateOfOtherChanged: "representatives",
  mandateOfOtherRemoved: "representatives",
  accessRequested: "representatives",
  accessAccepted: "representatives",
  accessRefused: "representatives",
  profileMerged: "representatives",
  profileGrown: "representatives",
  messageFromOffice: "messages",
  messageToAnswer: "messages",
  conversationAssigned: "messages",
  announcement: "announcement",
  urgentAnnouncement: "urgentAnnouncement",
  fileResubmitted: "office",
  fileToWithdraw: "office",
  fileSentBack: "office",
  officerJoined: "office",
  officerDormantSoon: "office",
  referenceProposed: "office",
  referenceSwitchedOff: "office",
  referenceConfirmed: "office",
  referenceRefused: "office",
};
