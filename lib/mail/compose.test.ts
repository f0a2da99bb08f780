import { describe, expect, it } from "vitest";
import { aboutPeople, peopleTemplates } from "@/lib/mail/about-people";
import { compose } from "@/lib/mail/compose";
import {
  aboutCertificate,
  aboutImport,
  authorityWarnings,
  confirmationAsks,
  toOfficer,
  type AboutImport,
  type Notice,
  type NoticeData,
} from "@/lib/mail/notice";
import { announcements } from "@/lib/mail/said-at-large";
import { oneLine } from "@/lib/mail/one-line";
import { mailExamples } from "@/tests/factories/mail-examples";

/* What single kinds of mail say, and where they lead; that each is safe and readable is tried in every-template.test.ts. */

const applicationId = "0199f0aa-0000-7000-8000-000000000001";
const certificateId = "0199f0aa-0000-7000-8000-000000000002";
const settings = {
  origin: "https://permits.example.ca",
  officeMailbox: "office@example.ca",
  tokenOf: (id: string) => `token-of-${id}`,
};
const examples = mailExamples();
/** A name in place of words. */
const unsaid = /undefined|\bmail\.\w|\{\w+\}/;

const aboutAnApplication = [
  examples.officeSubmission,
  examples.officeResubmission,
  examples.receipt,
  examples.returned,
  examples.dueSoon,
  examples.overdue,
  examples.extended,
  examples.withdrawalAccepted,
  examples.withdrawalRefused,
  examples.officeWithdrawal,
  examples.fileRemoved,
  examples.officeFileRemoved,
  examples.rejected,
  examples.referenceChanged,
  examples.issued,
];

describe.each(aboutAnApplication)("$template", (notice) => {
  it.each(["en", "fr"] as const)(
    "names the application in both languages, %s first",
    async (reader) => {
      const other = reader === "en" ? "fr" : "en";
      const number = notice.data.number ?? "";
      const { subject, html, text } = await compose(notice, reader, settings);
      const [first = "", second = ""] = subject.split(" / ");
      const [english, french] = reader === "en" ? [first, second] : [second, first];
      expect(english.toLowerCase()).toContain("application");
      expect(french.toLowerCase()).toContain("demande");
      for (const said of [english, french, html, text]) expect(said).toContain(number);
      for (const body of [html, text]) {
        for (const language of ["en", "fr"]) {
          expect(body).toContain(`https://permits.example.ca/${language}/`);
        }
      }
      expect(html).toContain(`href="#${other}"`);
      expect(html).not.toContain("url(");
    },
  );
});

it.each(["en", "fr"] as const)(
  "names the certificate to the authority that confirmed it, %s first",
  async (reader) => {
    const notice = examples.importConfirmation;
    const { subject, html, text } = await compose(notice, reader, settings);
    const [first = "", second = ""] = subject.split(" / ");
    const [english, french] = reader === "en" ? [first, second] : [second, first];
    expect(english.toLowerCase()).toContain("certificate");
    expect(french.toLowerCase()).toContain("certificat");
    for (const said of [english, french, html, text]) expect(said).toContain(notice.data.number);
  },
);

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
    }
  });
});

it.each(confirmationAsks)(
  "asks the authority of the destination to confirm: %s",
  async (template) => {
    const data = {
      certificateNumber: "CA00000042",
      authority: "Diamond Office Antwerp",
      linkId: certificateId,
    };
    const { subject, text, html } = await compose({ template, data }, "en", settings);
    expect(subject.match(/CA00000042/g)).toHaveLength(2);
    const token = settings.tokenOf(certificateId);
    for (const body of [html, text]) {
      expect(body).toContain(`https://permits.example.ca/en/import-confirmation/${token}`);
      expect(body).toContain(`https://permits.example.ca/fr/confirmation-importation/${token}`);
    }
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
  const data = { certificateNumber: "CA00000042", authority: "Diamond Office Antwerp" };
  const { subject, text } = await compose({ template, data }, "en", settings);
  expect(subject.match(/CA00000042/g)).toHaveLength(2);
  expect(text).toContain("To Diamond Office");
  expect(text).toContain("https://permits.example.ca/fr/verifier");
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
  expect(mail.html).not.toMatch(unsaid);
});

it("gives the same bytes each time, so that a repeated send is recognized", async () => {
  const first = await compose(examples.returned, "fr", settings);
  expect(await compose(examples.returned, "fr", settings)).toEqual(first);
});

it("writes dates, times and addresses as each language does", async () => {
  const { template, data } = examples.returned;
  const sections = ["goods" as const, "documents" as const];
  const returned = await compose(
    { template, data: { ...data, sections, reasons: [[], []] } },
    "fr",
    settings,
  );
  expect(returned.text).toContain("Date limite\u00A0: 1er décembre 2026");
  expect(returned.text).toContain("Due date: December 1, 2026");
  expect(returned.text).toContain("- Tarifs, contenants et sceaux\n- Documents justificatifs");
  const office = await compose(examples.officeSubmission, "en", settings);
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
    const data = { ...about, name: "Julie" };
    const { text: before } = await compose({ template: "messageFromOffice", data }, "fr", settings);
    expect(before).not.toContain(exporter);
    const notice: Notice = { template: "messageFromOffice", data: { ...data, exporter } };
    const { subject, text } = await compose(notice, "fr", settings);
    expect(text).toContain(exporter);
    expect(subject.split("KPO-2026-0418")).toHaveLength(matter === null ? 1 : 3);
    expect(text).toContain(`https://permits.example.ca/fr/messages/${applicationId}`);
    expect(text).not.toMatch(unsaid);
  });

  it.each([...toOfficer, "officeMessage"] as const)("leads the office there: %s", async (to) => {
    const name = to === "officeMessage" ? {} : { name: "Nora Lindqvist" };
    const notice = { template: to, data: { ...about, exporter, ...name } } as Notice;
    const { subject, text } = await compose(notice, "en", settings);
    expect(subject.split(matter ?? exporter)).toHaveLength(3);
    expect(text).toContain(`/en/office/inbox/${applicationId}`);
    expect(text).toContain(exporter);
    expect(text).not.toMatch(unsaid);
  });
});

describe.each(peopleTemplates)("about people: %s", (template) => {
  it("leads where it should in both languages", async () => {
    const { text } = await compose(examples[template], "fr", settings);
    for (const language of ["en", "fr"]) {
      expect(text).toContain(`https://permits.example.ca/${language}/`);
    }
    expect(text.includes(`/token-of-${applicationId}`)).toBe(aboutPeople[template].link);
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
    },
  );

  it("names the reader's exporters where it is not to everybody, and reads what does not say", async () => {
    const exporters = ["Barren Lands Diamond Sales Ltd.", "Northern Facets Inc."];
    const data = { ...said("le 25"), exporters };
    const { text } = await compose({ template, data }, "en", settings);
    expect(text).toContain("For: Barren Lands Diamond Sales Ltd. and Northern Facets Inc.");
    expect(text).toMatch(/Pour\s: Barren Lands Diamond Sales Ltd\. et Northern Facets Inc\./);
    expect(text).toContain("for whom you act");
    for (const all of [said("le 25"), { ...said("le 25"), exporters: [] }]) {
      const { text: general } = await compose({ template, data: all }, "en", settings);
      expect(general).toContain("to exporters and to those who act for them");
      expect(general).not.toMatch(/^(For|Pour)\b/m);
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
  expect(mail.html).not.toMatch(unsaid);
});

it("cannot end the subject even where a number is not ours", async () => {
  const { template, data } = examples.rejected;
  const forged: Notice = { template, data: { ...data, number: "1\r\nBcc: a@b.ca" } };
  expect((await compose(forged, "en", settings)).subject).toBe(
    "Application 1 Bcc: a@b.ca rejected / Demande 1 Bcc: a@b.ca rejetée",
  );
});

it("shows whole what is long", async () => {
  const longest = "W".repeat(200);
  const { html, text } = await compose(mailExamples(longest).officeSubmission, "fr", settings);
  expect(html).toContain(longest);
  expect(text).toContain(longest);
});

it("keeps ordinary letters of both languages as they are", () => {
  expect(oneLine(" L’Île-aux-Cœurs & Fils – naïve\u00A0! ")).toBe(
    "L’Île-aux-Cœurs & Fils – naïve\u00A0!",
  );
});
