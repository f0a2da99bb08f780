import { fieldsChanged, only, type Sentences } from "@/lib/audit/said/said";
import type { EventKind } from "@/lib/events/event";

type OfPeople = Extract<
  EventKind,
  | `session.${string}`
  | `terms.${string}`
  | `person.${string}`
  | `email.${string}`
  | `credential.${string}`
  | `mandate.${string}`
  | `access.${string}`
  | `officer.${string}`
  | `text.${string}`
  | `exporter.${string}`
  | `book.${string}`
>;

/** About people, profiles and the office. */
export const people: Sentences<OfPeople> = {
  "session.started": only("said.session.started"),
  "session.ended": ({ data }, { t }) => ({ what: t(`said.session.ended.${data.by}`) }),
  "terms.accepted": ({ data }, { t }) => ({
    what: t("said.terms.accepted"),
    more: t("change.version", { version: data.version }),
  }),
  "person.changed": ({ data }, words) => ({
    what: words.t("said.person.changed"),
    more: fieldsChanged(data.fields, words),
  }),
  "person.searched": ({ data }, { t }) => ({
    what: t("said.person.searched"),
    more: t("change.found", { count: data.found }),
  }),
  "person.read": only("said.person.read"),
  "email.linkRequested": only("said.email.linkRequested"),
  "email.confirmed": ({ data }, { t }) => ({ what: t("said.email.confirmed"), from: data.former }),
  "credential.requested": only("said.credential.requested"),
  "credential.linked": only("said.credential.linked"),
  "credential.refused": only("said.credential.refused"),
  "mandate.invited": only("said.mandate.invited"),
  "mandate.declined": only("said.mandate.declined"),
  "mandate.invitationCancelled": only("said.mandate.invitationCancelled"),
  "mandate.accepted": only("said.mandate.accepted"),
  "mandate.changed": ({ data }, { t, list, permission, day }) => {
    const may = t("change.may", { list: list(data.permissions.map(permission)) });
    const end =
      data.endsOn === null ? t("change.noEnd") : t("change.until", { date: day(data.endsOn) });
    return { what: t("said.mandate.changed"), to: `${may}, ${end}` };
  },
  "mandate.ended": ({ data }, { t }) => ({ what: t(`said.mandate.ended.${data.by}`) }),
  "mandate.endingSoon": ({ data }, { t, day }) => ({
    what: t("said.mandate.endingSoon"),
    more: t("change.on", { date: day(data.endsOn) }),
  }),
  "mandate.invitationEndingSoon": only("said.invitationEndingSoon"),
  "officer.invitationEndingSoon": only("said.invitationEndingSoon"),
  "officer.dormantSoon": ({ data }, { t, day }) => ({
    what: t("said.officer.dormantSoon"),
    more: t("change.on", { date: day(data.on) }),
  }),
  "access.requested": only("said.access.requested"),
  "access.withdrawn": only("said.access.withdrawn"),
  "access.answered": ({ data }, { t }) => ({
    what: t(data.accepted ? "said.access.answered.yes" : "said.access.answered.no"),
  }),
  "access.denied": ({ data }, { t }) => ({
    what: t(`said.access.denied.${data.why}`),
    more: [
      t("change.address", { address: data.address }),
      ...(data.id === null && data.thing !== "page" ? [t("change.noSuch")] : []),
    ].join("; "),
  }),
  "officer.invited": only("said.officer.invited"),
  "officer.invitationCancelled": only("said.officer.invitationCancelled"),
  "officer.joined": ({ data }, words) => ({
    what: words.t("said.officer.joined"),
    to: rolesIn(data.roles, words),
  }),
  "officer.changed": ({ data }, words) => {
    const suspended = data.suspended ? `, ${words.t("change.suspended")}` : "";
    return {
      what: words.t("said.officer.changed"),
      to: rolesIn(data.roles, words) + suspended,
      more: data.reason,
    };
  },
  "text.published": ({ data }, { t }) => ({
    what: t("said.text.published"),
    more: `${data.text}, ${t("change.version", { version: data.version })}`,
  }),
  "exporter.created": only("said.exporter.created"),
  "exporter.changed": ({ data }, words) => ({
    what: words.t("said.exporter.changed"),
    more: fieldsChanged(data.fields, words),
  }),
  "exporter.mergeProposed": only("said.exporter.mergeProposed"),
  "exporter.mergeDropped": only("said.exporter.mergeDropped"),
  "exporter.merged": ({ data }, { t }) => ({ what: t(`said.exporter.merged.${data.side}`) }),
  "book.removed": only("said.book.removed"),
};

type RoleWords = Parameters<(typeof people)["officer.joined"]>[1];

function rolesIn(roles: readonly string[], { t, list, role }: RoleWords): string {
  if (roles.length === 0) return t("change.noRole");
  return t("change.roles", { list: list(roles.map(role)) });
}
