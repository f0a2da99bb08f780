import { describe, expect, it } from "vitest";
import { compose } from "@/lib/mail/compose";
import { oneLine } from "@/lib/mail/one-line";
import { aboutPeople, peopleTemplates, type PeopleTemplate } from "@/lib/mail/about-people";
import {
  aboutCertificate,
  aboutImport,
  announcements,
  authorityWarnings,
  confirmationAsks,
  toOfficer,
  type AboutCertificate,
  type AuthorityWarning,
  type ConfirmationAsk,
  type AboutApplication,
  type AboutImport,
  type Announcement,
  type Notice,
  type NoticeData,
  type Template,
  type ToOfficer,
  type ToReviewer,
} from "@/lib/mail/notice";

const applicationId = "0199f0aa-0000-7000-8000-000000000001";
const certificateId = "0199f0aa-0000-7000-8000-000000000002";
const settings = {
  origin: "https://permits.example.ca",
  officeMailbox: "office@example.ca",
  tokenOf: (id: string) => `token-of-${id}`,
};

type AboutApplications = Exclude<
  Template,
  | PeopleTemplate
  | AboutImport
  | AboutCertificate
  | "officeImport"
  | "officeLoss"
  | "officeDifferences"
  | ConfirmationAsk
  | "receiptSigned"
  | AuthorityWarning
  | ToOfficer
  | ToReviewer
  | "submittedByOther"
  | "officeMessage"
  | "messageFromOffice"
  | Announcement
  | "digest"
  | "auditChecked"
  | "checkpointSigned"
>;

function notices(text: { name: string; exporter: string }): {
  [T in AboutApplications]: T extends AboutApplication
    ? { template: T; data: NoticeData<AboutApplication> }
    : Extract<Notice, { template: T }>;
} {
  const number = "KPO-2026-0418";
  const times = { submittedAt: "2026-11-20T20:42:00.000Z", dueAt: "2026-11-23T20:42:00.000Z" };
  const { exporter, name } = text;
  const office = { applicationId, number, exporter, ...times };
  const reader = { applicationId, number, name };
  return {
    officeSubmission: { template: "officeSubmission", data: { ...office, version: 1 } },
    officeResubmission: { template: "officeResubmission", data: { ...office, version: 3 } },
    receipt: { template: "receipt", data: { ...reader, ...times, version: 2 } },
    returned: {
      template: "returned",
      data: { ...reader, dueOn: "2026-12-01", sections: ["goods", "documents"] },
    },
    dueSoon: { template: "dueSoon", data: { ...reader, dueOn: "2026-12-01" } },
    overdue: { template: "overdue", data: { ...reader, dueOn: "2026-12-01" } },
    extended: { template: "extended", data: { ...reader, dueOn: "2026-12-10" } },
    withdrawalAccepted: { template: "withdrawalAccepted", data: reader },
    withdrawalRefused: { template: "withdrawalRefused", data: reader },
    officeWithdrawal: { template: "officeWithdrawal", data: { applicationId, number, exporter } },
    fileRemoved: { template: "fileRemoved", data: { applicationId, number, name } },
    officeFileRemoved: { template: "officeFileRemoved", data: { applicationId, number, exporter } },
    rejected: { template: "rejected", data: reader },
    referenceChanged: {
      template: "referenceChanged",
      data: { ...reader, referenceKind: "participants", from: "2026-12-01" },
    },
    importConfirmation: {
      template: "importConfirmation",
      data: { confirmationId: applicationId, number: "BW014482", authority: exporter },
    },
    issued: {
      template: "issued",
      data: { ...reader, certificateId, certificateNumber: "CA00000042" },
    },
  };
}

const plain = notices({ name: "Julie Lafleur", exporter: "Barren Lands Diamond Sales Ltd." });

describe.each(Object.values(plain))("$template", (notice) => {
  it.each(["en", "fr"] as const)("speaks both languages, %s first", async (reader) => {
    const other = reader === "en" ? "fr" : "en";
    const { subject, html, text } = await compose(notice, reader, settings);
    expect(html).toContain(`<html lang="${reader}-CA">`);
    expect(html.indexOf(`id="${reader}" lang="${reader}-CA"`)).toBeLessThan(
      html.indexOf(`id="${other}" lang="${other}-CA"`),
    );
    expect(html).toContain(`href="#${other}"`);
    const [first = "", second = ""] = subject.split(" / ");
    const [named, nommé] =
      notice.template === "importConfirmation"
        ? ["certificate", "certificat"]
        : ["application", "demande"];
    expect((reader === "fr" ? first : second).toLowerCase()).toContain(nommé);
    expect((reader === "en" ? first : second).toLowerCase()).toContain(named);
    expect(first).toContain(notice.data.number);
    expect(second).toContain(notice.data.number);
    for (const body of [html, text]) {
      // Another authority has no page of the portal to go to.
      for (const language of notice.template === "importConfirmation" ? [] : ["en", "fr"]) {
        expect(body).toContain(`https://permits.example.ca/${language}/`);
      }
      expect(body).toContain(notice.data.number);
      expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    }
    expect(html).not.toMatch(/<img|<script|url\(/);
    expect(text).not.toMatch(/[ \t]$|<\w/m);
  });
});

describe.each(aboutCertificate)("the mail %s", (template) => {
  it.each(["en", "fr"] as const)("is whole in both languages, %s first", async (reader) => {
    const data = {
      certificateId,
      certificateNumber: "CA00000042",
      name: "Maya Okafor",
      dueOn: "2026-12-09",
      sentOn: "2026-12-02",
      carrier: "Purolator",
      tracking: "3391 5520 118",
      successor: "CA00000043",
    };
    const { subject, html, text } = await compose({ template, data }, reader, settings);
    expect(subject.match(/CA00000042/g)).toHaveLength(2);
    for (const body of [html, text]) {
      for (const part of ["CA00000043", "Purolator", "3391 5520 118", "December 9, 2026"]) {
        expect(body).toContain(part);
      }
      expect(body).toContain(`https://permits.example.ca/en/certificates/${certificateId}`);
      expect(body).toContain(`https://permits.example.ca/fr/certificats/${certificateId}`);
      expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    }
  });
});

it.each(confirmationAsks)(
  "asks the authority of the destination to confirm: %s",
  async (template) => {
    const data = {
      certificateNumber: "CA00000042",
      authority: "Diamond Office <b>Antwerp</b>",
      linkId: certificateId,
    };
    const { subject, text, html } = await compose({ template, data }, "en", settings);
    expect(subject.match(/CA00000042/g)).toHaveLength(2);
    const token = settings.tokenOf(certificateId);
    for (const body of [html, text]) {
      expect(body).toContain(`https://permits.example.ca/en/import-confirmation/${token}`);
      expect(body).toContain(`https://permits.example.ca/fr/confirmation-importation/${token}`);
      expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    }
    expect(html).not.toContain("<b>Antwerp");
  },
);

it("sends the authority its receipt, and the office what differs", async () => {
  const certificateNumber = "CA00000042";
  const data = { certificateNumber, authority: "Diamond Office", receiptId: certificateId };
  const receipt = await compose({ template: "receiptSigned", data }, "fr", settings);
  expect(receipt.subject).toMatch(/^Votre reçu.*CA00000042.* \/ Your receipt.*CA00000042$/);
  const differs = await compose(
    {
      template: "officeDifferences",
      data: { certificateId, certificateNumber, exporter: "Barren Lands" },
    },
    "en",
    settings,
  );
  expect(differs.text).toContain(
    `https://permits.example.ca/en/office/certificates/${certificateId}`,
  );
});

it.each(authorityWarnings)("warns the authority of the destination: %s", async (template) => {
  const data = { certificateNumber: "CA00000042", authority: "Diamond Office <b>Antwerp</b>" };
  const { subject, text, html } = await compose({ template, data }, "en", settings);
  expect(subject.match(/CA00000042/g)).toHaveLength(2);
  expect(text).toContain("To Diamond Office");
  expect(text).toContain("https://permits.example.ca/fr/verifier");
  expect(html).not.toContain("<b>Antwerp");
});

it("tells the office that a certificate was lost, and leads to it", async () => {
  const data = { certificateId, certificateNumber: "CA00000042", exporter: "Barren Lands" };
  const { text } = await compose({ template: "officeLoss", data }, "en", settings);
  expect(text).toContain(`https://permits.example.ca/en/office/certificates/${certificateId}`);
  expect(text).toContain("Barren Lands");
});

it.each([true, false])("tells the auditors whether the trail is whole: %s", async (whole) => {
  const head = "ab".repeat(32);
  const data = { whole, entries: 184_212, head, batch: "812" };
  const mail = await compose({ template: "auditChecked", data }, "en", settings);
  expect(mail.subject).toBe(
    whole
      ? "The audit trail is whole / Le journal d’audit est intact"
      : "The audit trail is NOT whole / Le journal d’audit N’EST PAS intact",
  );
  expect(mail.text).toContain(head);
  expect(mail.text).toContain("https://permits.example.ca/fr/bureau/journal/chaine");
  expect(mail.html).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
});

it("gives the same bytes each time, so that a repeated send is recognized", async () => {
  const first = await compose(plain.returned, "fr", settings);
  expect(await compose(plain.returned, "fr", settings)).toEqual(first);
});

it("writes dates, times and addresses as each language does", async () => {
  const returned = await compose(plain.returned, "fr", settings);
  expect(returned.text).toContain("Date limite\u00A0: 1er décembre 2026");
  expect(returned.text).toContain("Due date: December 1, 2026");
  expect(returned.text).toContain("- Tarifs, contenants et sceaux\n- Documents justificatifs");
  const office = await compose(plain.officeSubmission, "en", settings);
  expect(office.text).toContain("Submitted: November 20, 2026, 15:42 Eastern Time");
  expect(office.text).toContain("20 novembre 2026, 15\u00A0h\u00A042, heure de l’Est");
  expect(office.text).toContain(`/en/office/review/${applicationId}`);
  expect(office.text).toContain(`/fr/bureau/examen/${applicationId}`);
});

const importId = "0199f0aa-0000-7000-8000-000000000003";
const announcementId = "0199f0aa-0000-7000-8000-000000000004";
const number = "BW 0078214";

describe.each(aboutImport)("about an import: %s", (template) => {
  const notice = (of: Partial<NoticeData<AboutImport>>): Notice => ({
    template,
    data: { announcementId, importId: null, number, name: "Julie", dueOn: "2026-12-01", ...of },
  });

  it.each(["en", "fr"] as const)("speaks both languages, %s first", async (reader) => {
    const { subject, html, text } = await compose(notice({}), reader, settings);
    const [first = "", second = ""] = subject.split(" / ");
    expect(first).toContain(number);
    expect(second).toContain(number);
    expect(first).not.toBe(second);
    for (const body of [html, text]) {
      expect(body).toContain(`/en/imports/announcements/${announcementId}`);
      expect(body).toContain(`/fr/importations/annonces/${announcementId}`);
      expect(body).toContain("December 1, 2026");
      expect(body).toContain("1er décembre 2026");
      expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    }
  });

  it("leads to the certificate's account once it is registered", async () => {
    const { text } = await compose(notice({ importId, dueOn: null }), "en", settings);
    expect(text).toContain(`/en/imports/${importId}`);
    expect(text).not.toContain("December");
  });
});

it("leads the office to what was announced", async () => {
  const data = { announcementId, number, exporter: "Barren Lands Diamond Sales Ltd." };
  const { subject, text } = await compose({ template: "officeImport", data }, "en", settings);
  expect(subject).toContain(number);
  expect(text).toContain(data.exporter);
  expect(text).toContain(announcementId);
});

describe.each([null, "KPO-2026-0418"])("about a conversation on %s", (matter) => {
  const about = { threadId: applicationId, number: matter };
  const exporter = "Barren Lands Diamond Sales Ltd.";

  it("leads the exporter to what the office wrote, and says none of it", async () => {
    const notice: Notice = { template: "messageFromOffice", data: { ...about, name: "Julie" } };
    const { subject, text } = await compose(notice, "fr", settings);
    expect(subject.split("KPO-2026-0418")).toHaveLength(matter === null ? 1 : 3);
    expect(text).toContain(`https://permits.example.ca/fr/messages/${applicationId}`);
    expect(text).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
  });

  it.each([...toOfficer, "officeMessage"] as const)("leads the office there: %s", async (to) => {
    const name = to === "officeMessage" ? {} : { name: "Nora Lindqvist" };
    const notice = { template: to, data: { ...about, exporter, ...name } } as Notice;
    const { text } = await compose(notice, "en", settings);
    expect(text).toContain(`/en/office/inbox/${applicationId}`);
    expect(text).toContain(exporter);
    expect(text).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
  });
});

describe.each(peopleTemplates)("about people: %s", (template) => {
  const notice = (text: string): Notice => ({
    template,
    data: {
      name: text,
      exporter: text,
      person: text,
      permissions: ["view", "submit"],
      roles: ["reviewer", "auditor"],
      endsOn: "2027-03-31",
      ...(aboutPeople[template].link ? { linkId: applicationId } : {}),
    },
  });

  it("speaks both languages, and its button leads where it should", async () => {
    const { subject, html, text } = await compose(notice("Boréal & Fils"), "fr", settings);
    expect(subject).toContain(" / ");
    for (const body of [subject, html, text])
      expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    for (const language of ["en", "fr"]) {
      expect(text).toContain(`https://permits.example.ca/${language}/`);
    }
    expect(text.includes(`/token-of-${applicationId}`)).toBe(aboutPeople[template].link);
  });

  it("keeps hostile values in their place", async () => {
    const hostile = "Mallory\r\nBcc: all@example.ca\u2028<img src=x>\u202Eevil\u0000";
    const { subject, html, text } = await compose(notice(hostile), "en", settings);
    expect(subject).not.toMatch(/\p{C}|\p{Zl}|\p{Zp}/u);
    expect(html).not.toContain("<img");
    expect(text).not.toMatch(/^Bcc:/m);
    for (const body of [html, text])
      expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029\0\r]/);
  });
});

describe.each(announcements)("%s", (template) => {
  const broadcastId = certificateId;
  const said = (text: string) => ({
    broadcastId,
    name: text,
    titleEn: `Closed ${text}`,
    titleFr: `Fermé ${text}`,
    textEn: `The Office is closed.\n\n${text}`,
    textFr: `Le Bureau est fermé.\r\n${text}`,
  });

  it.each(["en", "fr"] as const)(
    "says in each language what was written in it, %s",
    async (reader) => {
      const data = said("le 25");
      const { subject, text, html } = await compose({ template, data }, reader, settings);
      const titles = ["Closed le 25", "Fermé le 25"];
      expect(subject).toBe((reader === "en" ? titles : titles.reverse()).join(" / "));
      expect(text).toContain("\n\nThe Office is closed.\n\nle 25\n\n");
      expect(text).toContain("\n\nLe Bureau est fermé.\n\nle 25\n\n");
      const english = html.slice(html.indexOf('id="en"'), html.indexOf('id="fr"'));
      if (reader === "en") expect(english).not.toContain("Le Bureau est fermé");
      for (const body of [html, text]) expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
    },
  );

  it("keeps hostile words in their place", async () => {
    const hostile = "Mallory\r\nBcc: all@example.ca\u2028<img src=x>\u202Eevil\u0000";
    const { subject, text, html } = await compose(
      { template, data: said(hostile) },
      "en",
      settings,
    );
    expect(subject).not.toMatch(/\p{C}|\p{Zl}|\p{Zp}/u);
    expect(html).not.toContain("<img");
    for (const body of [html, text]) {
      expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029\0\r]/);
    }
  });
});

it("tells an officer in the morning what waits, and each subject once", async () => {
  const told = [
    { en: "An officer joined <b>", fr: "Une personne s’est jointe <b>", count: 1 },
    { en: "A change is proposed", fr: "Un changement est proposé", count: 3 },
  ];
  const data = { name: "Ava", queue: { waiting: 12, overdue: 1 }, told, more: 2 };
  const { subject, text, html } = await compose({ template: "digest", data }, "en", settings);
  expect(subject).toBe(
    "Kimberley Process Office, this morning: 6 notices / Bureau du Processus de Kimberley, ce matin\u00A0: 6 avis",
  );
  expect(text).toContain("12 files wait at the desk; 1 is overdue.");
  expect(text).toContain("- A change is proposed (3 times)\n- and 2 more");
  expect(text).toContain("- Un changement est proposé (3\u00A0fois)\n- et 2 autres");
  expect(html).not.toContain("joined <b>");
  const alone = { ...data, queue: null, told: told.slice(0, 1), more: 0 };
  const mail = await compose({ template: "digest", data: alone }, "fr", settings);
  expect(mail.text).toContain("Voici les avis");
  for (const body of [html, text, mail.html]) {
    expect(body).not.toMatch(/undefined|\bmail\.\w|\{\w+\}/);
  }
});

describe("hostile values", () => {
  const hostile = `Mallory\r\nBcc: all@example.ca\u2028<img src=x onerror=alert(1)>\u202Eevil\u0000`;
  const longest = "W".repeat(200);

  it.each(Object.keys(plain) as AboutApplications[])(
    "cannot leave their place in %s",
    async (template) => {
      const notice = notices({ name: hostile, exporter: hostile })[template];
      const { subject, html, text } = await compose(notice, "en", settings);
      expect(subject).not.toMatch(/\p{C}|\p{Zl}|\p{Zp}/u);
      expect(html).not.toContain("<img");
      expect(text).not.toMatch(/^Bcc:/m);
      for (const body of [html, text])
        expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029\0\r]/);
    },
  );

  it("cannot end the subject even where a number is not ours", async () => {
    const forged: Notice = {
      template: "rejected",
      data: { ...plain.rejected.data, number: "1\r\nBcc: a@b.ca" },
    };
    expect((await compose(forged, "en", settings)).subject).toBe(
      "Application 1 Bcc: a@b.ca rejected / Demande 1 Bcc: a@b.ca rejetée",
    );
  });

  it("are shown whole when long", async () => {
    const { html, text } = await compose(
      notices({ name: longest, exporter: longest }).officeSubmission,
      "fr",
      settings,
    );
    expect(html).toContain(longest);
    expect(text).toContain(longest);
  });
});

it("keeps ordinary letters of both languages as they are", () => {
  expect(oneLine(" L’Île-aux-Cœurs & Fils – naïve\u00A0! ")).toBe(
    "L’Île-aux-Cœurs & Fils – naïve\u00A0!",
  );
});
