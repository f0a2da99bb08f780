import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { drawingAnswers, newSubmitted } from "@/tests/factories/applications";
import { balanceOf, newCorrection, newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import {
  acceptCorrection,
  proposeCorrection,
  refuseCorrection,
  takeBackCorrection,
} from "./commands/correct";
import { findCorrections } from "./queries/corrections";
import { findStatement } from "./queries/statement";
import { statementFilter } from "./statement";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let marie: OfficerViewer;
let id: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  [nora, marie] = [await newOfficer("reviewer"), await newOfficer("signatory")];
});
beforeEach(async () => {
  ({ id } = await newImportCertificate({ exporterId, carats: "100.00" }));
});

const totals = (carats: string, usd = "80000.00") => ({
  carats,
  usd,
  reason: "The paper says so.",
});
const statementOf = (viewer: OfficerViewer | ExporterViewer) =>
  findStatement(viewer, id, statementFilter.parse({}));
const eventsOf = async () =>
  (await db().event.findMany({ where: { importCertificateId: id }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

describe("a correction", () => {
  it("moves the account to what the paper says once another officer accepts, under both names", async () => {
    expect(await proposeCorrection(nora, id, totals("99.50", "80100.00"))).toEqual({ ok: true });
    expect((await balanceOf(id)).remaining).toBe("100.00");
    const open = (await findCorrections(marie, id))?.open;
    expect(open).toMatchObject({ carats: "-0.50", usd: "100.00", byViewer: false });
    expect(open).toMatchObject({ total: { carats: "99.50", usd: "80100.00" }, left: "99.50" });
    expect((await statementOf(nora))?.correction).toMatchObject({ id: open?.id, byViewer: true });
    expect((await statementOf(owner))?.correction).toBeNull();

    expect(await acceptCorrection(marie, id, open?.id ?? "")).toEqual({ ok: true });
    const statement = await statementOf(marie);
    expect(statement).toMatchObject({
      registered: { carats: "99.50", usd: "80100.00" },
      left: { carats: "99.50", usd: "80100.00" },
      correction: null,
    });
    expect(statement?.entries.at(-1)).toMatchObject({
      kind: "corrected",
      moved: { carats: "-0.50", usd: "100.00" },
      words: "The paper says so.",
      by: [nora.name, marie.name],
    });
    const read = (await statementOf(owner))?.entries.at(-1);
    expect(read).toMatchObject({ words: "The paper says so.", by: null });
    expect(await eventsOf()).toEqual(["import.correctionProposed", "import.corrected"]);
  });

  it("is not decided by whoever proposed it, nor taken back by another", async () => {
    const correction = await newCorrection(nora, id);
    for (const decide of [acceptCorrection, refuseCorrection]) {
      expect(await decide(nora, id, correction, "No.")).toEqual({
        ok: false,
        error: "ownProposal",
      });
    }
    expect(await takeBackCorrection(marie, id, correction)).toMatchObject({
      error: "notOwnProposal",
    });
    expect(await takeBackCorrection(nora, id, correction)).toEqual({ ok: true });
    expect(await acceptCorrection(marie, id, correction)).toMatchObject({ error: "noneOpen" });
    expect((await findCorrections(nora, id))?.past).toMatchObject([{ outcome: "taken_back" }]);
    expect((await balanceOf(id)).remaining).toBe("100.00");
  });

  it("is refused with words, which the office reads", async () => {
    const correction = await newCorrection(nora, id);
    expect(await refuseCorrection(marie, id, correction, "A smudge, not a 5.")).toEqual({
      ok: true,
    });
    expect((await findCorrections(nora, id))?.past).toMatchObject([
      { outcome: "refused", answer: "A smudge, not a 5.", decider: marie.name },
    ]);
  });

  it("is one at a time, and of something", async () => {
    expect(await proposeCorrection(nora, id, totals("100.00"))).toMatchObject({ error: "nothing" });
    const proposals = await Promise.all(
      ["99.00", "98.00", "97.00"].map((carats) => proposeCorrection(nora, id, totals(carats))),
    );
    expect(proposals.filter(({ ok }) => ok)).toHaveLength(1);
    expect(proposals.filter((each) => !each.ok && each.error === "alreadyOpen")).toHaveLength(2);
  });

  it("never takes what is exported and held, when it is proposed and when it is accepted", async () => {
    await newSubmitted(owner, exporterId, drawingAnswers(id, "60.00"));
    const used = { exported: "0.00", held: "60.00", sum: "60.00" };
    expect(await proposeCorrection(nora, id, totals("59.99"))).toEqual({
      ok: false,
      error: "belowUsed",
      used,
    });
    expect(await proposeCorrection(nora, id, totals("65.00"))).toEqual({ ok: true });
    await newSubmitted(owner, exporterId, drawingAnswers(id, "30.00"));
    const open = (await findCorrections(marie, id))?.open;
    expect(open?.left).toBe("-25.00");
    expect(await acceptCorrection(marie, id, open?.id ?? "")).toMatchObject({
      error: "belowUsed",
      used: { held: "90.00" },
    });
    expect((await balanceOf(id)).remaining).toBe("10.00");
    expect((await findCorrections(marie, id))?.open).not.toBeNull();
  });

  it("is decided once, however many decide at once", async () => {
    const correction = await newCorrection(nora, id);
    const others = [marie, await newOfficer("reviewer"), await newOfficer("signatory")];
    const decided = await Promise.all([
      ...others.map((officer) => acceptCorrection(officer, id, correction)),
      ...others.map((officer) => refuseCorrection(officer, id, correction, "No.")),
      takeBackCorrection(nora, id, correction),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    const { outcome } = await db().importCorrection.findUniqueOrThrow({
      where: { id: correction },
    });
    const entries = await db().ledgerEntry.count({ where: { correctionId: correction } });
    expect(entries).toBe(outcome === "accepted" ? 1 : 0);
    expect((await eventsOf()).length).toBe(2);
  });
});
