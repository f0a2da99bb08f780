import type { Tx } from "@/lib/db";

/** Everything the worker can be asked to do, with what it needs to know. */
export type Jobs = {
  /** Decides who is told of an event and queues their mail. */
  tellPeople: { eventId: string };
  sendMail: { mailId: string };
  renderCertificate: { certificateId: string };
  /** For pre-printed sheets. */
  renderOverlay: { stepId: string };
  renderTestPrint: { printerId: string };
  renderReceipts: { submissionId: string };
  renderNotice: { submissionId: string };
  renderRejection: { decisionId: string };
  scanDocument: { documentId: string };
  /** Asked for by the worker's own timetable. */
  remindReturned: Record<string, never>;
  remindOriginals: Record<string, never>;
  remindExports: Record<string, never>;
  remindConfirmations: Record<string, never>;
  remindMandates: Record<string, never>;
  remindInvitations: Record<string, never>;
  remindExpiring: Record<string, never>;
  remindDormant: Record<string, never>;
  sendDigests: Record<string, never>;
  publishBroadcasts: Record<string, never>;
  sweepKept: Record<string, never>;
  sweepStorage: Record<string, never>;
  scanDocuments: Record<string, never>;
  sealAndWriteHeads: Record<string, never>;
  checkAudit: Record<string, never>;
  signStatusLists: Record<string, never>;
  signLogCheckpoint: Record<string, never>;
  proposeDisposals: Record<string, never>;
  dispose: Record<string, never>;
};

export type JobName = keyof Jobs;

type JobOptions = {
  /** A waiting job with the same key is replaced, so that one job stands for many requests. */
  jobKey?: string;
  runAt?: Date;
  /** Smaller goes first, 0 where nothing is said. */
  priority?: number;
};

/** The provider takes so many mails a second: whatever else is to be done is done before those that wait. */
const last: Partial<Record<JobName, number>> = { sendMail: 10 };

/** Asks the worker for a job, in the caller's transaction: no job without its cause, no cause without its job. */
export async function addJob<Name extends JobName>(
  tx: Tx,
  task: Name,
  payload: Jobs[Name],
  { jobKey, runAt, priority }: JobOptions = {},
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    identifier => ${task}::text,
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt?.toISOString() ?? null}::timestamptz,
    job_key => ${jobKey ?? null}::text,
    priority => ${priority ?? last[task] ?? 0}::int)`;
}

/** Many of the same at once, in one statement. */
export async function addJobs<Name extends JobName>(
  tx: Tx,
  task: Name,
  jobs: readonly {
    readonly payload: Jobs[Name];
    readonly jobKey: string;
    readonly priority: number;
  }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    identifier => ${task}::text,
    payload => job -> 'payload',
    job_key => job ->> 'jobKey',
    priority => (job ->> 'priority')::int)
    FROM json_array_elements(${JSON.stringify(jobs)}::json) job`;
}
