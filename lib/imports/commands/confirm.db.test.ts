import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { confirmationLetter } from "@/lib/jobs/render-confirmation";
import { sendMail } from "@/lib/jobs/send-mail";
import { tellPeople } from "@/lib/jobs/tell-people";
import { findConfirmations, openConfirmation } from "@/lib/imports/queries/confirmations";
import { readPdf } from "@/lib/pdf/read-pdf";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { withMailbox } from "@/tests/factories/reference";
import { confirmImport } from "./confirm";

const confirmation = {
  authority: "Department of Mines",
  recipient: "kp@mines.example",
  parcels: 2,
  shipper: "Karoo Rough (Pty) Ltd\n88 Commissioner St, Johannesburg",
  remarks: "Seals intact.",
};

let reviewer: OfficerViewer;
let exporterId: string;
let number: string;
let id: string;

interface Sent {
  to: string;
  subject: string;
  text: string;
  attachments?: { filename: string; content: string }[];
}
const sent: Sent[] = [];
const provider = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    sent.push(JSON.parse(Buffer.concat(chunks).toString("utf8")) as Sent);
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"one"}');
  })();
});

beforeAll(async () => {
  provider.listen(0, "127.0.0.1");
  await once(provider, "listening");
  process.env["RESEND_BASE_URL"] = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  reviewer = await newOfficer("reviewer");
  ({ exporterId } = await newExporter());
  ({ id, number } = await newImportCertificate({ exporterId, carats: "212.84", issuer: "ZA" }));
});
afterAll(() => provider.close());

describe("confirming a receipt", () => {
  it("is for reviewers who are not of the profile", async () => {
    for (const role of ["signatory", "administrator", "auditor"] as const) {
      const other = await newOfficer(role);
      expect(await confirmImport(other, id, confirmation, 0)).toMatchObject({
        error: "notAllowed",
      });
    }
    const { owner, ...mine } = await newExporter();
    const own = await newImportCertificate({ exporterId: mine.exporterId });
    const both: OfficerViewer = { ...reviewer, userId: owner.userId };
    expect(await confirmImport(both, own.id, confirmation, 0)).toMatchObject({
      error: "ownProfile",
    });
    expect(await confirmImport(reviewer, "not an id", confirmation, 0)).toMatchObject({
      error: "notFound",
    });
  });

  it("sends one letter, also of two presses, with the figures of the register in both languages", async () => {
    const other = await newOfficer("reviewer");
    const presses = await Promise.all([
      confirmImport(reviewer, id, confirmation, 0),
      confirmImport(other, id, confirmation, 0),
    ]);
    expect(presses.map((press) => press.ok || press.error).sort()).toEqual([
      "confirmedMeanwhile",
      true,
    ]);

    const event = await db().event.findFirstOrThrow({
      where: { importCertificateId: id, kind: "import.confirmed" },
    });
    await tellPeople(event.id);
    await tellPeople(event.id);
    const [mail, ...more] = await db().mail.findMany({ where: { eventId: event.id } });
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      recipient: confirmation.recipient,
      template: "importConfirmation",
    });
    // Mass and value travel in the letter alone.
    expect(JSON.stringify(mail?.data)).not.toContain("212.84");

    await sendMail(mail?.id ?? "");
    const [letter] = sent.at(-1)?.attachments ?? [];
    expect(sent.at(-1)).toMatchObject({ to: confirmation.recipient });
    expect(sent.at(-1)?.text).not.toContain("212.84");
    const { sheets } = await readPdf(new Uint8Array(Buffer.from(letter?.content ?? "", "base64")));
    expect(sheets).toHaveLength(2);
    const text = sheets
      .flat()
      .map((run) => run.text)
      .join(" ")
      .replace(/\s+/g, " ");
    for (const words of [
      number,
      "South Africa",
      "Afrique du Sud",
      "212.84 carats",
      "212,84 carats",
      "US$170,272.00",
      "170 272,00 $ US",
      "7102.31",
      "Karoo Rough (Pty) Ltd",
      "Seals intact.",
      presses[0].ok ? reviewer.name : other.name,
    ]) {
      expect(text).toContain(words);
    }

    const found = await findConfirmations(reviewer, id);
    expect(found?.confirmations).toMatchObject([
      { mail: "sent", hasLetter: true, authority: "Department of Mines" },
    ]);
    const confirmationId = found?.confirmations[0]?.id ?? "";
    const opened = await openConfirmation(reviewer, confirmationId, "pdf");
    const bytes = Buffer.from(await new Response(opened?.stream).arrayBuffer());
    expect(bytes.toString("base64")).toBe(letter?.content);
    const kept = await confirmationLetter(confirmationId);
    expect(kept.letter).toEqual(bytes);
    // The same as signed data, the other way round.
    const [header, payload] = (kept.signed ?? "").split(".").map((part) => {
      return Buffer.from(part, "base64url").toString();
    });
    expect(header).toContain('"typ":"kpc-receipt+jwt"');
    expect(JSON.parse(payload ?? "")).toMatchObject({
      certificate: { issuer: "ZA" },
      received: { by: "CA", parcels: confirmation.parcels },
    });
    const data = await openConfirmation(reviewer, confirmationId, "jwt");
    expect(data?.name).toBe(`${number}-receipt.jwt`);
    expect(await new Response(data?.stream).text()).toBe(kept.signed);
    expect(data?.size).toBe(kept.signed?.length);
  });

  it("may be done again to correct it, and begins with whom the last one went to", async () => {
    expect(await confirmImport(reviewer, id, confirmation, 0)).toMatchObject({
      error: "confirmedMeanwhile",
    });
    expect((await confirmImport(reviewer, id, confirmation, 1)).ok).toBe(true);
    const next = await newImportCertificate({ exporterId, issuer: "ZA" });
    expect(await findConfirmations(reviewer, next.id)).toMatchObject({
      to: { authority: "Department of Mines", recipient: "kp@mines.example" },
      confirmations: [],
    });
  });

  it("begins with the mailbox in the reference data where there is one, also of a country of a participant", async () => {
    const toOf = async (issuer: string) => {
      const { id: next } = await newImportCertificate({ exporterId, issuer });
      return (await findConfirmations(reviewer, next))?.to;
    };
    expect(await toOf("BW")).toBe(null);
    await withMailbox("ZA", "registered@mines.example", async () => {
      expect(await toOf("ZA")).toEqual({
        authority: "South Africa",
        recipient: "registered@mines.example",
      });
    });
    await withMailbox("EU", "kp@eu.example", async () => {
      expect((await toOf("BE"))?.recipient).toBe("kp@eu.example");
    });
  });
});
