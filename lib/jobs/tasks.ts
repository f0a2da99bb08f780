import "server-only";
import { z } from "zod";
import { sweepKept } from "@/lib/auth/kept-text";
import { publishDue } from "@/lib/broadcasts/publish";
import type { Jobs } from "@/lib/jobs/queue";
import { dispose, proposeDisposals } from "@/lib/jobs/dispose";
import { checkAudit, sealAndWriteHeads } from "@/lib/jobs/keep-audit";
import { remindConfirmations } from "@/lib/jobs/remind-confirmations";
import { remindDormant } from "@/lib/jobs/remind-dormant";
import { remindExpiring } from "@/lib/jobs/remind-expiring";
import { remindExports } from "@/lib/jobs/remind-exports";
import { remindInvitations } from "@/lib/jobs/remind-invitations";
import { remindMandates } from "@/lib/jobs/remind-mandates";
import { remindOriginals } from "@/lib/jobs/remind-originals";
import { remindReturned } from "@/lib/jobs/remind-returned";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { renderNotice, renderRejection } from "@/lib/jobs/render-letters";
import { renderOverlay, renderTestPrint } from "@/lib/jobs/render-prints";
import { renderReceipts } from "@/lib/jobs/render-receipts";
import { scanDocument, scanDocuments } from "@/lib/jobs/scan-documents";
import { sendDigests } from "@/lib/jobs/send-digests";
import { sendMail } from "@/lib/jobs/send-mail";
import { signLogCheckpoint } from "@/lib/jobs/sign-checkpoint";
import { signLists } from "@/lib/jobs/sign-status-lists";
import { sweepStorage } from "@/lib/jobs/sweep-storage";
import { tellPeople } from "@/lib/jobs/tell-people";

type Tasks = { [Name in keyof Jobs]: (payload: unknown) => Promise<void> };

const eventJob = z.object({ eventId: z.string().regex(/^\d+$/) });
const mailJob = z.object({ mailId: z.uuid() });
const submissionJob = z.object({ submissionId: z.uuid() });
const decisionJob = z.object({ decisionId: z.uuid() });
const documentJob = z.object({ documentId: z.uuid() });
const overlayJob = z.object({ stepId: z.string().regex(/^\d+$/) });
const printerJob = z.object({ printerId: z.uuid() });
const certificateJob = z.object({ certificateId: z.uuid() });

/** What the worker does for each job; each may run twice with the effect of once. */
export const tasks: Tasks = {
  tellPeople: (payload) => tellPeople(BigInt(eventJob.parse(payload).eventId)),
  sendMail: (payload) => sendMail(mailJob.parse(payload).mailId),
  renderReceipts: (payload) => renderReceipts(submissionJob.parse(payload).submissionId),
  renderNotice: (payload) => renderNotice(submissionJob.parse(payload).submissionId),
  renderRejection: (payload) => renderRejection(decisionJob.parse(payload).decisionId),
  renderCertificate: (payload) => renderCertificate(certificateJob.parse(payload).certificateId),
  renderOverlay: (payload) => renderOverlay(BigInt(overlayJob.parse(payload).stepId)),
  renderTestPrint: (payload) => renderTestPrint(printerJob.parse(payload).printerId),
  scanDocument: (payload) => scanDocument(documentJob.parse(payload).documentId),
  scanDocuments: () => scanDocuments(),
  remindReturned: () => remindReturned(),
  remindOriginals: () => remindOriginals(),
  remindExports: () => remindExports(),
  remindConfirmations: () => remindConfirmations(),
  remindMandates: () => remindMandates(),
  remindInvitations: () => remindInvitations(),
  remindExpiring: () => remindExpiring(),
  remindDormant: () => remindDormant(),
  sendDigests: () => sendDigests(),
  publishBroadcasts: () => publishDue(),
  sweepKept: () => sweepKept(),
  sweepStorage: () => sweepStorage(),
  sealAndWriteHeads: () => sealAndWriteHeads(),
  checkAudit: () => checkAudit(),
  signStatusLists: () => signLists(),
  signLogCheckpoint: () => signLogCheckpoint(),
  proposeDisposals: () => proposeDisposals(),
  dispose: () => dispose(),
};

/** What the worker does by the clock (UTC: the sweep is for the night in Ottawa), in the notation of cron. Of several workers one takes each turn. */
export const timetable = [
  "*/10 * * * * remindReturned ?id=remindReturned",
  "*/10 * * * * remindOriginals ?id=remindOriginals",
  "*/10 * * * * remindExports ?id=remindExports",
  "*/10 * * * * remindConfirmations ?id=remindConfirmations",
  "*/10 * * * * remindMandates ?id=remindMandates",
  "*/10 * * * * remindInvitations ?id=remindInvitations",
  "*/10 * * * * remindExpiring ?id=remindExpiring",
  "*/10 * * * * remindDormant ?id=remindDormant",
  "*/10 * * * * sendDigests ?id=sendDigests",
  "* * * * * publishBroadcasts ?id=publishBroadcasts",
  "*/10 * * * * sweepKept ?id=sweepKept",
  // Made up for where no worker ran at its time.
  "17 8 * * * sweepStorage ?id=sweepStorage&fill=1d",
  "47 7 * * * proposeDisposals ?id=proposeDisposals&fill=1d",
  // Six in the morning in Ottawa, five in winter.
  "0 10 * * * checkAudit ?id=checkAudit&fill=1d&jobKey=checkAudit&queue=checkAudit",
  // Signs once for each quarter hour; the other minutes find it done, or make up for it.
  "* * * * * signStatusLists ?id=signStatusLists&jobKey=signStatusLists&queue=statusLists",
  // Each signs for the noon or midnight (UTC) that was last, once; the others find it done.
  "*/10 * * * * signLogCheckpoint ?id=signLogCheckpoint&jobKey=signLogCheckpoint&queue=log",
  "* * * * * sealAndWriteHeads ?id=sealAndWriteHeads&jobKey=sealAndWriteHeads&queue=audit",
  "* * * * * scanDocuments ?id=scanDocuments&jobKey=scanDocuments&queue=scanDocuments",
].join("\n");
