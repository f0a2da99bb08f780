import type { EventKind } from "@/lib/events/event";
import { account, id, mailbox, ofExporter, type Everything, type Example } from "./event-readers";
import type { ExamplesOf } from "./event-readers";

const personId = id;
const invitation = { invitationId: id };
const invited: Partial<Everything> = { address: [mailbox("the address that is invited")] };
const request = { requestId: id };
const nothing = {};

const answered = (accepted: boolean, when: string): Example<"access.answered"> => ({
  when,
  event: { kind: "access.answered", ...ofExporter, personId, data: { ...request, accepted } },
});
const merged = (side: "from" | "into", owners: string): Example<"exporter.merged"> => ({
  when: side === "from" ? "said of the profile that ended" : "said of the one that it became",
  among: { owners: [account(owners)] },
  event: { kind: "exporter.merged", ...ofExporter, data: { mergeId: id, side, owners: [] } },
});
const ended = (by: "owner" | "self", when: string): Example<"mandate.ended"> => ({
  when,
  event: { kind: "mandate.ended", ...ofExporter, personId, data: { mandateId: id, by } },
});
const changed = (suspended: boolean, when: string): Example<"officer.changed"> => ({
  when,
  event: { kind: "officer.changed", personId, data: { roles: [], suspended, reason: "Leave." } },
});

type Kinds = Extract<
  EventKind,
  | `${"session" | "terms" | "person" | "email" | "credential" | "mandate" | "access"}.${string}`
  | `${"officer" | "exporter" | "book"}.${string}`
>;

/** About people, and who acts for whom. */
export const ofPeople: ExamplesOf<Kinds> = {
  "session.started": [{ event: { kind: "session.started", data: { acr: "2" } } }],
  "session.ended": [{ event: { kind: "session.ended", data: { by: "person" } } }],
  "terms.accepted": [{ event: { kind: "terms.accepted", data: { version: 1 } } }],
  "person.changed": [{ event: { kind: "person.changed", data: { fields: ["phone"] } } }],
  "person.searched": [{ event: { kind: "person.searched", data: { found: 1 } } }],
  "person.read": [{ event: { kind: "person.read", personId, data: nothing } }],
  "email.linkRequested": [
    {
      among: { address: [mailbox("the address to confirm")], about: { linkId: id } },
      event: { kind: "email.linkRequested", data: { confirmationId: id } },
    },
  ],
  "email.confirmed": [
    {
      among: { address: [mailbox("the former address")] },
      event: { kind: "email.confirmed", data: { confirmationId: id, former: "a@example.ca" } },
    },
  ],
  "credential.requested": [
    {
      when: "of somebody who acts for exporters",
      event: { kind: "credential.requested", personId, data: request },
    },
    {
      when: "of an officer, or of the only owner",
      among: { owners: [] },
      event: { kind: "credential.requested", personId, data: request },
    },
  ],
  "credential.linked": [{ event: { kind: "credential.linked", personId, data: request } }],
  "credential.refused": [{ event: { kind: "credential.refused", personId, data: request } }],
  "mandate.invited": [
    {
      when: "as a representative",
      among: { ...invited, about: { exporter: "Barren Lands", permissions: ["view"], linkId: id } },
      event: { kind: "mandate.invited", ...ofExporter, data: invitation },
    },
    {
      when: "as an owner",
      among: { ...invited, about: { exporter: "Barren Lands", linkId: id } },
      event: { kind: "mandate.invited", ...ofExporter, data: invitation },
    },
  ],
  "mandate.declined": [{ event: { kind: "mandate.declined", ...ofExporter, data: invitation } }],
  "mandate.invitationCancelled": [
    { event: { kind: "mandate.invitationCancelled", ...ofExporter, data: invitation } },
  ],
  "mandate.invitationEndingSoon": [
    {
      among: { ...invited, about: { exporter: "Barren Lands", linkId: id } },
      event: {
        kind: "mandate.invitationEndingSoon",
        ...ofExporter,
        data: { ...invitation, on: "2026-12-01" },
      },
    },
  ],
  "mandate.accepted": [
    {
      event: { kind: "mandate.accepted", ...ofExporter, data: { ...invitation, mandateId: id } },
    },
  ],
  "mandate.changed": [
    {
      event: {
        kind: "mandate.changed",
        ...ofExporter,
        personId,
        data: { mandateId: id, permissions: ["view"], endsOn: null },
      },
    },
  ],
  "mandate.ended": [ended("owner", "by an owner"), ended("self", "by the representative")],
  "mandate.endingSoon": [
    {
      event: {
        kind: "mandate.endingSoon",
        ...ofExporter,
        personId,
        data: { mandateId: id, endsOn: "2026-12-31" },
      },
    },
  ],
  "access.requested": [{ event: { kind: "access.requested", data: request } }],
  "access.withdrawn": [{ event: { kind: "access.withdrawn", data: request } }],
  "access.answered": [answered(true, "accepted"), answered(false, "refused")],
  "access.denied": [
    {
      event: {
        kind: "access.denied",
        data: { thing: "application", id, address: "/applications/[applicationId]", why: "record" },
      },
    },
  ],
  "officer.invited": [
    {
      among: { ...invited, about: { roles: ["reviewer"], linkId: id } },
      event: { kind: "officer.invited", data: invitation },
    },
  ],
  "officer.invitationCancelled": [
    { event: { kind: "officer.invitationCancelled", data: invitation } },
  ],
  "officer.invitationEndingSoon": [
    {
      among: { ...invited, about: { roles: ["reviewer"], linkId: id } },
      event: { kind: "officer.invitationEndingSoon", data: { ...invitation, on: "2026-12-01" } },
    },
  ],
  "officer.joined": [
    { event: { kind: "officer.joined", personId, data: { ...invitation, roles: ["reviewer"] } } },
  ],
  "officer.changed": [changed(false, "other roles, or back"), changed(true, "suspended")],
  "officer.dormantSoon": [
    { event: { kind: "officer.dormantSoon", personId, data: { on: "2026-12-31" } } },
  ],
  "exporter.created": [{ event: { kind: "exporter.created", ...ofExporter, data: nothing } }],
  "exporter.changed": [
    { event: { kind: "exporter.changed", ...ofExporter, data: { fields: ["city"] } } },
  ],
  "exporter.mergeProposed": [
    { event: { kind: "exporter.mergeProposed", ...ofExporter, data: { mergeId: id } } },
  ],
  "exporter.mergeDropped": [
    { event: { kind: "exporter.mergeDropped", ...ofExporter, data: { mergeId: id } } },
  ],
  "exporter.merged": [
    merged("from", "who owned the profile that ended"),
    merged("into", "who owned the other profile"),
  ],
  "book.removed": [
    {
      event: {
        kind: "book.removed",
        ...ofExporter,
        data: { entryId: id, entryKind: "consignee" },
      },
    },
  ],
};
