import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { isOwner, visibleTo } from "@/lib/exporters/access";
import { requestsFor } from "@/lib/exporters/access-requests";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** The viewer's own requests, newest first. Only an accepted one says whose the number is. */
export async function listAccessRequests(viewer: ExporterViewer) {
  const requests = await db().accessRequest.findMany({
    where: { requesterId: viewer.userId },
    select: {
      id: true,
      businessNumber: true,
      reason: true,
      createdAt: true,
      answeredAt: true,
      answeredById: true,
      accepted: true,
    },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  return requests.map(({ accepted, answeredAt, answeredById, ...request }) => ({
    ...request,
    state: stateOf({ accepted, answeredAt, withdrawn: answeredById === viewer.userId }),
  }));
}

interface Answer {
  readonly accepted: boolean | null;
  readonly answeredAt: Date | null;
  readonly withdrawn: boolean;
}

type RequestState = "waiting" | "withdrawn" | "accepted" | "refused";

function stateOf({ accepted, answeredAt, withdrawn }: Answer): RequestState {
  if (answeredAt === null) return "waiting";
  if (withdrawn) return "withdrawn";
  return accepted ? "accepted" : "refused";
}

/** An open or answered request to act for a profile, for its owner, or null. */
export async function findAccessRequest(
  viewer: ExporterViewer,
  exporterId: string,
  requestId: string,
) {
  const exporter = await db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), idIs(exporterId)] },
    select: { id: true, legalName: true, businessNumber: true },
  });
  if (!exporter || !isOwner(viewer, exporter.id)) return null;
  const request = await db().accessRequest.findFirst({
    where: { AND: [requestsFor(exporter, viewer.userId), idIs(requestId)] },
    select: {
      id: true,
      reason: true,
      createdAt: true,
      answeredAt: true,
      requester: { select: { ...named.select, email: true } },
    },
  });
  if (!request) return null;
  const { requester, answeredAt, ...rest } = request;
  return {
    ...rest,
    exporter: { id: exporter.id, legalName: exporter.legalName },
    name: fullName(requester),
    email: requester.email,
    open: answeredAt === null,
  };
}
