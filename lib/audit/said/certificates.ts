import { only, type Said, type Sentences, type Words } from "@/lib/audit/said/said";
import type { CertificateEventKind, SheetEvent } from "@/lib/events/certificate-event";

/** About certificates from their issue on, and about blank sheets. */
export const certificates: Sentences<CertificateEventKind | SheetEvent["kind"]> = {
  "certificate.issued": only("said.certificate.issued"),
  "certificate.documentReady": only("said.certificate.documentReady"),
  "certificate.printed": ({ data }, { t }) => ({
    what: t("said.certificate.printed"),
    to: t("change.sheet", { sheet: String(data.sheet), copy: String(data.copy) }),
    more: data.reason ?? null,
  }),
  "certificate.dispatched": ({ data }, { t, day }) => ({
    what: t("said.certificate.dispatched"),
    to: t("change.sent", { date: day(data.on), carrier: data.carrier }),
    more: data.tracking,
  }),
  "certificate.expiringSoon": ({ data }, words) =>
    onDay("said.certificate.expiringSoon", data.expiresOn, words),
  "certificate.delivered": ({ data }, words) => onDay("said.certificate.delivered", data.on, words),
  "certificate.returned": ({ data }, words) => onDay("said.certificate.returned", data.on, words),
  "certificate.exported": ({ data }, words) =>
    onDay(
      data.byOffice ? "said.certificate.exportedByOffice" : "said.certificate.exported",
      data.on,
      words,
    ),
  "certificate.reportReceived": ({ data }, words) =>
    onDay("said.certificate.reportReceived", data.on, words),
  "certificate.reportReminded": ({ data }, { t, day }) => ({
    what: t(`said.certificate.reportReminded.${data.reminder}`),
    more: t("change.dueOn", { date: day(data.dueOn) }),
  }),
  "certificate.lossStated": ({ data }, words) =>
    onDay("said.certificate.lossStated", data.on, words),
  "certificate.lost": only("said.certificate.lost"),
  "certificate.replaced": ({ data }, { t }) => ({
    what: t("said.certificate.replaced"),
    to: t("change.successor", { number: data.number }),
  }),
  "certificate.invalidationProposed": only("said.certificate.invalidationProposed"),
  "certificate.invalidationTakenBack": only("said.certificate.invalidationTakenBack"),
  "certificate.invalidationRefused": ({ data }, { t }) => ({
    what: t("said.certificate.invalidationRefused"),
    more: data.answer,
  }),
  "certificate.invalidated": only("said.certificate.invalidated"),
  "certificate.surrendered": only("said.certificate.surrendered"),
  "certificate.expired": only("said.certificate.expired"),
  "certificate.confirmationAsked": ({ data }, { t }) => ({
    what: t("said.certificate.confirmationAsked"),
    to: data.authority,
  }),
  "certificate.importConfirmed": ({ data }, words) => ({
    ...onDay(
      data.corrects ? "said.certificate.importCorrected" : "said.certificate.importConfirmed",
      data.on,
      words,
    ),
    more:
      data.differences.length === 0
        ? data.authority
        : words.t("change.differs", {
            authority: data.authority,
            list: data.differences.map((one) => words.t(`differs.${one}`)).join(", "),
          }),
  }),
  "certificate.confirmationReminded": ({ data }, { t, day }) => ({
    what: t("said.certificate.confirmationReminded"),
    more: t("change.dueOn", { date: day(data.dueOn) }),
  }),
  "certificate.differencesResolved": ({ data }, { t }) => ({
    what: t("said.certificate.differencesResolved"),
    more: data.note,
  }),
  "certificate.neverExported": ({ data }, { t }) => ({
    what: t("said.certificate.neverExported"),
    more: data.reason,
  }),
  "printer.set": ({ data: { name, right, down, from } }, { t }) => ({
    what: t("said.printerSet"),
    from: from ? t("change.printer", tenths(from)) : null,
    to: t("change.printer", tenths({ right, down })),
    more: name,
  }),
  "sheets.received": ({ data }, words) => moved("said.sheets.received", data, words),
  "sheets.spoiled": ({ data }, words) => moved("said.sheets.spoiled", data, words),
  "sheets.destroyed": ({ data }, words) => moved("said.sheets.destroyed", data, words),
};

/** Millimetres, as the sentence shows them. */
const tenths = ({ right, down }: { right: number; down: number }) => ({
  right: right / 10,
  down: down / 10,
});

function onDay(what: Parameters<Words["t"]>[0], on: string, { t, day }: Words): Said {
  return { what: t(what), to: t("change.on", { date: day(on) }) };
}

function moved(
  what: Parameters<Words["t"]>[0],
  { first, last, reason }: { first: number; last: number; reason?: string },
  { t }: Words,
): Said {
  const range = { first: String(first), last: String(last) };
  return { what: t(what), to: t("change.sheets", range), more: reason ?? null };
}
