// Before the first connection.
import { statementsOf } from "@/tests/statements";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import {
  confirmImport,
  mostReceipts,
  mostWrongCodes,
} from "@/lib/certificates/commands/confirm-import";
import { askRegisteredAuthority, askToConfirm } from "@/lib/certificates/commands/ask-to-confirm";
import { recordLoss } from "@/lib/certificates/commands/loss";
import { resolveDifferences } from "@/lib/certificates/commands/resolve-differences";
import { credentialKeysOf } from "@/lib/certificates/keys/credential-keys";
import { keySetOf } from "@/lib/certificates/keys/key-set";
import { listPublishedKeys } from "@/lib/certificates/keys/published";
import { checkCertificate } from "@/lib/certificates/queries";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { asCertified, askedToConfirm, newCertificate } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { withMailbox } from "@/tests/factories/reference";
import { untilSomebodyWaits } from "@/tests/factories/waits";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let id: string;
let number: string;
let token: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  nora = await newOfficer("reviewer");
});
beforeEach(async () => {
  ({ certificateId: id, number } = await newCertificate(owner, exporterId));
  token = await askedToConfirm(nora, id);
});
afterEach(() => setClock(null));

const wrong = "0000-0000";
const receipts = () =>
  db().importReceipt.findMany({ where: { certificateId: id }, orderBy: { place: "asc" } });
const steps = () =>
  db().certificateStep.count({ where: { certificateId: id, kind: "import_confirmed" } });
const decoded = (part = ""): unknown => JSON.parse(Buffer.from(part, "base64url").toString());

describe("what a receipt is", () => {
  it("is signed by Canada, in the log, in the status list, and a step of the certificate", async () => {
    const said = await asCertified(id);
    const confirmed = await confirmImport(token, said);
    if (!confirmed.ok) throw new Error(confirmed.error);
    const { signed } = confirmed.value;
    const [header, payload, signature] = signed.split(".");
    expect(decoded(header)).toMatchObject({ alg: "ES256", typ: "kpc-receipt+jwt" });
    const sealed = await db().sealedCertificate.findUniqueOrThrow({
      where: { certificateId: id },
    });
    expect(decoded(payload)).toEqual({
      iss: `did:web:${encodeURIComponent(new URL(env().PORTAL_URL).host)}`,
      iat: Math.floor(confirmed.value.at.getTime() / 1000),
      jti: `urn:uuid:${confirmed.value.id}`,
      certificate: {
        number,
        issuer: "CA",
        issued: todayInOttawa(),
        seal: Buffer.from(sealed.sealSha256).toString("base64url"),
      },
      received: {
        by: "AE",
        on: said.receivedOn,
        parcels: said.parcels,
        carats: said.carats,
        usd: said.usd,
        hs: said.subheadings,
        sealsIntact: true,
      },
      confirmedBy: { authority: "Diamond Office", name: said.name, role: said.role },
      differs: [],
    });
    const { kid } = decoded(header) as { kid: string };
    const keys = await credentialKeysOf(keySetOf(await listPublishedKeys()));
    const jwk = keys.get(kid)?.publicJwk;
    if (!jwk) throw new Error("the key is not published");
    const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("jwk", { ...jwk }, algorithm, false, ["verify"]);
    const verified = (text: string) =>
      crypto.subtle.verify(
        algorithm,
        key,
        Buffer.from(signature ?? "", "base64url"),
        Buffer.from(text),
      );
    expect(await verified(`${header ?? ""}.${payload ?? ""}`)).toBe(true);
    expect(await verified(`${header ?? ""}.${(payload ?? "").replace(/.$/, "A")}x`)).toBe(false);

    const [receipt] = await receipts();
    const hash = Buffer.from(receipt?.signedSha256 ?? []).toString("base64");
    const entries = await db().logEntry.findMany({ where: { subject: sealed.sealSha256 } });
    expect(entries.map(({ entry }) => entry)).toContain(
      `{"t":"received","seal":"${Buffer.from(sealed.sealSha256).toString("base64")}","receipt":"${hash}"}`,
    );
    expect(await checkCertificate(number, said.code)).toBe("received");
    expect(await steps()).toBe(1);
  });

  it("is the same when it is asked for again, also by many at once", async () => {
    const said = await asCertified(id);
    const all = await Promise.all([1, 2, 3, 4].map(() => confirmImport(token, said)));
    const ids = new Set(all.map((one) => (one.ok ? one.value.id : one.error)));
    expect(ids.size).toBe(1);
    expect(await receipts()).toHaveLength(1);
    // A figure may be written otherwise.
    const { carats } = said;
    const other = await confirmImport(token, { ...said, carats: `0${carats}`.replace(/0$/, "") });
    expect(other).toMatchObject({ ok: true, value: { id: [...ids][0] } });
  });

  it("is followed by one that corrects it, a few times", async () => {
    const said = await asCertified(id);
    const first = await confirmImport(token, said);
    const second = await confirmImport(token, { ...said, parcels: said.parcels + 1 });
    if (!first.ok || !second.ok) throw new Error("not confirmed");
    expect(decoded(second.value.signed.split(".")[1])).toMatchObject({
      differs: ["parcels"],
      supersedes: `urn:uuid:${first.value.id}`,
    });
    for (let more = 2; more < mostReceipts; more += 1) {
      expect(await confirmImport(token, { ...said, parcels: 100 + more })).toMatchObject({
        ok: true,
      });
    }
    expect(await confirmImport(token, { ...said, parcels: 99 })).toEqual({
      ok: false,
      error: "tooMany",
    });
    expect((await receipts()).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
    expect(await steps()).toBe(mostReceipts);
  });

  it("says what differs from the certificate, and that it was not in force", async () => {
    const said = await asCertified(id);
    await recordLoss(nora, id, {
      words: "Stolen.",
      authority: "Diamond Office",
      recipient: "kp@example.ae",
    });
    const other = {
      ...said,
      parcels: said.parcels + 1,
      carats: "0.01",
      usd: "1.00",
      subheadings: ["7102.39"],
      seals: false,
      remarks: "One bag was open.",
    };
    expect(await confirmImport(token, other)).toMatchObject({ ok: true });
    const [receipt] = await receipts();
    expect(receipt?.differences).toEqual([
      "parcels",
      "carats",
      "value",
      "subheadings",
      "seals",
      "remarks",
      "notInForce",
    ]);
    // That the paper is lost is worse than that a shipment came in under it.
    expect(await checkCertificate(number, said.code)).toBe("lost");
    const status = { certificateId: id };
    expect(await db().certificateStatus.findUniqueOrThrow({ where: status })).toMatchObject({
      message: 3,
    });
  });

  it("is of a day from the issue until today, wherever that is", async () => {
    const said = await asCertified(id);
    for (const on of [addDays(said.receivedOn, -1), addDays(said.receivedOn, 3)]) {
      expect(await confirmImport(token, { ...said, receivedOn: on })).toEqual({
        ok: false,
        error: "day",
      });
    }
    expect(await receipts()).toHaveLength(0);
  });
});

describe("a link", () => {
  it("answers a wrong code, a link that is none and one that was replaced alike", async () => {
    const said = await asCertified(id);
    const ask = async (by: string, code: string) => {
      const answers: unknown[] = [];
      const statements = await statementsOf(async () => {
        answers.push(await confirmImport(by, { ...said, code }));
      });
      return { answer: answers[0], statements };
    };
    const first = await ask(token, wrong);
    expect(first.answer).toEqual({ ok: false, error: "noMatch" });
    expect(await ask("nobody-has-sent-this", said.code)).toEqual(first);
    expect(await ask("nobody-has-sent-this", "?")).toEqual(first);
    const newer = await askedToConfirm(nora, id, "other@example.ae");
    expect(await ask(token, said.code)).toEqual(first);
    expect(await confirmImport(newer, said)).toMatchObject({ ok: true });
  });

  it("is good no more where another was sent while it waited", async () => {
    const said = await asCertified(id);
    const { applicationId } = await db().certificate.findUniqueOrThrow({ where: { id } });
    const waited = await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${applicationId}::uuid FOR NO KEY UPDATE`;
      const confirmed = confirmImport(token, said);
      await untilSomebodyWaits();
      const [link] = await tx.confirmationLink.findMany({ where: { certificateId: id } });
      if (!link) throw new Error("no link");
      await tx.confirmationLink.create({
        data: {
          ...link,
          id: crypto.randomUUID(),
          place: 2,
          tokenHash: "0".repeat(64),
          askedById: nora.userId,
        },
      });
      return { confirmed };
    });
    expect(await waited.confirmed).toEqual({ ok: false, error: "noMatch" });
  });

  it("is good no more after ten wrong codes, however many try at once", async () => {
    const said = await asCertified(id);
    const tries = Array.from({ length: mostWrongCodes + 5 }, () =>
      confirmImport(token, { ...said, code: wrong }),
    );
    for (const tried of await Promise.all(tries)) expect(tried).toMatchObject({ error: "noMatch" });
    const [link] = await db().confirmationLink.findMany({ where: { certificateId: id } });
    expect(link?.wrongCodes).toBe(mostWrongCodes);
    expect(await confirmImport(token, said)).toEqual({ ok: false, error: "noMatch" });
    expect(await confirmImport(await askedToConfirm(nora, id), said)).toMatchObject({ ok: true });
  });

  it("ends thirty days after the certificate", async () => {
    const said = await asCertified(id);
    const { expiresAt } = await db().certificate.findUniqueOrThrow({ where: { id } });
    setClock(new Date(expiresAt.getTime() + 30 * 86_400_000));
    expect(await confirmImport(token, said)).toEqual({ ok: false, error: "noMatch" });
    setClock(new Date(expiresAt.getTime() + 30 * 86_400_000 - 1));
    expect(await confirmImport(token, said)).toMatchObject({ ok: true });
  });

  it("is kept as a hash alone", async () => {
    const rows = await db().confirmationLink.findMany({ where: { certificateId: id } });
    expect(JSON.stringify(rows)).not.toContain(token);
    const events = await db().event.findMany({ where: { certificateId: id } });
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(token);
  });

  it("is sent by the portal where the reference data have a mailbox, once", async () => {
    const made = await newCertificate(owner, exporterId);
    const of = { ...made, exporterId };
    const ask = () => transaction((tx) => askRegisteredAuthority(tx, of));
    const links = () =>
      db().confirmationLink.findMany({ where: { certificateId: made.certificateId } });
    await ask();
    expect(await links()).toEqual([]);
    await withMailbox("AE", "kp@example.ae", async () => {
      await ask();
      await ask();
    });
    expect(await links()).toMatchObject([
      { recipient: "kp@example.ae", authority: "United Arab Emirates", askedById: null, place: 1 },
    ]);
  });

  it("is sent again by those who follow certificates, and not for their own profile", async () => {
    const asked = { authority: "Diamond Office", recipient: "kp@example.ae" };
    for (const officer of [await newOfficer("administrator"), await newOfficer("auditor")]) {
      expect(await askToConfirm(officer, id, asked)).toMatchObject({ error: "notAllowed" });
    }
    const member = await newOfficer("reviewer");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    expect(await askToConfirm(member, id, asked)).toMatchObject({ error: "ownProfile" });
  });
});

describe("differences", () => {
  const note = "The authority had counted the bags; 12 parcels it is.";

  it("are worked off once, in the receipt that counts", async () => {
    const said = await asCertified(id);
    await confirmImport(token, { ...said, parcels: said.parcels + 1 });
    const [first] = await receipts();
    await confirmImport(token, { ...said, parcels: said.parcels + 2 });
    const [, second] = await receipts();
    if (!first || !second) throw new Error("not confirmed");
    expect(await resolveDifferences(nora, id, first.id, note)).toMatchObject({
      error: "seenNewer",
    });
    const both = await Promise.all(
      [nora, await newOfficer("signatory")].map((one) =>
        resolveDifferences(one, id, second.id, note),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await db().event.findMany({
      where: { certificateId: id, kind: "certificate.differencesResolved" },
    });
    expect(events).toMatchObject([{ data: { receiptId: second.id, note } }]);
  });

  it("are nobody's where there are none", async () => {
    await confirmImport(token, await asCertified(id));
    const [receipt] = await receipts();
    const resolved = await resolveDifferences(nora, id, receipt?.id ?? "", note);
    expect(resolved).toMatchObject({ error: "notPossible" });
  });
});
