import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { countImports } from "@/lib/imports/queries/list-register";
import { demonstrationEmail, demonstrationPeople } from "../../scripts/demonstration-people";
import { runSeed } from "../../scripts/stack/seed";

const credentials = demonstrationPeople.map(({ userName, language }) => ({
  userName,
  subject: `subject-of-${userName}`,
  email: demonstrationEmail(userName),
  language,
}));

const environment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

it("shows something on every screen, and is the same after it ran twice", async () => {
  const counts = async () => ({
    people: await db().user.count(),
    events: await db().event.count(),
    entries: await db().ledgerEntry.count(),
    announcements: await db().importAnnouncement.count(),
    messages: await db().message.count(),
    broadcasts: await db().broadcast.count(),
  });
  await runSeed("prisma/seed/demo.ts", environment, credentials);
  const first = await counts();
  await runSeed("prisma/seed/demo.ts", environment, credentials);
  expect(await counts()).toEqual(first);

  expect(await db().user.count({ where: { demonstration: false } })).toBe(0);
  expect(await db().account.count({ where: { provider: "gckey" } })).toBe(7);
  expect(first.broadcasts).toBe(1);
  const applications = await db().application.findMany({ select: { status: true } });
  expect([...new Set(applications.map(({ status }) => status))].sort()).toEqual([
    "cancelled",
    "draft",
    "in_review",
    "issued",
    "recommended",
    "rejected",
    "returned",
    "submitted",
  ]);
  expect(await countImports()).toEqual({
    announced: 2,
    returned: 1,
    overdue: 1,
    awaited: 1,
    registered: 5,
  });
  const threads = await db().thread.findMany({ orderBy: { id: "asc" } });
  expect(threads.map(({ about, lastSide }) => [about, lastSide])).toEqual([
    ["import", "office"],
    ["application", "exporter"],
    ["general", "office"],
    ["general", null],
  ]);
  const balances = await db().importCertificate.findMany({
    select: { number: true, balance: { select: { remaining: true } } },
    orderBy: { number: "asc" },
  });
  expect(balances.map(({ number, balance }) => [number, balance?.remaining.toFixed(2)])).toEqual([
    ["AO00119820", "0.00"],
    ["BW0004471", "350.00"],
    ["BW0005120", "48.20"],
    ["LS0000377", "48.20"],
    ["ZA00771203", "54.50"],
  ]);
}, 120_000);
