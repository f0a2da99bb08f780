import { transitions } from "@/lib/applications/status";
import { certificates } from "@/lib/audit/said/certificates";
import { fieldsChanged, only, type Said, type Sentences, type Words } from "@/lib/audit/said/said";
import type { EventKind } from "@/lib/events/event";
import type { ApplicationStatus } from "@/prisma/generated/enums";

type OfRecords = Extract<
  EventKind,
  | `application.${string}`
  | `request.${string}`
  | `withdrawal.${string}`
  | `review.${string}`
  | `note.${string}`
  | `document.${string}`
  | `import.${string}`
  | `certificate.${string}`
  | `sheets.${string}`
  | `printer.${string}`
  | `audit.${string}`
  | `log.${string}`
  | `hold.${string}`
  | `disposal.${string}`
>;

/** About applications, documents, imports and certificates, and about the trail itself. */
export const records: Sentences<OfRecords> = {
  "application.created": ({ data }, { t }) => ({
    what: t(data.copiedFromId ? "said.application.copied" : "said.application.created"),
  }),
  "application.saved": ({ data }, { t, section }) => ({
    what: t("said.application.saved"),
    more: `${section(data.section)}, ${t("change.version", { version: data.version })}`,
  }),
  "application.submitted": ({ data }, { t, status }) => ({
    what: t("said.application.submitted"),
    to: status("submitted"),
    more: t("change.version", { version: data.version }),
  }),
  "application.moved": ({ data }, { t, status }) => {
    const { from, to }: Moved = transitions[data.move];
    const [first, second] = from;
    return {
      what: t(`said.application.moved.${data.move}`),
      from: first && second === undefined ? status(first) : null,
      to: typeof to === "string" ? status(to) : null,
      more: data.note ?? null,
    };
  },
  "application.holderChanged": ({ data }, words) => {
    const { t } = words;
    const nobody = t("change.nobody");
    const between = {
      from: data.from === null ? nobody : words.from,
      to: data.to === null ? nobody : words.to,
      more: data.reason ?? null,
    };
    if (data.to === null) return { what: t("said.application.released"), ...between };
    const what = data.from === null ? "said.application.claimed" : "said.application.takenOver";
    return { what: t(what), ...between };
  },
  "application.referenceChanged": ({ data }, { t, day }) => ({
    what: t("said.application.referenceChanged"),
    more: t("change.on", { date: day(data.from) }),
  }),
  "application.reminded": ({ data }, { t, day }) => ({
    what: t(`said.application.reminded.${data.reminder}`),
    more: t("change.dueOn", { date: day(data.dueOn) }),
  }),
  "application.disposed": ({ data }, words) => disposed("said.application.disposed", data, words),
  "request.answered": ({ data }, { t }) => ({
    what: t("said.request.answered"),
    more: t(data.done ? "change.done" : "change.notDone") + (data.note ? t("change.withNote") : ""),
  }),
  "withdrawal.requested": ({ data }, { t }) => ({
    what: t("said.withdrawal.requested"),
    more: data.reason,
  }),
  "withdrawal.refused": ({ data }, { t }) => ({
    what: t("said.withdrawal.refused"),
    more: data.reason,
  }),
  "withdrawal.takenBack": only("said.withdrawal.takenBack"),
  "review.saved": ({ data }, { t }) => ({
    what: t("said.review.saved"),
    more: t("change.version", { version: data.submissionVersion }),
  }),
  "note.written": only("said.note.written"),
  "document.added": only("said.document.added"),
  "document.removed": only("said.document.removed"),
  "document.read": ({ data }, { t }) => ({
    what: t("said.document.read"),
    more: data.page === undefined ? null : t("change.page", { page: data.page }),
  }),
  "document.infected": ({ data }, { t }) => ({
    what: t("said.document.infected"),
    more: t("change.infected", { name: data.name, threat: data.threat }),
  }),
  "document.disposed": ({ data }, words) => disposed("said.document.disposed", data, words),
  "import.announced": only("said.import.announced"),
  "import.sent": only("said.import.sent"),
  "import.withdrawn": only("said.import.withdrawn"),
  "import.changed": ({ data }, words) => ({
    what: words.t("said.import.changed"),
    more: fieldsChanged(data.fields, words),
  }),
  "import.returned": ({ data }, { t }) => ({ what: t("said.import.returned"), more: data.answer }),
  "import.declined": ({ data }, { t }) => ({ what: t("said.import.declined"), more: data.answer }),
  "import.registered": only("said.import.registered"),
  "import.originalReminded": ({ data }, { t, day }) => ({
    what: t(`said.import.originalReminded.${data.reminder}`),
    more: t("change.dueOn", { date: day(data.dueOn) }),
  }),
  "import.originalReceived": ({ data }, { t, day }) => ({
    what: t("said.import.originalReceived"),
    from: data.former === undefined ? null : day(data.former),
    to: t("change.on", { date: day(data.on) }),
    more: data.reason ?? null,
  }),
  "import.correctionProposed": (event, words) =>
    corrected("said.import.correctionProposed", event.data, words),
  "import.correctionTakenBack": (event, words) =>
    corrected("said.import.correctionTakenBack", event.data, words),
  "import.corrected": (event, words) => corrected("said.import.corrected", event.data, words),
  "import.correctionRefused": ({ data }, { t }) => ({
    what: t("said.import.correctionRefused"),
    more: data.answer,
  }),
  "import.confirmed": only("said.import.confirmed"),
  ...certificates,
  "audit.exported": ({ data }, { t, list }) => {
    const asked = Object.entries(data.filter).map(([name, said]) => `${name} ${said}`);
    return {
      what: t("said.audit.exported"),
      more: asked.length > 0 ? list(asked) : t("change.everything"),
    };
  },
  "audit.checked": ({ data }, { t }) => ({
    what: t(data.broken ? "said.audit.checked.broken" : "said.audit.checked.whole"),
    more: t("change.checked", { from: data.from, to: data.to, entries: data.entries }),
  }),
  "log.checkpointSigned": ({ data }, { t }) => ({
    what: t("said.log.checkpointSigned"),
    more: t("change.logged", { entries: data.size }),
  }),
  "hold.set": ({ data }, { t }) => ({ what: t("said.hold.set"), more: data.reason }),
  "hold.ended": ({ data }, { t }) => ({ what: t("said.hold.ended"), more: data.reason }),
  "disposal.approved": ({ data }, { t }) => ({
    what: t("said.disposal.approved"),
    more: t("change.count", { count: data.count }),
  }),
};

interface Moved {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus | readonly ApplicationStatus[];
}

function disposed(
  key: "said.application.disposed" | "said.document.disposed",
  { rule }: { rule: string },
  { t }: Words,
): Said {
  return { what: t(key), more: t("change.rule", { rule }) };
}

function corrected(
  key:
    "said.import.correctionProposed" | "said.import.correctionTakenBack" | "said.import.corrected",
  data: { carats: string; valueUsd: string },
  { t, carats, usd }: Words,
): Said {
  const figures = { carats: carats(data.carats), value: usd(data.valueUsd) };
  return { what: t(key), to: t("change.carats", figures) };
}
