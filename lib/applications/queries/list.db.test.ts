import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import { listFilter, listSorts, type ListFilter } from "@/lib/applications/schema-list";
import { totalsOf } from "@/lib/applications/totals";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { goodAnswers, newDraft, newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { findHome } from "./home";
import { countApplications, listApplications, listDestinations } from "./list";
import { listActivity } from "./activity";
import { listAll } from "./list-all";

let owner: ExporterViewer;
let exporterId: string;
const ids: Record<string, string> = {};

const asked = (said: Partial<Record<keyof ListFilter, string>> = {}) => listFilter.parse(said);
const found = async (said?: Partial<Record<keyof ListFilter, string>>) => {
  const { rows } = await listApplications(owner, exporterId, asked(said));
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return rows.map(({ id }) => names[id]);
};

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  ids["issued"] = await newSubmitted(owner, exporterId);
  await issueSubmitted(ids["issued"]);
  ids["cancelled"] = await newDraft(owner, exporterId, {}, []);
  await cancelApplication(owner, ids["cancelled"]);
  ids["submitted"] = await newSubmitted(owner, exporterId);
  const answers = goodAnswers();
  ids["draft"] = await newDraft(
    owner,
    exporterId,
    {
      ...answers,
      consignee: { destination: "IN", consignee: { name: "Écluse & Frères 100% SA" } },
      goods: { ...answers.goods, seals: ["TOR-8891", "Q_Z"] },
      origin: {
        origins: [
          { id: "1", category: "exploration", carats: "10000.50", usd: "7" },
          { id: "2", category: "exploration", carats: "not a number" },
        ],
      },
    },
    [],
  );
});

describe("the tabs", () => {
  it.each([
    ["all", ["draft", "submitted", "cancelled", "issued"]],
    ["pending", ["draft"]],
    ["submitted", ["submitted"]],
    ["completed", ["issued"]],
    ["cancelled", ["cancelled"]],
  ])("%s: %j", async (view, names) => {
    expect(await found({ view })).toEqual(names);
    const counts = await countApplications(owner, exporterId, asked({ view }));
    expect(counts).toEqual({ all: 4, pending: 1, submitted: 1, completed: 1, cancelled: 1 });
  });

  it("count what the filter finds", async () => {
    const counts = await countApplications(owner, exporterId, asked({ destination: "IN" }));
    expect(counts).toEqual({ all: 1, pending: 1, submitted: 0, completed: 0, cancelled: 0 });
  });
});

describe("the search", () => {
  it.each([
    ["ecluse", ["draft"]],
    ["ÉCLUSE frères", ["draft"]],
    ["freres ecluse", ["draft"]],
    ["tor 8891", ["draft"]],
    ["TOR8891", ["draft"]],
    ["q_z", ["draft"]],
    ["100%", ["draft"]],
    ["tor%91", []],
    ["%", ["draft"]],
    ["_", ["draft"]],
    ["\\", []],
    ["nobody", []],
  ])("for %j finds %j", async (text, names) => {
    expect(await found({ text })).toEqual(names);
  });

  it("finds a certificate by its number, with spaces, in small letters, or a part of it", async () => {
    const { number } = await db().certificate.findFirstOrThrow({
      where: { applicationId: ids["issued"] ?? "" },
    });
    const digits = number.slice(2);
    for (const text of [number, `CA ${digits}`, `ca ${digits.slice(0, 4)} ${digits.slice(4)}`]) {
      expect(await found({ text }), text).toEqual(["issued"]);
    }
  });

  it("finds an application by its number, however it is written", async () => {
    const { number } = await db().application.findUniqueOrThrow({
      where: { id: ids["submitted"] ?? "" },
    });
    for (const text of [number ?? "", (number ?? "").toLowerCase().replaceAll("-", " ")]) {
      expect(await found({ text }), text).toEqual(["submitted"]);
    }
  });
});

it("narrows by destination, category and the day of submission in Ottawa", async () => {
  expect(await found({ destination: "AE" })).toEqual(["submitted", "issued"]);
  expect(await found({ category: "exploration" })).toEqual(["draft"]);
  expect(await listDestinations(owner, exporterId)).toEqual(["AE", "IN"]);
  const { id } = await db().application.update({
    where: { id: ids["submitted"] ?? "" },
    // The evening of the 2nd in Ottawa, the 3rd in UTC.
    data: { submittedAt: new Date("2026-11-03T02:30:00Z"), updatedAt: new Date() },
  });
  expect(id).toBe(ids["submitted"]);
  expect(await found({ from: "2026-11-02", until: "2 November 2026" })).toEqual(["submitted"]);
  expect(await found({ from: "2026-11-03", until: "3 nov. 2026" })).toEqual([]);
  expect(await found({ from: "soon", until: "2026-11-02" })).toEqual(["submitted"]);
  // A day that a database or a clock cannot hold is a day like the others.
  for (const day of ["0000-01-01", "0001-01-01", "1850-06-01"]) {
    expect(await found({ from: day, until: "2026-11-02" })).toEqual(["submitted"]);
    expect(await found({ until: day })).toEqual([]);
  }
  expect(await found({ from: "9999-12-31" })).toEqual([]);
});

it("shows what the answers say, also of a draft", async () => {
  const { rows } = await listApplications(owner, exporterId, asked({ view: "pending" }));
  const stated = { statedDestination: "IN", carats: "10000.50", valueUsd: "7.00", number: null };
  expect(rows[0]).toMatchObject({ ...stated, statedConsignee: "Écluse & Frères 100% SA" });
  const [cancelled] = (await listApplications(owner, exporterId, asked({ view: "cancelled" })))
    .rows;
  expect(cancelled).toMatchObject({ statedDestination: null, carats: null });
});

it("adds up the rows in the database as the pages do", async () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom("", "x", "1,5", "12.", ".5", "-3.25", "1e5", "٣", "999999999999999.99"),
  );
  const row = fc.record({ carats: fc.option(amount), usd: fc.option(amount) });
  const id = await newDraft(owner, exporterId, {}, []);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
      const origins = rows.map(({ carats, usd }) => ({
        ...(carats === null ? {} : { carats }),
        ...(usd === null ? {} : { usd }),
      }));
      const { statedCarats, statedUsd } = await db().application.update({
        where: { id },
        data: { answers: { origin: { origins } } },
      });
      const totals = totalsOf(origins);
      expect(statedCarats.toFixed(2)).toBe(totals.carats);
      expect(statedUsd.toFixed(2)).toBe(totals.usd);
    }),
    { numRuns: 60 },
  );
  await cancelApplication(owner, id);
});

describe("pages", () => {
  const many = 60;
  let other: Awaited<ReturnType<typeof newExporter>>;
  const ofOther = (n: number) => ({
    exporterId: other.exporterId,
    creationToken: crypto.randomUUID(),
    createdById: other.owner.userId,
    number: n % 3 === 0 ? null : `KPO-2031-${String(n).padStart(4, "0")}`,
    submittedAt: n % 3 === 0 ? null : new Date(Date.UTC(2031, 0, 1 + (n % 5))),
    updatedAt: new Date(Date.UTC(2031, 5, 1 + (n % 4))),
    answers: { origin: { origins: n % 7 === 0 ? [] : [{ carats: `${n % 6}.50`, usd: "3" }] } },
  });

  beforeAll(async () => {
    other = await newExporter();
    await db().application.createMany({ data: Array.from({ length: many }, (_, n) => ofOther(n)) });
  });

  /** Goes on to the last page, or back from it, and lets `meanwhile` happen after each. */
  async function walk(
    sort: string,
    way: "after" | "before",
    start: string,
    meanwhile: (page: number) => Promise<void> = () => Promise.resolve(),
  ) {
    const pages: string[][] = [];
    for (let place: string | null = start; place !== null;) {
      const filter = asked({ sort, [way]: place });
      const page = await listApplications(other.owner, other.exporterId, filter, 7);
      expect(page.rows.length).toBeLessThanOrEqual(7);
      pages.push(page.rows.map(({ id }) => id));
      await meanwhile(pages.length);
      place = way === "after" ? page.next : page.previous;
    }
    return way === "after" ? pages.flat() : pages.reverse().flat();
  }

  it.each(listSorts)("in the order %s put together are the whole list, each once", async (sort) => {
    const whole = await listApplications(other.owner, other.exporterId, asked({ sort }), 1000);
    const all = whole.rows.map(({ id }) => id);
    expect(new Set(all).size).toBe(many);
    expect(await walk(sort, "after", "")).toEqual(all);
    // Back from the last row: all but that one.
    const end = await listApplications(other.owner, other.exporterId, asked({ sort }), many - 1);
    expect(end.next).not.toBeNull();
    const last = await listApplications(
      other.owner,
      other.exporterId,
      asked({ sort, after: end.next ?? "" }),
      7,
    );
    expect(await walk(sort, "before", last.previous ?? "")).toEqual(all.slice(0, -1));
  });

  it("hold their place while applications come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listSorts),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }),
        async (sort, arrivals) => {
          const whole = await listApplications(
            other.owner,
            other.exporterId,
            asked({ sort }),
            1000,
          );
          const before = whole.rows.map(({ id }) => id);
          const made: string[] = [];
          const seen = await walk(sort, "after", "", async (page) => {
            const n = arrivals[page - 1];
            if (n === undefined) return;
            // Drafts: the clock of what is submitted is not what is tried here.
            const data = { ...ofOther(n), number: null, submittedAt: null };
            made.push((await db().application.create({ data, select: { id: true } })).id);
          });
          expect(new Set(seen).size).toBe(seen.length);
          const added = new Set(made);
          expect(seen.filter((id) => !added.has(id))).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    "x",
    "~",
    "zzz~x",
    "2031-99-99T00:00:00.000Z~0a0e5c1e-0000-4000-8000-000000000001",
    "0000-01-01T00:00:00.000Z~0a0e5c1e-0000-4000-8000-000000000001",
  ])("begin anew where the place was tampered with: %s", async (after) => {
    const first = await listApplications(owner, exporterId, asked());
    const page = await listApplications(owner, exporterId, asked({ after }));
    expect(page.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(page.previous).toBeNull();
  });

  it("are one list in a file, up to its limit", async () => {
    const filter = asked({ sort: "number.asc" });
    const all = await listAll(other.owner, other.exporterId, filter, 10_000);
    expect(all?.cut).toBe(false);
    expect(all?.rows.length).toBeGreaterThanOrEqual(many);
    const some = await listAll(other.owner, other.exporterId, filter, 10);
    expect(some?.cut).toBe(true);
    expect(some?.rows).toEqual(all?.rows.slice(0, 10));
    expect(await listAll(owner, other.exporterId, filter, 10)).toBeNull();
  });
});

describe("the home page", () => {
  it("tells what waits, what the office has and what was issued", async () => {
    const home = await findHome(owner, exporterId);
    expect(home).toMatchObject({ waitingCount: 1, withOfficeCount: 1, any: true });
    expect(home.waiting.map(({ id }) => id)).toEqual([ids["draft"]]);
    expect(home.withOffice.map(({ id }) => id)).toEqual([ids["submitted"]]);
    expect(home.completed).toMatchObject([{ id: ids["issued"], destination: "AE" }]);
    const stranger = await newExporter();
    expect(await findHome(stranger.owner, exporterId)).toMatchObject({ any: false, waiting: [] });
  });

  it("tells what happened last, and nothing of what stays in the office", async () => {
    const activity = await listActivity(owner, exporterId, 50);
    const ofIssued = activity.filter(({ application }) => application?.id === ids["issued"]);
    expect(ofIssued.map(({ what }) => what)).toEqual(["issue", "beginReview", "submit", "create"]);
    expect(ofIssued.map(({ person }) => person === null)).toEqual([true, true, false, false]);
    expect(await listActivity(owner, exporterId, 2)).toHaveLength(2);
    const stranger = await newExporter();
    expect(await listActivity(stranger.owner, exporterId, 50)).toEqual([]);
  });
});
