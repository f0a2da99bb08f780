import { check } from "@/lib/audit/commands/check";
import { exportAudit } from "@/lib/audit/commands/export";
import { findChainState, listChecks } from "@/lib/audit/queries/chain-state";
import { listAudit } from "@/lib/audit/queries/list-audit";
import { listTimeline, timelineKinds } from "@/lib/audit/queries/list-timeline";
import { auditFilter } from "@/lib/audit/schema";
import { approveDisposals } from "@/lib/retention/commands/approve";
import { endHold, setHold } from "@/lib/retention/commands/hold";
import { findHold, listDue, listHolds, listRules } from "@/lib/retention/queries/find-retention";
import { about, asOfficer, sameAsUnknown, type Attempt } from "./attempt";

const reason = "The court has asked for it.";

/** The trail, and what is kept for how long. */
export const audit = {
  "audit/commands/check.ts check": asOfficer((viewer) => check(viewer, {})),
  "audit/commands/export.ts exportAudit": asOfficer((viewer) =>
    exportAudit(viewer, auditFilter.parse({ what: "denials" })),
  ),
  "audit/queries/chain-state.ts findChainState": asOfficer((viewer) => findChainState(viewer)),
  "audit/queries/chain-state.ts listChecks": asOfficer((viewer) => listChecks(viewer)),
  "audit/queries/list-audit.ts listAudit": asOfficer(async (viewer, { applicationId }) => {
    const { entries } = await listAudit(viewer, auditFilter.parse({ record: applicationId }));
    return about(entries, ({ application }) => application?.id === applicationId);
  }),
  "audit/queries/list-timeline.ts listTimeline": asOfficer(
    (viewer, { kind, recordId, applicationId }) => {
      const named = timelineKinds.find((each) => each === kind);
      return listTimeline(
        viewer,
        named ? { kind: named, id: recordId } : { kind: "application", id: applicationId },
      );
    },
  ),
  "retention/commands/approve.ts approveDisposals": asOfficer(async (viewer, { disposalId }) => {
    const approved = await approveDisposals(viewer, [disposalId]);
    return approved.ok && approved.value.count === 0 ? { ok: false, error: "notFound" } : approved;
  }),
  "retention/commands/hold.ts setHold": asOfficer(async (viewer, { number }) =>
    sameAsUnknown("number.notFound", await setHold(viewer, { number, reason })),
  ),
  "retention/commands/hold.ts endHold": asOfficer((viewer, { holdId }) =>
    endHold(viewer, holdId, reason),
  ),
  "retention/queries/find-retention.ts findHold": asOfficer((viewer, { holdId }) =>
    findHold(viewer, holdId),
  ),
  "retention/queries/find-retention.ts listHolds": asOfficer(async (viewer, { holdId }) =>
    about(await listHolds(viewer), ({ id }) => id === holdId),
  ),
  "retention/queries/find-retention.ts listDue": asOfficer(async (viewer, { disposalId }) =>
    about((await listDue(viewer)).rows, ({ id }) => id === disposalId),
  ),
  "retention/queries/find-retention.ts listRules": asOfficer((viewer) => listRules(viewer)),
} satisfies Record<string, Attempt>;
