import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createApplication } from "@/lib/applications/commands/create";
import { findEditable, lockEditable } from "@/lib/applications/commands/edit";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { checkApplication } from "@/lib/applications/queries/check";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { findHistory } from "@/lib/applications/queries/history";
import { listApplications } from "@/lib/applications/queries/list";
import type { ExporterViewer, Viewer } from "@/lib/auth/viewer";
import { findCertificate, openCertificateDocument } from "@/lib/certificates/queries";
import { db, transaction } from "@/lib/db";
import { addDocument, removeDocument, roomForDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { linkToken } from "@/lib/auth/link-token";
import { answerAccess } from "@/lib/exporters/commands/answer-access";
import { acceptInvitation, declineInvitation } from "@/lib/exporters/commands/answer-invitation";
import { cancelInvitation } from "@/lib/exporters/commands/cancel-invitation";
import { changeMandate } from "@/lib/exporters/commands/change-mandate";
import { createExporter } from "@/lib/exporters/commands/create";
import { endMandate } from "@/lib/exporters/commands/end-mandate";
import { invite } from "@/lib/exporters/commands/invite";
import { requestAccess, withdrawAccessRequest } from "@/lib/exporters/commands/request-access";
import { saveExporter } from "@/lib/exporters/commands/save";
import { findAccessRequest, listAccessRequests } from "@/lib/exporters/queries/access-requests";
import { findExporter } from "@/lib/exporters/queries/find";
import { findMandateHistory } from "@/lib/exporters/queries/history";
import { listInvitations } from "@/lib/exporters/queries/invitations";
import { findMandate } from "@/lib/exporters/queries/mandates";
import { findExporterOf } from "@/lib/exporters/queries/of-record";
import { findRepresentatives } from "@/lib/exporters/queries/representatives";
import { listImportBalances } from "@/lib/imports/queries";
import { acceptCredential, refuseCredential } from "@/lib/people/commands/decide-credential";
import { findLink, listCredentialRequests } from "@/lib/people/queries";
import {
  bothDeclared,
  drawingAnswers,
  newDraft,
  newSubmitted,
  pdf,
} from "./factories/applications";
import { newImportCertificate } from "./factories/imports";
import { issueSubmitted } from "./factories/office";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newPerson,
  newRepresentative,
} from "./factories/people";
import { profile } from "./factories/profile";

/*
 * Somebody of another exporter reaches nothing through any query or command: not a draft, not what was
 * submitted, not a certificate, not a file. A new function that takes a viewer must be added below.
 */

const notFound = { ok: false, error: "notFound" };

interface Theirs {
  exporterId: string;
  draft: string;
  submitted: string;
  issued: string;
  document: string;
  certificate: string;
  token: string;
  mandate: string;
  invitation: string;
  access: string;
  /** Somebody asks to sign in as the owner with a new credential. */
  request: string;
}
let theirs: Theirs;

beforeAll(async () => {
  const { exporterId, owner } = await newExporter({ businessNumber: "123456782" });
  const imported = await newImportCertificate({ exporterId });
  const draft = await newDraft(owner, exporterId, drawingAnswers(imported.id, "5.00"));
  const issued = await newSubmitted(owner, exporterId);
  const { certificateId } = await issueSubmitted(issued);
  const { creationToken } = await db().exporter.findUniqueOrThrow({ where: { id: exporterId } });
  const helper = await newRepresentative(exporterId);
  const mandate = await db().mandate.findFirstOrThrow({
    where: { exporterId, userId: helper.userId },
  });
  const invited = await invite(owner, exporterId, { email: "asked@isolation.example", may: "own" });
  if (!invited.ok) throw new Error(invited.error);
  const asker = await newPerson();
  await requestAccess(asker, { businessNumber: "123456782", reason: "Because." });
  const access = await db().accessRequest.findFirstOrThrow({
    where: { requesterId: asker.userId },
  });
  const requester = await newPerson();
  const request = await db().credentialRequest.create({
    data: { requesterId: requester.userId, userId: owner.userId },
  });
  const document = await db().document.findFirstOrThrow({ where: { applicationId: draft } });
  theirs = {
    exporterId,
    draft,
    submitted: await newSubmitted(owner, exporterId),
    issued,
    document: document.id,
    certificate: certificateId,
    token: creationToken,
    mandate: mandate.id,
    invitation: invited.value.invitationId,
    access: access.id,
    request: request.id,
  };
});

const upload = () => ({ name: "a.pdf", size: pdf.length, content: pdf });

const nothing = <T>(rows: readonly T[]) => (rows.length === 0 ? null : rows);

/** Every function with a viewer: what it says to somebody who may not. */
const attempts: Record<string, (viewer: ExporterViewer, id: string) => Promise<unknown>> = {
  "applications/commands/create.ts createApplication": (viewer) =>
    createApplication(viewer, theirs.exporterId, randomUUID()),
  "applications/commands/edit.ts findEditable": (viewer, id) =>
    findEditable(db(), viewer, id, "delivery"),
  "applications/commands/edit.ts lockEditable": (viewer, id) =>
    transaction((tx) => lockEditable(tx, viewer, id, "delivery")),
  "applications/commands/reply.ts replyToRequest": (viewer, id) =>
    replyToRequest(viewer, id, randomUUID(), "Hello"),
  "applications/commands/save.ts saveSection": (viewer, id) =>
    saveSection(viewer, id, "delivery", { to: "applicant" }, 1),
  "applications/commands/submit.ts submitApplication": (viewer, id) =>
    submitApplication(viewer, id, { version: 1, declarations: bothDeclared }),
  "applications/commands/withdraw.ts pullBack": pullBack,
  "applications/commands/withdraw.ts cancelApplication": cancelApplication,
  "applications/queries/check.ts checkApplication": checkApplication,
  "applications/queries/find.ts findApplication": findApplication,
  "applications/queries/find.ts findSubmission": (viewer, id) => findSubmission(viewer, id, 1),
  "applications/queries/history.ts findHistory": findHistory,
  "applications/queries/list.ts listApplications": async (viewer) => {
    const { rows } = await listApplications(viewer, { view: "all" });
    return rows.length === 0 ? null : rows;
  },
  "certificates/queries.ts findCertificate": (viewer) =>
    findCertificate(viewer, theirs.certificate),
  "certificates/queries.ts openCertificateDocument": (viewer) =>
    openCertificateDocument(viewer, theirs.certificate),
  "documents/commands.ts addDocument": (viewer, id) => addDocument(viewer, id, "other", upload()),
  "documents/commands.ts roomForDocument": roomForDocument,
  "documents/commands.ts removeDocument": (viewer, id) =>
    removeDocument(viewer, id, theirs.document),
  "documents/queries.ts openDocument": (viewer) => openDocument(viewer, theirs.document),
  "exporters/commands/answer-access.ts answerAccess": (viewer) =>
    answerAccess(viewer, theirs.exporterId, theirs.access, { may: "view" }),
  "exporters/commands/answer-invitation.ts acceptInvitation": (viewer) =>
    acceptInvitation(viewer, linkToken(theirs.invitation)),
  "exporters/commands/answer-invitation.ts declineInvitation": (viewer) =>
    declineInvitation(viewer, linkToken(theirs.invitation)),
  "exporters/commands/cancel-invitation.ts cancelInvitation": (viewer) =>
    cancelInvitation(viewer, theirs.exporterId, theirs.invitation),
  "exporters/commands/change-mandate.ts changeMandate": (viewer) =>
    changeMandate(viewer, theirs.exporterId, theirs.mandate, { may: "view" }, { may: "submit" }),
  "exporters/commands/end-mandate.ts endMandate": (viewer) => endMandate(viewer, theirs.mandate),
  "exporters/commands/invite.ts invite": (viewer) =>
    invite(viewer, theirs.exporterId, { email: "somebody@isolation.example", may: "view" }),
  "exporters/commands/request-access.ts withdrawAccessRequest": (viewer) =>
    withdrawAccessRequest(viewer, theirs.access),
  "exporters/commands/create.ts createExporter": (viewer) =>
    createExporter(viewer, profile(), theirs.token),
  "exporters/commands/save.ts saveExporter": (viewer) =>
    saveExporter(viewer, theirs.exporterId, profile(), 1),
  "exporters/queries/access-requests.ts findAccessRequest": (viewer) =>
    findAccessRequest(viewer, theirs.exporterId, theirs.access),
  "exporters/queries/access-requests.ts listAccessRequests": (viewer) =>
    listAccessRequests(viewer).then(nothing),
  "exporters/queries/find.ts findExporter": (viewer) => findExporter(viewer, theirs.exporterId),
  "exporters/queries/history.ts findMandateHistory": (viewer) =>
    findMandateHistory(viewer, theirs.exporterId, { take: 5 }),
  "exporters/queries/invitations.ts listInvitations": (viewer) =>
    listInvitations(viewer).then(nothing),
  "exporters/queries/mandates.ts findMandate": (viewer) =>
    findMandate(viewer, theirs.exporterId, theirs.mandate),
  "exporters/queries/of-record.ts findExporterOf": (viewer, id) =>
    findExporterOf(viewer, { kind: "application", id }),
  "exporters/queries/representatives.ts findRepresentatives": (viewer) =>
    findRepresentatives(viewer, theirs.exporterId),
  "imports/queries.ts listImportBalances": async (viewer) => {
    const rows = await listImportBalances(viewer, theirs.exporterId, theirs.draft);
    return rows.length === 0 ? null : rows;
  },
  "people/commands/decide-credential.ts acceptCredential": (viewer) =>
    acceptCredential(viewer, theirs.request),
  "people/commands/decide-credential.ts refuseCredential": (viewer) =>
    refuseCredential(viewer, theirs.request),
  "people/queries.ts findLink": (_viewer, id) => findLink(id),
  "people/queries.ts listCredentialRequests": async (viewer) => {
    const rows = await listCredentialRequests(viewer);
    return rows.length === 0 ? null : rows;
  },
};

/** Functions that take no person's word: they are called with what a command has already checked. */
const inside = [
  "applications/commands/edit.ts leaveTraces",
  "certificates/queries.ts checkCertificate", // for everybody, by number and code
  "certificates/queries.ts findToPrint", // for an officer, of facts that a review has gathered
  "certificates/queries.ts getSignatory",
  "exporters/commands/request-access.ts requestAccess", // for everybody, without a look at any profile
  "exporters/queries/invitations.ts findInvitation", // who holds a link to another address learns a masked one
  "exporters/queries/mandates.ts listMandates", // of the viewer alone
  "exporters/queries/of-record.ts whyRefused", // its answers to strangers are tried beside the mandates
  "imports/queries.ts getImportCertificates", // for the rules, which judge whose they are
  // The viewer's own account, and nobody else's:
  "people/commands/change-details.ts changeDetails",
  "people/commands/change-details.ts writeDetails",
  "people/commands/confirm-address.ts confirmAddress", // whoever has the link
  "people/commands/lock-person.ts lockPeople",
  "people/commands/send-link.ts introduce",
  "people/commands/send-link.ts requestAddress",
  "people/commands/send-link.ts sendAgain",
  "people/queries.ts findDetails",
  "people/queries.ts findOwnRequest",
  "people/queries.ts findPendingAddress",
  "people/queries.ts findPerson",
];

function filesOf(noun: string): string[] {
  const files = readdirSync(path.join("lib", noun), { recursive: true, encoding: "utf8" });
  return files
    .filter(
      (file) => /^(queries|commands)(\.ts|[\\/][\w-]+\.ts)$/.test(file) && !file.includes(".test."),
    )
    .map((file) => `${noun}/${file}`);
}

it("covers every query and command that an exporter's page can call", async () => {
  const nouns = ["people", "exporters", "documents", "imports", "applications", "certificates"];
  const found: string[] = [];
  for (const file of nouns.flatMap(filesOf)) {
    // Only officers issue; four eyes and roles are tested there.
    if (file === "certificates/commands/issue.ts") continue;
    const exported = (await import(/* @vite-ignore */ path.resolve("lib", file))) as Record<
      string,
      unknown
    >;
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value === "function") found.push(`${file} ${name}`);
    }
  }
  expect(found.sort()).toEqual([...Object.keys(attempts), ...inside].sort());
});

const strangers: Record<string, () => Promise<ExporterViewer>> = {
  "the owner of another profile": async () => (await newExporter()).owner,
  "a person who acts for nobody": newPerson,
  "a representative whose mandate has ended": async () => {
    const former = await newRepresentative(theirs.exporterId);
    await db().mandate.updateMany({
      where: { userId: former.userId },
      data: { endedAt: new Date() },
    });
    return exporterViewer(former.userId);
  },
  "a representative whose mandate ended yesterday": async () => {
    const former = await newRepresentative(theirs.exporterId);
    await db().mandate.updateMany({
      where: { userId: former.userId },
      data: { endsOn: new Date(Date.now() - 36 * 3_600_000) },
    });
    return exporterViewer(former.userId);
  },
};

describe.each(Object.keys(strangers))("%s", (who) => {
  it("finds nothing and changes nothing", async () => {
    const stranger = await (strangers[who] as () => Promise<ExporterViewer>)();
    const before = await everything();
    for (const [name, attempt] of Object.entries(attempts)) {
      for (const id of [
        theirs.draft,
        theirs.submitted,
        theirs.issued,
        randomUUID(),
        "not an id",
        "",
      ]) {
        const outcome = await attempt(stranger, id);
        if (outcome === null) continue;
        expect(outcome, name).toEqual(notFound);
      }
    }
    expect(await everything()).toEqual(before);
  });
});

it("gives a representative what their permissions say, no more", async () => {
  const reader = await newRepresentative(theirs.exporterId, ["view"]);
  const before = await everything();
  expect(await findApplication(reader, theirs.draft)).toMatchObject({
    permissions: ["view"],
    moves: [],
  });
  const writes = Object.keys(attempts).filter((name) => name.includes("/commands"));
  for (const name of writes)
    expect(await attempts[name]?.(reader, theirs.draft), name).toEqual(notFound);
  expect(await everything()).toEqual(before);
});

it("gives an officer nothing of a draft, and no exporter's command", async () => {
  const officer: Viewer = await newOfficer("reviewer", "signatory", "administrator");
  expect(await findApplication(officer, theirs.draft)).toBeNull();
  expect(await checkApplication(officer, theirs.draft)).toBeNull();
  expect(await findHistory(officer, theirs.draft)).toBeNull();
  expect(await openDocument(officer, theirs.document)).toBeNull();
  expect((await findApplication(officer, theirs.submitted))?.status).toBe("submitted");
  expect(await saveSection(officer, theirs.submitted, "delivery", {}, 1)).toEqual(notFound);
  expect(
    await submitApplication(officer, theirs.draft, { version: 1, declarations: bothDeclared }),
  ).toEqual(notFound);
  expect(await cancelApplication(officer, theirs.submitted)).toEqual(notFound);
  expect(await saveExporter(officer, theirs.exporterId, profile(), 1)).toEqual(notFound);
  expect(await createApplication(officer, theirs.exporterId, randomUUID())).toEqual(notFound);
});

async function everything() {
  const mandates = await db().mandate.count({ where: { endedAt: null } });
  const invitations = await db().mandateInvitation.count({ where: { outcome: null } });
  const events = await db().event.count();
  const documents = await db().document.count();
  const entries = await db().ledgerEntry.count();
  const applications = await db().application.findMany({
    select: { id: true, version: true, status: true },
    orderBy: { id: "asc" },
  });
  return { mandates, invitations, events, documents, entries, applications };
}
