import { randomUUID } from "node:crypto";
import { answerAccess } from "@/lib/exporters/commands/answer-access";
import { acceptInvitation, declineInvitation } from "@/lib/exporters/commands/answer-invitation";
import { cancelInvitation } from "@/lib/exporters/commands/cancel-invitation";
import { changeMandate } from "@/lib/exporters/commands/change-mandate";
import { endMandate } from "@/lib/exporters/commands/end-mandate";
import { invite } from "@/lib/exporters/commands/invite";
import { requestAccess, withdrawAccessRequest } from "@/lib/exporters/commands/request-access";
import { findAccessRequest, listAccessRequests } from "@/lib/exporters/queries/access-requests";
import { findMandateHistory } from "@/lib/exporters/queries/history";
import { findInvitation, listInvitations } from "@/lib/exporters/queries/invitations";
import { findMandate, listMandates } from "@/lib/exporters/queries/mandates";
import { findExporterOf } from "@/lib/exporters/queries/of-record";
import { findRepresentatives } from "@/lib/exporters/queries/representatives";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { about, asExporter, notAllowed, type Attempt } from "./attempt";

/** Who acts for a profile: mandates, invitations, and those who ask. */
export const mandates = {
  "exporters/commands/answer-access.ts answerAccess": asExporter(
    (viewer, { exporterId, requestId }) =>
      answerAccess(viewer, exporterId, requestId, { may: "view" }),
  ),
  "exporters/commands/answer-invitation.ts acceptInvitation": asExporter((viewer, { token }) =>
    acceptInvitation(viewer, token),
  ),
  "exporters/commands/answer-invitation.ts declineInvitation": asExporter((viewer, { token }) =>
    declineInvitation(viewer, token),
  ),
  "exporters/commands/cancel-invitation.ts cancelInvitation": asExporter(
    (viewer, { exporterId, invitationId }) => cancelInvitation(viewer, exporterId, invitationId),
  ),
  "exporters/commands/change-mandate.ts changeMandate": asExporter(
    (viewer, { exporterId, mandateId }) =>
      changeMandate(viewer, exporterId, mandateId, { may: "view" }, { may: "submit" }),
  ),
  "exporters/commands/end-mandate.ts endMandate": asExporter((viewer, { mandateId }) =>
    endMandate(viewer, mandateId),
  ),
  "exporters/commands/invite.ts invite": asExporter((viewer, { exporterId }) =>
    invite(viewer, exporterId, { email: `${randomUUID()}@test.example`, may: "view" }),
  ),
  "exporters/commands/request-access.ts requestAccess": asExporter((viewer) =>
    requestAccess(viewer, { businessNumber: newBusinessNumber(), reason: "We ship together." }),
  ),
  "exporters/commands/request-access.ts withdrawAccessRequest": asExporter(
    (viewer, { requestId }) => withdrawAccessRequest(viewer, requestId),
  ),
  "exporters/queries/access-requests.ts findAccessRequest": asExporter(
    (viewer, { exporterId, requestId }) => findAccessRequest(viewer, exporterId, requestId),
  ),
  "exporters/queries/access-requests.ts listAccessRequests": asExporter(
    async (viewer, { requestId }) =>
      about(await listAccessRequests(viewer), ({ id }) => id === requestId),
  ),
  "exporters/queries/history.ts findMandateHistory": asExporter((viewer, { exporterId }) =>
    findMandateHistory(viewer, exporterId, { take: 5 }),
  ),
  "exporters/queries/invitations.ts findInvitation": asExporter(async (viewer, target) => {
    const found = await findInvitation(viewer, target.token);
    return found?.state === "otherAddress" ? notAllowed : found;
  }),
  "exporters/queries/invitations.ts listInvitations": asExporter(async (viewer, target) =>
    about(await listInvitations(viewer), ({ token }) => token === target.token),
  ),
  "exporters/queries/mandates.ts findMandate": asExporter((viewer, { exporterId, mandateId }) =>
    findMandate(viewer, exporterId, mandateId),
  ),
  "exporters/queries/mandates.ts listMandates": asExporter(async (viewer, { exporterId }) =>
    about(await listMandates(viewer), ({ exporter }) => exporter.id === exporterId),
  ),
  "exporters/queries/of-record.ts findExporterOf": asExporter((viewer, { applicationId }) =>
    findExporterOf(viewer, { kind: "application", id: applicationId }),
  ),
  "exporters/queries/representatives.ts findRepresentatives": asExporter((viewer, target) =>
    findRepresentatives(viewer, target.exporterId),
  ),
} satisfies Record<string, Attempt>;
