import { render } from "@react-email/render";
import { createElement } from "react";
import type { Locale } from "@/lib/i18n/routing";
import type { Content, Part } from "@/lib/mail/content";
import { footOf } from "@/lib/mail/foot";
import { MailLayout } from "@/lib/mail/mail-layout";
import { isAboutPeople, type Notice } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import { partText, plainText } from "@/lib/mail/plain-text";
import { aboutApplication } from "@/lib/mail/templates/about-application";
import { aboutCertificate } from "@/lib/mail/templates/about-certificate";
import { aboutImport } from "@/lib/mail/templates/about-import";
import { announcement } from "@/lib/mail/templates/announcement";
import { auditChecked } from "@/lib/mail/templates/audit-checked";
import { checkpointSigned } from "@/lib/mail/templates/checkpoint-signed";
import { confirmationAsk, receiptSigned } from "@/lib/mail/templates/confirmation-ask";
import { digest } from "@/lib/mail/templates/digest";
import { fileRemoved, officeFileRemoved } from "@/lib/mail/templates/file-removed";
import { importConfirmation } from "@/lib/mail/templates/import-confirmation";
import { issued } from "@/lib/mail/templates/issued";
import { messageFromOffice, messageToOffice } from "@/lib/mail/templates/message";
import { officeImport } from "@/lib/mail/templates/office-import";
import { officeSubmission } from "@/lib/mail/templates/office-submission";
import { officeWithdrawal } from "@/lib/mail/templates/office-withdrawal";
import { receipt } from "@/lib/mail/templates/receipt";
import { referenceChanged } from "@/lib/mail/templates/reference-changed";
import { rejected } from "@/lib/mail/templates/rejected";
import { returned } from "@/lib/mail/templates/returned";
import { submittedByOther } from "@/lib/mail/templates/submitted-by-other";
import { toReviewer } from "@/lib/mail/templates/to-reviewer";
import { people } from "@/lib/mail/templates/people";
import { toOffice, warning } from "@/lib/mail/templates/warning";
import { wordsOf } from "@/lib/mail/words";
import type { Words } from "@/lib/mail/words";

export type Composed = { subject: string; html: string; text: string };

/**
 * The whole mail in both languages, the reader's first. The same notice gives the same bytes each time,
 * so that a repeated send is recognized by the provider. `origin` is PORTAL_URL, `officeMailbox` the
 * address at the foot, `tokenOf` makes the token of a link.
 */
export async function compose(
  notice: Notice,
  reader: Locale,
  { origin, officeMailbox, tokenOf }: Settings,
): Promise<Composed> {
  const first = partOf(notice, wordsOf(reader, origin), tokenOf);
  const second = partOf(notice, wordsOf(reader === "en" ? "fr" : "en", origin), tokenOf);
  const subject = oneLine(`${first.content.subject} / ${second.content.subject}`);
  return {
    subject,
    html: await render(createElement(MailLayout, { subject, first, second, officeMailbox })),
    text: plainText(first, second, officeMailbox),
  };
}

/** The subject of a notice in both languages, as the lists of the portal show it. */
export function subjectsOf(notice: Notice): Record<Locale, string> {
  const subject = (locale: Locale) =>
    oneLine(contentOf(notice, wordsOf(locale, ""), hidden).subject);
  return { en: subject("en"), fr: subject("fr") };
}

/** What a notice says in one language, as its own page in the portal shows it; its button leads within the portal. */
export function contentFor(notice: Notice, locale: Locale): Content {
  return contentOf(notice, wordsOf(locale, ""), noLink);
}

/** What a mail says in both languages, for whoever looks after it: without the tokens of its links. */
export function shownMail(notice: Notice, origin: string): Record<Locale, Shown> {
  const shown = (locale: Locale): Shown => {
    const part = partOf(notice, wordsOf(locale, origin), hidden);
    return { subject: oneLine(part.content.subject), text: partText(part) };
  };
  return { en: shown("en"), fr: shown("fr") };
}

export type Shown = { subject: string; text: string };

/** Whoever has the token of a link is whoever it was sent to. */
const hidden = () => "*****";

/** Only mail to an address carries the token of a link. */
function noLink(): never {
  throw new Error("A notice in the portal has no link of its own.");
}

type Settings = { origin: string; officeMailbox: string; tokenOf: (id: string) => string };

function partOf(notice: Notice, words: Words, tokenOf: Settings["tokenOf"]): Part {
  const content = contentOf(notice, words, tokenOf);
  return { words, content, foot: footOf(notice.template, words) };
}

function contentOf(notice: Notice, words: Words, tokenOf: Settings["tokenOf"]): Content {
  if (isAboutPeople(notice)) return people(notice.template, notice.data, words, tokenOf);
  switch (notice.template) {
    case "officeSubmission":
    case "officeResubmission":
      return officeSubmission(notice.template, notice.data, words);
    case "officeWithdrawal":
      return officeWithdrawal(notice.data, words);
    case "fileResubmitted":
    case "fileToWithdraw":
    case "fileSentBack":
      return toReviewer(notice.template, notice.data, words);
    case "submittedByOther":
      return submittedByOther(notice.data, words);
    case "officeImport":
      return officeImport(notice.data, words);
    case "importReturned":
    case "importDeclined":
    case "importRegistered":
    case "importCorrected":
    case "originalDueSoon":
    case "originalOverdue":
      return aboutImport(notice.template, notice.data, words);
    case "certificateDispatched":
    case "exportAsked":
    case "reportDueSoon":
    case "reportOverdue":
    case "reportReceived":
    case "certificateReplaced":
    case "certificateInvalidated":
    case "certificateSurrendered":
    case "certificateLost":
    case "certificateExpiring":
    case "certificateExpired":
    case "importConfirmed":
      return aboutCertificate(notice.template, notice.data, words);
    case "officeLoss":
    case "officeDifferences":
      return toOffice(notice.template, notice.data, words);
    case "confirmationAsked":
    case "confirmationReminded":
      return confirmationAsk(notice.template, notice.data, words, tokenOf);
    case "receiptSigned":
      return receiptSigned(notice.data, words);
    case "authorityLost":
    case "authorityInvalidated":
      return warning(notice.template, notice.data, words);
    case "dueSoon":
    case "overdue":
    case "extended":
    case "withdrawalAccepted":
    case "withdrawalRefused":
      return aboutApplication(notice.template, notice.data, words);
    case "fileRemoved":
      return fileRemoved(notice.data, words);
    case "officeFileRemoved":
      return officeFileRemoved(notice.data, words);
    case "receipt":
      return receipt(notice.data, words);
    case "returned":
      return returned(notice.data, words);
    case "officeMessage":
    case "messageToAnswer":
    case "conversationAssigned":
      return messageToOffice(notice.template, notice.data, words);
    case "messageFromOffice":
      return messageFromOffice(notice.data, words);
    case "rejected":
      return rejected(notice.data, words);
    case "referenceChanged":
      return referenceChanged(notice.data, words);
    case "issued":
      return issued(notice.data, words);
    case "auditChecked":
      return auditChecked(notice.data, words);
    case "checkpointSigned":
      return checkpointSigned(notice.data, words);
    case "announcement":
    case "urgentAnnouncement":
      return announcement(notice.template, notice.data, words);
    case "digest":
      return digest(notice.data, words);
    case "importConfirmation":
      return importConfirmation(notice.data, words);
  }
}
