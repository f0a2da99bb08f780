import { randomUUID } from "node:crypto";
import { todayInOttawa } from "@/lib/clock";
import { acceptInvitation } from "@/lib/officers/commands/accept";
import { changeRoles, restore, suspend } from "@/lib/officers/commands/change";
import { cancelInvitation, invite } from "@/lib/officers/commands/invite";
import { findInvitation, findOfficer } from "@/lib/officers/queries/find";
import { listInvitations, listOfficers, officerFilter } from "@/lib/officers/queries/list";
import { publishText } from "@/lib/texts/commands/publish";
import { currentTerms, findVersions } from "@/lib/texts/queries";
import { about, asOfficer, notAllowed, sameAsUnknown, type Attempt } from "./attempt";

const reason = "Because.";

/** The office's people, and the texts that it answers for. */
export const office = {
  "officers/commands/accept.ts acceptInvitation": async (viewer, { token }) => {
    const accepted = await acceptInvitation(viewer, token);
    return !accepted.ok && accepted.error === "otherAddress" ? notAllowed : accepted;
  },
  "officers/commands/change.ts changeRoles": asOfficer((viewer, { userId, seen }) =>
    changeRoles(viewer, userId, { roles: ["auditor"], reason }, seen),
  ),
  "officers/commands/change.ts suspend": asOfficer((viewer, { userId, seen }) =>
    suspend(viewer, userId, reason, seen),
  ),
  "officers/commands/change.ts restore": asOfficer((viewer, { userId, seen }) =>
    restore(viewer, userId, reason, seen),
  ),
  "officers/commands/invite.ts invite": asOfficer((viewer) =>
    invite(viewer, { email: `${randomUUID()}@test.example`, roles: ["reviewer"] }),
  ),
  "officers/commands/invite.ts cancelInvitation": asOfficer(async (viewer, { invitationId }) =>
    sameAsUnknown("ended", await cancelInvitation(viewer, invitationId)),
  ),
  "officers/queries/find.ts findOfficer": asOfficer((viewer, { userId }) =>
    findOfficer(viewer, userId),
  ),
  "officers/queries/find.ts findInvitation": async (viewer, { token }) => {
    const found = await findInvitation(viewer, token);
    return found?.state === "otherAddress" ? notAllowed : found;
  },
  "officers/queries/list.ts listOfficers": asOfficer(async (viewer, { userId }) =>
    about(await listOfficers(viewer, officerFilter.parse({})), ({ id }) => id === userId),
  ),
  "officers/queries/list.ts listInvitations": asOfficer(async (viewer, { invitationId }) =>
    about(await listInvitations(viewer), ({ id }) => id === invitationId),
  ),
  "texts/commands/publish.ts publishText": asOfficer(async (viewer) => {
    const next = { textEn: "Terms", textFr: "Modalités", validFrom: todayInOttawa() };
    return publishText(viewer, "terms", next, (await currentTerms())?.version ?? 0);
  }),
  "texts/queries.ts findVersions": asOfficer((viewer) => findVersions(viewer, "terms")),
} satisfies Record<string, Attempt>;
