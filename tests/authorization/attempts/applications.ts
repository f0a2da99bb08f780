import { randomUUID } from "node:crypto";
import { createApplication } from "@/lib/applications/commands/create";
import { findEditable, lockEditable } from "@/lib/applications/commands/edit";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { checkApplication, listChecks } from "@/lib/applications/queries/check";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { findHistory } from "@/lib/applications/queries/history";
import { listApplications } from "@/lib/applications/queries/list";
import { db, transaction } from "@/lib/db";
import { bothDeclared } from "@/tests/factories/applications";
import { about, type Attempt } from "./attempt";

export const applications = {
  "applications/commands/create.ts createApplication": (viewer, { exporterId }) =>
    createApplication(viewer, exporterId, randomUUID()),
  "applications/commands/edit.ts findEditable": (viewer, { applicationId }) =>
    findEditable(db(), viewer, applicationId, "delivery"),
  "applications/commands/edit.ts lockEditable": (viewer, { applicationId }) =>
    transaction((tx) => lockEditable(tx, viewer, applicationId, "delivery")),
  "applications/commands/reply.ts replyToRequest": (viewer, { applicationId, changeRequestId }) =>
    replyToRequest(viewer, applicationId, changeRequestId, "Nothing has to change."),
  "applications/commands/save.ts saveSection": (viewer, { applicationId, version }) =>
    saveSection(viewer, applicationId, "delivery", { to: "applicant" }, version),
  "applications/commands/submit.ts submitApplication": (viewer, { applicationId, version }) =>
    submitApplication(viewer, applicationId, { version, declarations: bothDeclared }),
  "applications/commands/withdraw.ts pullBack": (viewer, { applicationId }) =>
    pullBack(viewer, applicationId),
  "applications/commands/withdraw.ts cancelApplication": (viewer, { applicationId }) =>
    cancelApplication(viewer, applicationId),
  "applications/queries/check.ts checkApplication": (viewer, { applicationId }) =>
    // What it finds is a list, which may be empty.
    checkApplication(viewer, applicationId).then((findings) => findings && { findings }),
  "applications/queries/check.ts listChecks": (viewer, { applicationId }) =>
    listChecks(viewer, applicationId).then((checks) => checks && { checks }),
  "applications/queries/find.ts findApplication": (viewer, { applicationId }) =>
    findApplication(viewer, applicationId),
  "applications/queries/find.ts findSubmission": (viewer, { applicationId }) =>
    findSubmission(viewer, applicationId, 1),
  "applications/queries/history.ts findHistory": (viewer, { applicationId }) =>
    findHistory(viewer, applicationId),
  "applications/queries/list.ts listApplications": async (viewer, { applicationId }) =>
    about(await everyPage(viewer), ({ id }) => id === applicationId),
} satisfies Record<string, Attempt>;

async function everyPage(viewer: Parameters<Attempt>[0]) {
  const rows: { id: string }[] = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page: Awaited<ReturnType<typeof listApplications>> = await listApplications(viewer, {
      view: "all",
      ...(after ? { after } : {}),
    });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}
