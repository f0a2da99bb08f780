import { statementsOf } from "@/tests/statements";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveSection } from "@/lib/applications/commands/save";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { inState } from "@/e2e/support/scene";
import { goodAnswers, newDraft, newSubmitted, versionOf } from "@/tests/factories/applications";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer, newPerson } from "@/tests/factories/people";
import type { SearchKind } from "./kinds";
import { search, searchOne } from "./queries/search";

const mark = randomUUID().slice(0, 6);
const number = newBusinessNumber();
let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let ava: OfficerViewer;
let issued: { id: string; number: string; certificateId: string; certificate: string };
let imported: { id: string; number: string };

const answersOf = (consignee: string, ...seals: string[]) => {
  const good = goodAnswers();
  return {
    ...good,
    consignee: { ...good.consignee, consignee: { ...good.consignee?.consignee, name: consignee } },
    goods: { ...good.goods, seals },
  };
};

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter({
    legalName: `Diamants Boréal & Frères ${mark} Inc.`,
    businessNumber: `${number}RC0001`,
  }));
  [nora, ava] = [await newOfficer("reviewer"), await newOfficer("administrator")];
  const id = await newSubmitted(owner, exporterId, answersOf(`Écluse ${mark} BV`, `TOR-${mark}-1`));
  const { certificateId } = await issueSubmitted(id);
  const found = await db().application.findUniqueOrThrow({
    where: { id },
    select: { number: true, certificate: { select: { number: true } } },
  });
  issued = {
    id,
    number: found.number ?? "",
    certificateId,
    certificate: found.certificate?.number ?? "",
  };
  imported = await newImportCertificate({ exporterId });
});

async function found(text: string, viewer: OfficerViewer = nora) {
  const { groups } = await search(viewer, { text });
  return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map(({ id }) => id)]));
}

describe("a number", () => {
  it("leads straight to its page, however it is written", async () => {
    const bare = issued.number.replace("KPO-", "");
    for (const text of [issued.number, issued.number.toLowerCase().replaceAll("-", " "), bare]) {
      expect((await search(nora, { text })).only, text).toMatchObject({
        kind: "applications",
        id: issued.id,
      });
    }
    const serial = String(Number(issued.certificate.slice(2)));
    for (const text of [issued.certificate, `ca ${issued.certificate.slice(2)}`, `CA${serial}`]) {
      expect((await search(nora, { text })).only, text).toMatchObject({
        kind: "certificates",
        id: issued.certificateId,
      });
    }
    for (const text of [imported.number, imported.number.toLowerCase().replace(/^../, "$& ")]) {
      expect((await search(nora, { text })).only, text).toMatchObject({
        kind: "imports",
        id: imported.id,
      });
    }
  });

  it("is found from its beginning, and by the figures of its end", async () => {
    expect((await found(issued.number.slice(0, -1)))["applications"]).toContain(issued.id);
    const serial = issued.number.split("-")[2] ?? "";
    expect((await found(String(Number(serial))))["applications"]).toEqual([issued.id]);
    expect((await found(issued.certificate.slice(0, -2)))["certificates"]).toContain(
      issued.certificateId,
    );
    expect((await found(imported.number.slice(2, 7)))["imports"]).toContain(imported.id);
    expect((await found(number))["exporters"]).toEqual([exporterId]);
  });
});

describe("a name", () => {
  it.each([
    `boreal freres ${mark}`,
    `FRÈRES ${mark} boréal`,
    "diamants BOREAL",
    `di bo ${mark}`,
    mark,
  ])("%j finds the exporter", async (text) => {
    expect((await found(text))["exporters"]).toContain(exporterId);
  });

  it("finds consignees and seals, without accents, case and what stands between", async () => {
    expect((await found(`ecluse ${mark}`))["consignees"]).toEqual([issued.id]);
    const { groups } = await search(nora, { text: `tor ${mark} 1` });
    expect(groups.find(({ kind }) => kind === "seals")?.hits).toMatchObject([
      {
        row: {
          seal: `TOR-${mark}-1`,
          applicationId: issued.id,
          status: "issued",
          certificate: issued.certificate,
        },
      },
    ]);
  });

  it("puts the closest first, and asks for nothing by wildcards", async () => {
    const name = `Zircon ${mark}`;
    const after = await newExporter({ legalName: `Aurora ${name}` });
    const longer = await newExporter({ legalName: `${name} North` });
    const exact = await newExporter({ legalName: name });
    const expected = [exact, longer, after].map((each) => each.exporterId);
    expect((await found(`zircon ${mark}`))["exporters"]).toEqual(expected);
    for (const text of ["%", "_", "\\", `zircon%${mark}`, `z_rcon ${mark}`]) {
      expect(await found(text), text).not.toHaveProperty("exporters");
    }
    expect(await found("nobody bears this name")).toEqual({});
    expect(await found("")).toEqual({});
  });
});

describe("what the office may know", () => {
  it("leaves out what was never submitted", async () => {
    const draft = await newDraft(owner, exporterId, answersOf(`Draft ${mark}`, `DR-${mark}`), []);
    for (const text of [`draft ${mark}`, `dr${mark}`]) {
      expect(JSON.stringify(await found(text, ava))).not.toContain(draft);
    }
  });

  it("finds a returned application by what was submitted, not by what is being written", async () => {
    const scene = { owner, exporterId, reviewer: nora };
    const id = await inState.returned(
      scene,
      answersOf(`Before ${mark}`, `BE-${mark}`),
      "consignee",
      "goods",
    );
    for (const [section, answers] of [
      ["consignee", answersOf(`Meanwhile ${mark}`).consignee],
      ["goods", answersOf("", `ME-${mark}`).goods],
    ] as const) {
      const saved = await saveSection(owner, id, section, answers, await versionOf(id));
      expect(saved.ok).toBe(true);
    }
    expect(await found(`before ${mark}`)).toEqual({ consignees: [id] });
    expect(Object.keys(await found(`be${mark}`))).toEqual(["seals"]);
    expect(await found(`meanwhile ${mark}`)).toEqual({});
    expect(await found(`me${mark}`)).toEqual({});
  });

  it("shows people to administrators and auditors alone, and notes it without the words", async () => {
    const person = await newPerson();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
    const text = email ?? "";
    for (const role of ["reviewer", "signatory"] as const) {
      expect(await found(text, await newOfficer(role))).toEqual({});
      const one = { text, kind: "people", after: "" } as const;
      expect(await searchOne(await newOfficer(role), one)).toBeNull();
    }
    const auditor = await newOfficer("auditor");
    expect(await found(text.toUpperCase(), auditor)).toEqual({ people: [person.userId] });
    const noted = await db().event.findMany({ where: { actorId: auditor.userId } });
    expect(noted).toMatchObject([{ kind: "person.searched", data: { found: 1 } }]);
    expect(await found(issued.number, auditor)).toHaveProperty("applications");
    expect(await db().event.count({ where: { actorId: auditor.userId } })).toBe(1);
  });
});

it("shows the best ten of each kind, then all of one kind page by page, in the same order", async () => {
  const name = `Mica ${mark}`;
  const ids: string[] = [];
  for (let n = 0; n < 27; n += 1) {
    // Half of them begin so.
    const legalName = n % 2 ? `${name} ${String(n).padStart(2, "0")}` : `The ${name} ${n}`;
    ids.push((await newExporter({ legalName })).exporterId);
  }
  const { groups } = await search(nora, { text: name });
  const [best] = groups;
  expect(best).toMatchObject({ kind: "exporters", more: true });
  expect(best?.hits).toHaveLength(10);
  const kind: SearchKind = "exporters";
  const first = await searchOne(nora, { text: name, kind, after: "" });
  expect(first?.hits.slice(0, 10).map(({ id }) => id)).toEqual(best?.hits.map(({ id }) => id));
  const second = await searchOne(nora, { text: name, kind, after: first?.next ?? "" });
  expect(second?.next).toBeNull();
  const all = [...(first?.hits ?? []), ...(second?.hits ?? [])].map(({ id }) => id);
  expect(all).toHaveLength(27);
  expect(new Set(all)).toEqual(new Set(ids));
  const tampered = await searchOne(nora, { text: name, kind, after: "1~nonsense" });
  expect(tampered?.hits).toHaveLength(25);
});

it("asks the database one thing, and for people one trace more", async () => {
  const asked = await statementsOf(() => search(nora, { text: mark }));
  expect(asked).toHaveLength(1);
  const read = await statementsOf(() => search(ava, { text: "number" }));
  expect(read.length).toBeLessThanOrEqual(6);
  expect(read.filter((sql) => /"User"/.test(sql) && /UNION ALL/.test(sql))).toHaveLength(1);
});
