import { randomUUID } from "node:crypto";
import { confirmChange, refuseChange, takeBackChange } from "@/lib/amendments/commands/decide";
import {
  proposeChange,
  proposeEnd,
  proposeNew,
  proposeRows,
  switchOff,
} from "@/lib/amendments/commands/propose";
import { countOpenFilesTo, findChange } from "@/lib/amendments/queries/find-change";
import { findRow } from "@/lib/amendments/queries/find-row";
import { listKindRows } from "@/lib/amendments/queries/list-kind";
import { listKinds, listOpenChanges } from "@/lib/amendments/queries/overview";
import { listRows } from "@/lib/amendments/queries/rows";
import { seenOf } from "@/lib/amendments/seen";
import { findReferenceChange } from "@/lib/applications/queries/reference-change";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { idIs } from "@/lib/row-id";
import { mine, why } from "@/tests/factories/reference";
import { about, asOfficer, type Attempt } from "./attempt";

const today = todayInOttawa();

/** The reference data that administrators keep. */
export const amendments = {
  "amendments/commands/propose.ts proposeNew": asOfficer((viewer) =>
    proposeNew(viewer, "mines", mine(`N-${randomUUID().slice(0, 8)}`), why),
  ),
  "amendments/commands/propose.ts proposeChange": asOfficer(async (viewer, { key }) => {
    const before = (await listRows("mines")).get(key) ?? mine("none");
    const row = { ...before, statusNote: "Other" };
    return proposeChange(viewer, "mines", key, { ...why, row, seen: seenOf(before) });
  }),
  "amendments/commands/propose.ts proposeEnd": asOfficer((viewer, { key }) =>
    proposeEnd(viewer, "participants", key, { ...why, lastDay: "2030-12-31" }),
  ),
  "amendments/commands/propose.ts proposeRows": asOfficer((viewer) =>
    proposeRows(viewer, "mines", [mine(`N-${randomUUID().slice(0, 8)}`)], why),
  ),
  "amendments/commands/propose.ts switchOff": asOfficer((viewer, { key }) =>
    switchOff(viewer, key, { order: "SOR/2026-1", registeredOn: today, reason: "Registered." }),
  ),
  "amendments/commands/decide.ts confirmChange": asOfficer((viewer, { changeId }) =>
    confirmChange(viewer, changeId),
  ),
  "amendments/commands/decide.ts refuseChange": asOfficer((viewer, { changeId }) =>
    refuseChange(viewer, changeId, "No."),
  ),
  "amendments/commands/decide.ts takeBackChange": asOfficer((viewer, { changeId }) =>
    takeBackChange(viewer, changeId),
  ),
  "amendments/queries/overview.ts listKinds": asOfficer((viewer) => listKinds(viewer)),
  "amendments/queries/overview.ts listOpenChanges": asOfficer(async (viewer, { changeId }) =>
    about(await listOpenChanges(viewer), ({ id }) => id === changeId),
  ),
  "amendments/queries/find-row.ts findRow": asOfficer((viewer, { key }) =>
    findRow(viewer, "mines", key, today),
  ),
  "amendments/queries/list-kind.ts listKindRows": asOfficer(async (viewer, target) => {
    const asked = { on: today, text: "", locale: "en" } as const;
    return about(await listKindRows(viewer, "mines", asked), ({ key }) => key === target.key);
  }),
  "amendments/queries/find-change.ts findChange": asOfficer((viewer, { changeId }) =>
    findChange(viewer, changeId),
  ),
  "amendments/queries/find-change.ts countOpenFilesTo": asOfficer(
    async (viewer, { applicationId }) => {
      const application = await db().application.findFirst({ where: idIs(applicationId) });
      const found = await countOpenFilesTo(viewer, application?.statedDestination ?? "");
      return about(found.submitted, ({ id }) => id === applicationId);
    },
  ),
  "applications/queries/reference-change.ts findReferenceChange": (viewer, { applicationId }) =>
    findReferenceChange(viewer, applicationId),
} satisfies Record<string, Attempt>;
