import { describe, expect, expectTypeOf, it } from "vitest";
import type { EventKind, PortalEvent } from "@/lib/events/event";
import { noticeSchema } from "@/lib/mail/notice";
import { concernsAnybody, mailsFor } from "@/lib/mail/who-is-told";
import type { ImportContext } from "@/lib/mail/told-of-imports";
import type { MailContext } from "@/lib/mail/who-is-told";

const applicationId = "0199f0aa-0000-7000-8000-000000000001";
const certificateId = "0199f0aa-0000-7000-8000-000000000002";
const exporterId = "0199f0aa-0000-7000-8000-000000000003";
const about = { applicationId, exporterId };
const maya = {
  email: "maya@example.ca",
  name: "Maya Okafor",
  language: "en",
  userId: "1",
} as const;
const luc = { email: "luc@example.ca", name: "Luc Bouchard", language: "fr", userId: "2" } as const;
const nora = {
  email: "nora@example.ca",
  name: "Nora Lindqvist",
  language: "en",
  userId: "3",
} as const;
const context: MailContext = {
  officeMailbox: "office@example.ca",
  exporterName: "Barren Lands",
  number: "KPO-2026-0418",
  dueAt: "2026-11-23T20:42:00.000Z",
  answerDueOn: "2026-12-04",
  toCorrect: [{ section: "goods", reasons: [{ en: "A seal differs.", fr: "Un sceau diffère." }] }],
  submission: { at: "2026-11-20T20:42:00.000Z", by: [luc] },
  mandated: [maya, luc],
  owners: [maya],
  reviewer: [nora],
  certificateNumber: "CA00000042",
  authority: [{ email: "kp@antwerp.example", name: "Diamond Office", language: "en" }],
  linkId: applicationId,
};

const aboutImport: ImportContext = {
  officeMailbox: context.officeMailbox,
  exporterName: context.exporterName,
  number: "BW 0078214",
  dueOn: "2026-12-04",
  importId: null,
  mandated: [maya, luc],
};

const submitted = (version: number): PortalEvent => ({
  kind: "application.submitted",
  ...about,
  data: { number: context.number, version },
});
const moved = (
  move: Extract<PortalEvent, { kind: "application.moved" }>["data"]["move"],
): PortalEvent => ({
  kind: "application.moved",
  ...about,
  data: { move, note: "12,480.35 carats to Antwerp" },
});
const issued: PortalEvent = {
  kind: "certificate.issued",
  ...about,
  certificateId,
  data: { number: "CA00000042" },
};

const withdrawal = { withdrawalId: applicationId, reason: "12,480.35 carats to Antwerp" };
const asked: PortalEvent = { kind: "withdrawal.requested", ...about, data: withdrawal };
const refused: PortalEvent = { kind: "withdrawal.refused", ...about, data: withdrawal };
const reminded = (reminder: "dueSoon" | "overdue"): PortalEvent => ({
  kind: "application.reminded",
  ...about,
  data: { reminder, dueOn: "2026-12-04" },
});
const both = (template: string) => [
  `${template} en maya@example.ca`,
  `${template} fr luc@example.ca`,
];

const told = (event: PortalEvent, changes: Partial<MailContext> = {}) =>
  mailsFor(event, { ...context, ...changes }).map(
    (m) => `${m.template} ${m.language} ${m.recipient}`,
  );

describe("who is told", () => {
  it.each([
    [
      "a first submission",
      submitted(1),
      [
        "officeSubmission en office@example.ca",
        "receipt fr luc@example.ca",
        "submittedByOther en maya@example.ca",
      ],
    ],
    [
      "a resubmission",
      submitted(2),
      [
        "officeResubmission en office@example.ca",
        "receipt fr luc@example.ca",
        "submittedByOther en maya@example.ca",
        "fileResubmitted en nora@example.ca",
      ],
    ],
    [
      "a return",
      moved("returnForChanges"),
      ["returned en maya@example.ca", "returned fr luc@example.ca"],
    ],
    ["a rejection", moved("reject"), ["rejected en maya@example.ca", "rejected fr luc@example.ca"]],
    ["an issue", issued, ["issued en maya@example.ca", "issued fr luc@example.ca"]],
    ["a later day to answer by", moved("extend"), both("extended")],
    ["an answer that is due soon", reminded("dueSoon"), both("dueSoon")],
    ["an answer that is overdue", reminded("overdue"), both("overdue")],
    [
      "a request to withdraw",
      asked,
      ["officeWithdrawal en office@example.ca", "fileToWithdraw en nora@example.ca"],
    ],
    ["a withdrawal that was refused", refused, both("withdrawalRefused")],
    ["a withdrawal", moved("acceptWithdrawal"), both("withdrawalAccepted")],
    ["a recommendation, which stays in the office", moved("recommend"), []],
    ["a sending back", moved("sendBack"), ["fileSentBack en nora@example.ca"]],
    ["a sign-in", { kind: "session.started", data: { acr: "x" } } satisfies PortalEvent, []],
  ])("of %s", (_what, event, expected) => {
    expect(told(event)).toEqual(expected);
    expect(concernsAnybody(event)).toBe(expected.length > 0);
  });

  it.each([
    ["an import that is sent", "import.sent", ["officeImport en office@example.ca"]],
    ["one that is returned", "import.returned", both("importReturned")],
    ["one that is not registered", "import.declined", both("importDeclined")],
    ["one that is registered", "import.registered", both("importRegistered")],
    ["a correction of its account", "import.corrected", both("importCorrected")],
    ["an original that is due", "import.originalReminded", both("originalOverdue")],
    ["one that is in preparation", "import.announced", []],
    ["one that was changed", "import.changed", []],
    ["one that is withdrawn", "import.withdrawn", []],
  ] as const)("of %s", (_what, kind, expected) => {
    const event = {
      kind,
      announcementId: applicationId,
      exporterId,
      data: { answer: "12,480.35 carats", reminder: "overdue", dueOn: "2026-12-04" },
    } as unknown as PortalEvent;
    const mails = mailsFor(event, aboutImport);
    expect(mails.map((m) => `${m.template} ${m.language} ${m.recipient}`)).toEqual(expected);
    expect(concernsAnybody(event)).toBe(expected.length > 0);
    for (const { template, data } of mails) {
      expect(noticeSchema.parse({ template, data })).toEqual({ template, data });
      expect(JSON.stringify(data)).not.toContain("carats");
    }
  });

  it.each([
    [
      "dispatched",
      { on: "2026-12-02", carrier: "P", tracking: null },
      both("certificateDispatched"),
    ],
    ["reportReminded", { reminder: "ask", dueOn: "2026-12-09" }, both("exportAsked")],
    ["reportReminded", { reminder: "dueSoon", dueOn: "2026-12-09" }, both("reportDueSoon")],
    ["reportReminded", { reminder: "overdue", dueOn: "2026-12-09" }, both("reportOverdue")],
    ["reportReceived", { on: "2026-12-02" }, both("reportReceived")],
    ["replaced", { successorId: certificateId, number: "CA00000043" }, both("certificateReplaced")],
    ["surrendered", {}, both("certificateSurrendered")],
    ["expired", {}, both("certificateExpired")],
    ["expiringSoon", { expiresOn: "2026-12-09" }, both("certificateExpiring")],
    [
      "invalidated",
      { proposalId: certificateId },
      [...both("certificateInvalidated"), "authorityInvalidated en kp@antwerp.example"],
    ],
    ["lost", { stepId: "1" }, [...both("certificateLost"), "authorityLost en kp@antwerp.example"]],
    ["lossStated", { on: "2026-12-02" }, ["officeLoss en office@example.ca"]],
    ["invalidationProposed", { proposalId: certificateId }, []],
    ["printed", { sheet: 12, copy: 1 }, []],
    ["neverExported", { reason: "12,480.35 carats are in the vault" }, []],
  ] as const)("of a certificate that was %s %j", (kind, data, expected) => {
    const event = { kind: `certificate.${kind}`, ...about, certificateId, data } as PortalEvent;
    expect(told(event)).toEqual(expected);
    expect(concernsAnybody(event)).toBe(expected.length > 0);
    for (const { template, data: said } of mailsFor(event, context)) {
      expect(noticeSchema.parse({ template, data: said })).toEqual({ template, data: said });
    }
  });

  it("writes to an address once, and to the office where the submitter has none", () => {
    const again = { ...maya, email: "MAYA@example.ca" };
    expect(told(issued, { mandated: [maya, again] })).toEqual(["issued en maya@example.ca"]);
    const address = { email: maya.email, name: maya.name, language: maya.language };
    const twice = [address, { ...address, email: "MAYA@example.ca" }];
    expect(told(issued, { mandated: twice })).toEqual(["issued en maya@example.ca"]);
    expect(told(submitted(1), { submission: { at: context.dueAt ?? "", by: [] } })).toEqual([
      "officeSubmission en office@example.ca",
    ]);
  });

  it("plans mails that the templates understand, without a word of the reasons", () => {
    for (const event of [
      submitted(1),
      submitted(2),
      moved("returnForChanges"),
      moved("reject"),
      moved("extend"),
      moved("acceptWithdrawal"),
      reminded("overdue"),
      asked,
      refused,
      issued,
    ]) {
      for (const { template, data } of mailsFor(event, context)) {
        expect(noticeSchema.parse({ template, data })).toEqual({ template, data });
        expect(JSON.stringify(data)).not.toContain("carats");
      }
    }
  });

  it("has a row for every kind of event: one without does not compile", () => {
    type Table = { [K in EventKind]: null };
    expectTypeOf<Omit<Table, "certificate.issued">>().not.toExtend<Table>();
  });
});
