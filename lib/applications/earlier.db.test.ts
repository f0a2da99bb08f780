import { afterEach, beforeAll, expect, it } from "vitest";
import type { Answers, OriginRow } from "@/lib/applications/answers";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import { listPriceHistory, listSameFigures } from "@/lib/applications/earlier";
import { checkApplication, listChecks } from "@/lib/applications/queries/check";
import { totalsOf } from "@/lib/applications/totals";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { goodAnswers, newDraft, newSubmitted, submit } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";

const consignee = goodAnswers().consignee ?? {};

/** A shipment of these rows in one tariff line, always to the same consignee. */
function shipment(...origins: OriginRow[]): Answers {
  const { carats, usd } = totalsOf(origins);
  const hsLines = [{ subheading: "7102.10", carats, usd }];
  const good = goodAnswers();
  return { ...good, consignee, origin: { origins }, goods: { ...good.goods, hsLines } };
}
const mined = (carats: string, usd: string, mine = "EKATI"): OriginRow => ({
  id: `${mine}-${carats}`,
  category: "new_production",
  mine,
  carats,
  usd,
});

let exporterId: string;
let owner: ExporterViewer;
/** In the order in which they were sent. */
const sent: string[] = [];

afterEach(() => setClock(null));
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  const { id: importCertificateId } = await newImportCertificate({ exporterId });
  const imported: OriginRow = {
    id: "i",
    category: "previously_imported",
    importCertificateId,
    carats: "5.00",
    usd: "4000.00",
  };
  for (const rows of [
    [mined("10.00", "1000.00"), mined("10.00", "900.00", "GAHCHO_KUE")],
    [mined("20.00", "1100.00"), imported],
    [mined("30.00", "3000.00"), mined("1.00", "100.00")],
    [mined("40.00", "9999.00")],
  ]) {
    sent.push(await newSubmitted(owner, exporterId, shipment(...rows)));
  }
  await cancelApplication(owner, sent[3] ?? "");
});

const asked = (answers: Answers, applicationId = "00000000-0000-4000-8000-000000000000") => ({
  applicationId,
  exporterId,
  answers,
});

it("adds up what this exporter sent, by mine, category and subheading", async () => {
  const now = shipment(mined("1.00", "1.00"));
  const history = await listPriceHistory(db(), asked(now), todayInOttawa());
  const kind = { category: "new_production", subheading: "7102.10" };
  expect(history.sort((a, b) => a.shipments - b.shipments)).toEqual([
    { ...kind, mine: "GAHCHO_KUE", shipments: 1, carats: "10.00", usd: "900.00" },
    { ...kind, mine: "EKATI", shipments: 3, carats: "61.00", usd: "5200.00" },
  ]);
});

it("leaves out the application itself, what is older, and other exporters", async () => {
  const now = shipment(mined("1.00", "1.00"));
  const without = await listPriceHistory(db(), asked(now, sent[0]), todayInOttawa());
  expect(without).toMatchObject([{ mine: "EKATI", shipments: 2 }]);
  const later = addDays(todayInOttawa(), 732);
  expect(await listPriceHistory(db(), asked(now), later)).toEqual([]);
  const other = { ...asked(now), exporterId: (await newExporter()).exporterId };
  expect(await listPriceHistory(db(), other, todayInOttawa())).toEqual([]);
});

it("tells officers of a jump, and the exporter nothing of it", async () => {
  const id = await newDraft(owner, exporterId, shipment(mined("2.00", "50.00")));
  expect(await checkApplication(owner, id)).not.toContainEqual(
    expect.objectContaining({ rule: "R14" }),
  );
  const check = (await listChecks(owner, id))?.find(({ rule }) => rule === "R14");
  expect(check).toEqual({ rule: "R14", result: "passed", findings: [] });
  expect((await submit(owner, id)).ok).toBe(true);
  expect(await checkApplication(await newOfficer("reviewer"), id)).toContainEqual(
    expect.objectContaining({ severity: "officer", messageKey: "R14.jump" }),
  );
});

it("finds the same shipment twice: one’s own by its number, another’s for officers alone", async () => {
  // In the evening, when it is tomorrow already in Greenwich.
  setClock(new Date(`${addDays(todayInOttawa(), 1)}T03:30:00Z`));
  const twice = shipment(mined("30.00", "3000.00"), mined("1.00", "100.00"));
  const { number } = await db().application.findUniqueOrThrow({ where: { id: sent[2] ?? "" } });
  const mine = await newDraft(owner, exporterId, twice);
  expect(await checkApplication(owner, mine)).toContainEqual(
    expect.objectContaining({
      severity: "warn",
      messageKey: "R39.own",
      params: expect.objectContaining({ number: { as: "text", value: number } }) as unknown,
    }),
  );

  const other = await newExporter();
  const theirs = await newDraft(other.owner, other.exporterId, twice);
  expect(JSON.stringify(await listChecks(other.owner, theirs))).not.toContain(number);
  expect((await submit(other.owner, theirs)).ok).toBe(true);
  expect(await checkApplication(await newOfficer("reviewer"), theirs)).toContainEqual(
    expect.objectContaining({ severity: "officer", messageKey: "R39.others" }),
  );
  expect(JSON.stringify(await listChecks(owner, mine))).not.toContain("R39.others");

  const days = addDays(todayInOttawa(), 31);
  expect(await listSameFigures(db(), asked(twice), days)).toEqual([]);
  const cheaper = shipment(mined("30.00", "3000.00"), mined("1.00", "100.01"));
  expect(await listSameFigures(db(), asked(cheaper), todayInOttawa())).toEqual([]);
});
