import { replyToRequest } from "@/lib/applications/commands/reply";
import { receiveReport, reportExport } from "@/lib/certificates/commands/export-report";
import { surrender } from "@/lib/certificates/commands/surrender";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { cancelInvitation } from "@/lib/exporters/commands/cancel-invitation";
import { changeMandate } from "@/lib/exporters/commands/change-mandate";
import { endMandate } from "@/lib/exporters/commands/end-mandate";
import { receiveOriginal } from "@/lib/imports/commands/receive-original";
import { extend } from "@/lib/reviews/commands/extend";
import { exporterViewer, officerViewer } from "@/tests/factories/people";

/** What somebody does in the portal; `by` is their id. */
export type Act = { readonly by: string } & (
  | { act: "reply"; applicationId: string; requestId: string }
  | { act: "extend"; applicationId: string; dueOn: string }
  | { act: "reportExport"; certificateId: string; on: string }
  | { act: "receiveReport"; certificateId: string; on: string; exportedOn: string }
  | { act: "surrender"; certificateId: string }
  | { act: "receiveOriginal"; importId: string; on: string }
  | { act: "moveMandate"; exporterId: string; mandateId: string; from: string; to: string }
  | { act: "endMandate"; mandateId: string }
  | { act: "cancelInvitation"; exporterId: string; invitationId: string }
  | { act: "signIn" }
);

export async function perform(act: Act): Promise<{ ok: boolean }> {
  const { by } = act;
  const owner = () => exporterViewer(by);
  switch (act.act) {
    case "reply":
      return replyToRequest(await owner(), act.applicationId, act.requestId, {
        done: true,
        note: "",
      });
    case "extend":
      return extend(await officerViewer(by), act.applicationId, {
        dueOn: act.dueOn,
        reason: "They asked for it.",
      });
    case "reportExport":
      return reportExport(await owner(), act.certificateId, { on: act.on, seen: "" });
    case "receiveReport": {
      const { on, exportedOn } = act;
      return receiveReport(await officerViewer(by), act.certificateId, { on, exportedOn });
    }
    case "surrender":
      return surrender(await officerViewer(by), act.certificateId);
    case "receiveOriginal":
      return receiveOriginal(await officerViewer(by), act.importId, { on: act.on });
    case "moveMandate": {
      const may = "view" as const;
      const [before, terms] = [act.from, act.to].map((endsOn) => ({ may, endsOn }));
      if (!before || !terms) return { ok: false };
      return changeMandate(await owner(), act.exporterId, act.mandateId, terms, before);
    }
    case "endMandate":
      return endMandate(await owner(), act.mandateId);
    case "cancelInvitation":
      return cancelInvitation(await owner(), act.exporterId, act.invitationId);
    case "signIn":
      await db().user.update({ where: { id: by }, data: { lastSignInAt: now() } });
      return { ok: true };
  }
}
