import { createHash } from "node:crypto";
import { askToWithdraw, takeBackWithdrawal } from "@/lib/applications/commands/ask-to-withdraw";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { currentRequests } from "@/lib/applications/requests";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { addDays } from "@/lib/calendar";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { acceptWithdrawal, refuseWithdrawal } from "@/lib/reviews/commands/answer-withdrawal";
import { claim } from "@/lib/reviews/commands/claim";
import { extend } from "@/lib/reviews/commands/extend";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { drawingAnswers, newDraft, submit } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { checklistFor } from "@/tests/factories/office";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newRepresentative,
  officerViewer,
} from "@/tests/factories/people";
import type { Aside, Exporter, Officer, Press } from "./model";

/** One application of the real portal and the six people around it. */
export interface Portal {
  readonly id: string;
  readonly certificateId: string;
  readonly exporters: Readonly<Record<Exporter, ExporterViewer>>;
  readonly officers: Readonly<Record<Officer, OfficerViewer>>;
  days: number;
}

export type People = Pick<Portal, "exporters" | "officers"> & { readonly exporterId: string };

export const drawn = "40.00";
export const registered = "100.00";
const answersOf = (certificateId: string) => drawingAnswers(certificateId, drawn);

export async function newPeople(): Promise<People> {
  const { exporterId, owner } = await newExporter();
  const submitter = await newRepresentative(exporterId);
  const preparer = await newRepresentative(exporterId, ["view", "prepare"]);
  const [nora, samir, marie] = [
    await newOfficer("reviewer"),
    await newOfficer("reviewer"),
    await newOfficer("signatory"),
  ];
  return {
    exporterId,
    exporters: { owner: await exporterViewer(owner.userId), submitter, preparer },
    officers: { nora, samir, marie },
  };
}

export async function newPortal({ exporterId, exporters, officers }: People): Promise<Portal> {
  setClock(null);
  const { id: certificateId } = await newImportCertificate({ exporterId, carats: registered });
  const id = await newDraft(exporters.owner, exporterId, answersOf(certificateId));
  return { id, certificateId, exporters, officers, days: 0 };
}

const isOfficer = (who: string): who is Officer => ["nora", "samir", "marie"].includes(who);
const refused = { ok: false };

/** Presses the same as the model does, by the portal's own commands; what takes another kind of person is refused. */
export async function press(portal: Portal, { move, by, outcome = "issue" }: Press) {
  const { id, certificateId } = portal;
  if (!isOfficer(by)) {
    const viewer = portal.exporters[by];
    switch (move) {
      case "submit":
        return submit(viewer, id);
      case "pullBack":
        return pullBack(viewer, id);
      case "cancel":
        return cancelApplication(viewer, id);
      case "beginReview":
      case "returnForChanges":
      case "extend":
      case "recommend":
      case "sendBack":
      case "issue":
      case "reject":
      case "acceptWithdrawal":
        return refused;
    }
  }
  const viewer = await steppedUp(portal, by);
  const dueOn = addDays(todayInOttawa(), 5);
  const reason = "As the papers say.";
  const checklist = checklistFor(answersOf(certificateId));
  switch (move) {
    case "beginReview":
      return (await statusOf(id)) === "submitted" ? claim(viewer, id) : refused;
    case "returnForChanges":
      return returnForChanges(viewer, id, {
        dueOn,
        requests: [
          { section: "origin", field: "origins[0].usd", reason },
          { section: "documents", reason },
        ],
      });
    case "extend":
      return extend(viewer, id, { dueOn: addDays(await latest(id, dueOn), 1), reason });
    case "recommend": {
      const ground = (await statusOf(id)) === "returned" ? "not_remedied" : "not_accurate";
      return recommend(
        viewer,
        id,
        outcome === "issue"
          ? { outcome, reasons: reason, checklist }
          : { outcome, reasons: reason, ground, checklist },
      );
    }
    case "sendBack":
      return sendBack(viewer, id, reason);
    case "issue":
      return issueCertificate(viewer, id);
    case "reject":
      return reject(viewer, id, { reasons: reason, ground: "not_accurate" });
    case "acceptWithdrawal":
      return acceptWithdrawal(viewer, id, await openWithdrawal(id));
    case "submit":
    case "pullBack":
    case "cancel":
      return refused;
  }
}

export async function pressAside(portal: Portal, aside: Aside): Promise<{ ok: boolean }> {
  const { id, exporters, officers } = portal;
  switch (aside.aside) {
    case "answer":
    case "takeBackAnswer": {
      const reply = { done: aside.aside === "answer", note: "" };
      const requestId = await requestAt(id, aside.request);
      return replyToRequest(exporters[aside.by], id, requestId, reply);
    }
    case "askToWithdraw":
      return askToWithdraw(exporters[aside.by], id, "The buyer cancelled.");
    case "takeBackWithdrawal":
      return takeBackWithdrawal(exporters[aside.by], id);
    case "refuseWithdrawal":
      return refuseWithdrawal(officers[aside.by], id, await openWithdrawal(id), "Not now.");
    case "release":
      return release(officers[aside.by], id);
    case "claim":
      return (await statusOf(id)) === "submitted" ? refused : claim(officers[aside.by], id);
    case "dayPasses":
      // Longer than any day to answer by that somebody has set.
      portal.days += 40;
      setClock(new Date(Date.now() + portal.days * 86_400_000));
      return { ok: true };
  }
}

async function steppedUp({ officers, days }: Portal, by: Officer): Promise<OfficerViewer> {
  return officerViewer(officers[by].userId, new Date(Date.now() + days * 86_400_000));
}

async function statusOf(id: string) {
  return (await db().application.findUniqueOrThrow({ where: { id } })).status;
}

async function latest(id: string, day: string): Promise<string> {
  const { answerDueOn } = await db().application.findUniqueOrThrow({ where: { id } });
  const set = answerDueOn?.toISOString().slice(0, 10) ?? day;
  return set > day ? set : day;
}

async function openWithdrawal(id: string): Promise<string> {
  const open = await db().withdrawalRequest.findFirst({
    where: { applicationId: id, outcome: null },
  });
  return open?.id ?? "none";
}

async function requestAt(id: string, place: number): Promise<string> {
  const all = await db().changeRequest.findMany({
    where: { applicationId: id },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  return currentRequests(all)[place]?.id ?? "none";
}

/** All that the invariants look at, read in one go. */
export async function look({ id, certificateId }: Portal) {
  const [application, balance] = await Promise.all([
    db().application.findUniqueOrThrow({
      where: { id },
      include: {
        submissions: { orderBy: { version: "asc" } },
        clock: { orderBy: { id: "asc" } },
        changeRequests: true,
        withdrawals: { where: { outcome: null } },
        decision: true,
      },
    }),
    db().importBalance.findUniqueOrThrow({ where: { importCertificateId: certificateId } }),
  ]);
  const hashes = application.submissions.map(({ snapshot }) =>
    createHash("sha256").update(JSON.stringify(snapshot)).digest("hex"),
  );
  return { ...application, hashes, balance };
}
export type Looked = Awaited<ReturnType<typeof look>>;
