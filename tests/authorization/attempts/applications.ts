import { randomUUID } from "node:crypto";
import { askToWithdraw, takeBackWithdrawal } from "@/lib/applications/commands/ask-to-withdraw";
import { copyApplication } from "@/lib/applications/commands/copy";
import { createApplication } from "@/lib/applications/commands/create";
import { enterFromPaper } from "@/lib/applications/commands/enter-from-paper";
import { todayInOttawa } from "@/lib/clock";
import { findEditable, lockEditable } from "@/lib/applications/commands/edit";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { checkApplication, listChecks } from "@/lib/applications/queries/check";
import { findCopy } from "@/lib/applications/queries/copy";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { listActivity } from "@/lib/applications/queries/activity";
import { findHome } from "@/lib/applications/queries/home";
import { findHistory } from "@/lib/applications/queries/history";
import { findLastEdit } from "@/lib/applications/queries/last-edit";
import {
  countApplications,
  listApplications,
  listDestinations,
} from "@/lib/applications/queries/list";
import { listAll } from "@/lib/applications/queries/list-all";
import { listFilter } from "@/lib/applications/schema-list";
import { db, transaction } from "@/lib/db";
import { bothDeclared } from "@/tests/factories/applications";
import { newOfficer } from "@/tests/factories/people";
import { about, anyOf, asExporter, asOfficer, type Attempt } from "./attempt";

const wholeList = listFilter.parse({});

let typist: ReturnType<typeof newOfficer> | undefined;

export const applications = {
  // By another reviewer: whoever typed something in sees it from then on.
  "applications/commands/enter-from-paper.ts enterFromPaper": asOfficer(
    async (viewer, { exporterId }) => {
      const paper = { receivedOn: todayInOttawa(), language: "en" } as const;
      const enters = viewer.roles.includes("reviewer")
        ? await (typist ??= newOfficer("reviewer"))
        : viewer;
      return enterFromPaper(enters, exporterId, paper, randomUUID());
    },
  ),
  "applications/commands/create.ts createApplication": (viewer, { exporterId }) =>
    createApplication(viewer, exporterId, randomUUID()),
  "applications/commands/copy.ts copyApplication": (viewer, { applicationId }) =>
    copyApplication(viewer, applicationId, randomUUID()),
  "applications/commands/edit.ts findEditable": (viewer, { applicationId }) =>
    findEditable(db(), viewer, applicationId, "delivery"),
  "applications/commands/edit.ts lockEditable": (viewer, { applicationId }) =>
    transaction((tx) => lockEditable(tx, viewer, applicationId, "delivery")),
  "applications/commands/reply.ts replyToRequest": (viewer, { applicationId, changeRequestId }) =>
    replyToRequest(viewer, applicationId, changeRequestId, { done: true, note: "" }),
  "applications/commands/save.ts saveSection": (viewer, { applicationId, version }) =>
    saveSection(viewer, applicationId, "delivery", { to: "applicant" }, version),
  "applications/commands/submit.ts submitApplication": (viewer, { applicationId, version }) =>
    submitApplication(viewer, applicationId, { version, declarations: bothDeclared }),
  "applications/commands/withdraw.ts pullBack": (viewer, { applicationId }) =>
    pullBack(viewer, applicationId),
  "applications/commands/withdraw.ts cancelApplication": (viewer, { applicationId }) =>
    cancelApplication(viewer, applicationId),
  "applications/commands/ask-to-withdraw.ts askToWithdraw": (viewer, { applicationId }) =>
    askToWithdraw(viewer, applicationId, "The buyer cancelled the order."),
  "applications/commands/ask-to-withdraw.ts takeBackWithdrawal": (viewer, { applicationId }) =>
    takeBackWithdrawal(viewer, applicationId),
  "applications/queries/check.ts checkApplication": (viewer, { applicationId }) =>
    // What it finds is a list, which may be empty.
    checkApplication(viewer, applicationId).then((findings) => findings && { findings }),
  "applications/queries/check.ts listChecks": (viewer, { applicationId }) =>
    listChecks(viewer, applicationId).then((checks) => checks && { checks }),
  "applications/queries/copy.ts findCopy": (viewer, { applicationId }) =>
    findCopy(viewer, applicationId),
  "applications/queries/find.ts findApplication": (viewer, { applicationId }) =>
    findApplication(viewer, applicationId),
  "applications/queries/find.ts findSubmission": (viewer, { applicationId }) =>
    findSubmission(viewer, applicationId, 1),
  "applications/queries/history.ts findHistory": (viewer, { applicationId }) =>
    findHistory(viewer, applicationId),
  "applications/queries/last-edit.ts findLastEdit": (viewer, { applicationId }) =>
    findLastEdit(viewer, applicationId, "delivery", 0),
  "applications/queries/list.ts listApplications": asExporter(
    async (viewer, { exporterId, applicationId }) =>
      about(
        (await listApplications(viewer, exporterId, wholeList, 1000)).rows,
        ({ id }) => id === applicationId,
      ),
  ),
  "applications/queries/list.ts countApplications": asExporter(async (viewer, { exporterId }) =>
    anyOf((await countApplications(viewer, exporterId, wholeList)).all > 0),
  ),
  "applications/queries/list.ts listDestinations": asExporter((viewer, { exporterId }) =>
    listDestinations(viewer, exporterId),
  ),
  "applications/queries/home.ts findHome": asExporter((viewer, { exporterId }) =>
    findHome(viewer, exporterId).then(({ any }) => anyOf(any)),
  ),
  "applications/queries/activity.ts listActivity": asExporter((viewer, { exporterId }) =>
    listActivity(viewer, exporterId, 5),
  ),
  "applications/queries/list-all.ts listAll": asExporter((viewer, { exporterId }) =>
    listAll(viewer, exporterId, wholeList, 1000),
  ),
} satisfies Record<string, Attempt>;
