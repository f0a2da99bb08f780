import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { notePrint } from "@/lib/certificates/commands/print";
import { setPrinter } from "@/lib/certificates/commands/printers";
import { findPrinters, openPrint } from "@/lib/certificates/queries/find-printers";
import { findFollowUp, findLife } from "@/lib/certificates/queries/find-life";
import { printerForm } from "@/lib/certificates/life/schema";
import { db } from "@/lib/db";
import { renderOverlay, renderTestPrint } from "@/lib/jobs/render-prints";
import { readPdf, solid } from "@/lib/pdf/read-pdf";
import { newCertificate, newPrinter, newSheet } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";

vi.setConfig({ testTimeout: 60_000 });

const bytesOf = async (opened: { stream: ReadableStream } | null) =>
  new Uint8Array(await new Response(opened?.stream).arrayBuffer());

const setTo = async (name: string) =>
  (await findPrinters(await newOfficer("auditor"))).printers.filter((each) => each.name === name);

const queued = async (task: string, key: string, value: string) =>
  db().$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = ${task} AND j.payload ->> ${key} = ${value}`;

it("sets a printer anew in place of what was seen, says so, and has a test print made", async () => {
  const nora = await newOfficer("reviewer");
  const name = `Canon ${randomUUID()}`;
  expect(await setPrinter(nora, { name, right: 15, down: -5 })).toEqual({ ok: true });
  const [first] = await setTo(name);
  expect(first).toMatchObject({ right: 15, down: -5, test: null });
  const seen = first?.id ?? "";
  expect(await queued("renderTestPrint", "printerId", seen)).toHaveLength(1);

  await renderTestPrint(seen);
  await renderTestPrint(seen);
  const [made] = await setTo(name);
  const { sheets } = await readPdf(await bytesOf(await openPrint(nora, made?.test?.id ?? "")));
  expect(solid(sheets)).toContain("Right1.5mm,down−0.5mm");

  expect(await setPrinter(nora, { name: "other", right: 0, down: 20, seen })).toEqual({ ok: true });
  expect(await setTo(name)).toMatchObject([{ right: 0, down: 20, test: null }]);
  const said = await db().event.findMany({
    where: { kind: "printer.set", actorId: nora.userId },
    orderBy: { id: "asc" },
  });
  expect(said.map(({ data }) => data)).toEqual([
    { name, right: 15, down: -5 },
    { name, right: 0, down: 20, from: { right: 15, down: -5 } },
  ]);
});

it("lets exactly one of two set it, by whoever prints, within reach", async () => {
  const nora = await newOfficer("reviewer");
  const seen = await newPrinter(nora);
  const { name } = await db().printer.findUniqueOrThrow({ where: { id: seen } });
  const both = await Promise.all([
    setPrinter(nora, { name, right: 1, down: 1, seen }),
    setPrinter(await newOfficer("signatory"), { name, right: 2, down: 2, seen }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: "setMeanwhile" }]);
  expect(await setTo(name)).toHaveLength(1);
  // A second printer of that name, in other letters.
  const again = { name: name.toUpperCase(), right: 0, down: 0 };
  expect(await setPrinter(nora, again)).toEqual({ ok: false, error: "setMeanwhile" });
  const auditor = await newOfficer("auditor", "administrator");
  expect(await setPrinter(auditor, again)).toEqual({ ok: false, error: "notAllowed" });
  await expect(setPrinter(nora, { name: "Far", right: 101, down: 0 })).rejects.toThrow(
    /Printer_in_reach/,
  );
});

it("makes the values of a certificate once for the sheet that it is printed on, for officers alone", async () => {
  const { exporterId, owner } = await newExporter();
  const nora = await newOfficer("reviewer");
  const { certificateId, number } = await newCertificate(owner, exporterId);
  const printer = await newPrinter(nora);
  const sheet = await newSheet();
  expect(await notePrint(nora, certificateId, { sheet, printer: randomUUID() })).toEqual({
    ok: false,
    error: "printer",
  });
  expect(await notePrint(nora, certificateId, { sheet, printer })).toEqual({ ok: true });
  const step = await db().certificateStep.findFirstOrThrow({ where: { certificateId } });
  expect(await queued("renderOverlay", "stepId", String(step.id))).toHaveLength(1);
  const printed = async () => (await findFollowUp(nora, certificateId))?.steps[0]?.print;
  expect(await printed()).toBeNull();
  expect((await findLife(owner, certificateId))?.steps[0]?.print).toBeUndefined();

  await Promise.all([renderOverlay(step.id), renderOverlay(step.id)]);
  expect(await db().printFile.count({ where: { stepId: step.id } })).toBe(1);
  const { id = "" } = (await printed()) ?? {};
  const opened = await openPrint(nora, id);
  expect(opened?.name).toBe(`${number}-${sheet}.pdf`);
  const { sheets } = await readPdf(await bytesOf(opened));
  expect(solid(sheets)).toContain(number);
  expect(solid(sheets)).not.toContain("Serialnumber");
  expect(await openPrint(owner, id)).toBeNull();
});

it.each([
  ["0", 0],
  ["1,5", 15],
  ["−0.5", -5],
  ["+10", 100],
  ["-10.0", -100],
])("reads %s as tenths of a millimetre", (typed, tenths) => {
  const { schema } = printerForm;
  expect(schema.parse({ name: "x", right: typed, down: "0" })).toMatchObject({ right: tenths });
});

it.each(["", "10.1", "-11", "0.25", "1e1", "a", "--1"])("refuses %s", (typed) => {
  const { schema } = printerForm;
  expect(schema.safeParse({ name: "x", right: typed, down: "0" }).success).toBe(false);
});
