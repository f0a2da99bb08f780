import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { askedWords } from "@/lib/applications/requests";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { renderNotice, renderRejection } from "@/lib/jobs/render-letters";
import { readPdf, solid, withoutBlanks } from "@/lib/pdf/read-pdf";
import { claim } from "@/lib/reviews/commands/claim";
import { extend } from "@/lib/reviews/commands/extend";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { openNotice, openRejection } from "@/lib/reviews/queries/letters";
import type { ReturnNotice } from "@/lib/reviews/schema";
import { goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { checklistFor } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;

beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  nora = await newOfficer("reviewer");
});

async function claimed() {
  const id = await newSubmitted(owner, exporterId);
  expect(await claim(nora, id)).toMatchObject({ ok: true });
  return id;
}

const asking = (...requests: ReturnNotice["requests"]) => ({ requests, dueOn: "2030-01-10" });

async function read(opened: Awaited<ReturnType<typeof openNotice>>) {
  if (!opened) throw new Error("no letter");
  const bytes = new Uint8Array(await new Response(opened.stream).arrayBuffer());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name: opened.name, sha256, text: solid((await readPdf(bytes)).sheets) };
}

describe("the reasons of a request", () => {
  test("are kept as they read that day, in both languages, beside the officer’s own words", async () => {
    const id = await claimed();
    const document = await db().document.findFirstOrThrow({ where: { applicationId: id } });
    const notice = asking(
      { section: "origin", reasonCode: "mass-differs", reason: "Line 2 of the invoice." },
      { section: "consignee", field: "consignee.city", reason: "Which city?" },
      { section: "documents", field: `document.${document.id}`, reasonCode: "document-illegible" },
      { section: "documents", field: "documents.waybill", reasonCode: "document-missing" },
    );
    expect(await returnForChanges(nora, id, notice)).toEqual({ ok: true, value: undefined });
    const application = await findApplication(owner, id);
    const said = application?.requests.map((request) => [
      askedWords(request, "fr"),
      request.field,
      request.rowId,
    ]);
    const textFr = async (code: string) =>
      (await db().returnReason.findUniqueOrThrow({ where: { code } })).textFr;
    expect(said).toEqual([
      [[await textFr("mass-differs"), "Line 2 of the invoice."], null, null],
      [["Which city?"], "consignee.city", null],
      [[await textFr("document-illegible")], `documents.${document.kind}`, document.id],
      [[await textFr("document-missing")], "documents.waybill", null],
    ]);
  });

  test("must be offered for the section: else nothing is returned, and the form’s row is named", async () => {
    const id = await claimed();
    const outcome = await returnForChanges(
      nora,
      id,
      asking(
        { section: "goods", reasonCode: "subheading" },
        { section: "goods", reasonCode: "mass-differs" },
        { section: "goods", reasonCode: "no-such-reason" },
        { section: "goods", reasonCode: "figures-differ" },
      ),
    );
    expect(outcome).toEqual({
      ok: false,
      error: "unknownReason",
      problems: [1, 2].map((i) => ({
        field: `requests[${i}].reasonCode`,
        key: "review.reason.unknown",
      })),
    });
    expect(await findApplication(owner, id)).toMatchObject({ status: "in_review", requests: [] });
  });
});

describe("the letters", () => {
  test("of a notice are made once in each language, and a later day does not change them", async () => {
    const id = await claimed();
    await returnForChanges(
      nora,
      id,
      asking({ section: "goods", reasonCode: "seal-used", reason: "S-1 is on CA00000042." }),
    );
    expect(await openNotice(owner, id, 1, "en")).toBeNull();
    await extend(nora, id, { dueOn: "2030-02-10", reason: "The laboratory is closed." });
    const { id: submissionId } = await db().submission.findFirstOrThrow({
      where: { applicationId: id },
    });
    expect(
      await db()
        .$queryRaw`SELECT key FROM graphile_worker.jobs WHERE key = ${`notice ${submissionId}`}`,
    ).toHaveLength(1);
    await Promise.all([renderNotice(submissionId), renderNotice(submissionId)]);
    const letters = await db().noticeLetter.findMany({ where: { submissionId } });
    expect(letters).toHaveLength(2);
    const { number } = await db().application.findUniqueOrThrow({ where: { id } });
    const [en, fr] = [
      await read(await openNotice(owner, id, 1, "en")),
      await read(await openNotice(nora, id, 1, "fr")),
    ];
    expect([en.name, fr.name]).toEqual([
      `${number}-1-notice-of-deficiency.pdf`,
      `${number}-1-avis-de-non-conformite.pdf`,
    ]);
    expect(letters.map(({ sha256 }) => sha256).sort()).toEqual([en.sha256, fr.sha256].sort());
    expect(en.text).toContain(withoutBlanks("This seal number is on an earlier certificate."));
    expect(en.text).toContain(withoutBlanks("Answer by January 10, 2030"));
    expect(fr.text).toContain(withoutBlanks("Ce numéro de sceau figure sur un certificat"));
    expect(fr.text).toContain(withoutBlanks("S-1 is on CA00000042."));
    expect(fr.text).toContain(withoutBlanks("au plus tard le 10 janvier 2030"));
    expect(await openNotice((await newExporter()).owner, id, 1, "en")).toBeNull();
  }, 60_000);

  test("of a rejection say the ground in law, the signatory’s reasons and who signed", async () => {
    const id = await claimed();
    const marie = await newOfficer("signatory");
    const advice = { ground: "origin_not_lawful", reasons: "See page 2." } as const;
    const checklist = checklistFor(goodAnswers());
    expect(await recommend(nora, id, { outcome: "reject", ...advice, checklist })).toMatchObject({
      ok: true,
    });
    expect(
      await reject(marie, id, { ...advice, reasons: "The stones\nare not of the mine." }),
    ).toMatchObject({ ok: true });
    const { id: decisionId } = await db().decision.findUniqueOrThrow({
      where: { applicationId: id },
    });
    expect(
      await db()
        .$queryRaw`SELECT key FROM graphile_worker.jobs WHERE key = ${`rejection ${decisionId}`}`,
    ).toHaveLength(1);
    await renderRejection(decisionId);
    await renderRejection(decisionId);
    const fr = await read(await openRejection(owner, id, "fr"));
    for (const words of ["alinéa 9(2)c)", "The stones", "are not of the mine.", marie.name]) {
      expect(fr.text).toContain(withoutBlanks(words));
    }
    expect(fr.text).not.toContain(withoutBlanks("See page 2."));
    expect(await db().decisionLetter.count({ where: { decisionId } })).toBe(2);
  }, 60_000);
});
