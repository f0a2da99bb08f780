import { expect, test } from "vitest";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { publishText } from "@/lib/texts/commands/publish";
import { currentTerms, currentText, findVersions } from "@/lib/texts/queries";
import { newOfficer, officerViewer } from "@/tests/factories/people";

const words = (validFrom: string, mark = "") => ({
  textEn: `English ${mark}`,
  textFr: `Français ${mark}`,
  validFrom,
});

test("the portal brings its first version, and the newest whose day has come holds", async () => {
  expect(await currentTerms()).toMatchObject({ version: 1 });
  const ava = await newOfficer("administrator");
  const today = todayInOttawa();
  expect(await publishText(ava, "terms", words("2099-01-01"), 1)).toEqual({
    ok: true,
    value: { version: 2 },
  });
  expect(await currentTerms()).toMatchObject({ version: 1 });
  expect(await findVersions(ava, "terms")).toMatchObject({
    current: { version: 1 },
    next: { version: 2, validFrom: "2099-01-01", by: ava.name },
  });
  expect(await publishText(ava, "terms", words(today), 2)).toEqual({
    ok: false,
    error: "unchanged",
  });
  // A newer one that holds at once takes the place of both.
  expect(await publishText(ava, "terms", words(today, "three"), 2)).toMatchObject({ ok: true });
  expect(await currentTerms()).toMatchObject({ version: 3, textEn: "English three" });
  setClock(new Date("2099-01-02T12:00:00Z"));
  expect(await currentTerms()).toMatchObject({ version: 3 });
  setClock(null);
  expect(await currentText("privacy")).toMatchObject({ version: 1 });
});

test("of two administrators who publish at once one does, and the other is told", async () => {
  const [ava, bea] = [await newOfficer("administrator"), await newOfficer("administrator")];
  const both = await Promise.all(
    [ava, bea].map((who) => publishText(who, "privacy", words(todayInOttawa(), who.name), 1)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, error: "newer" });
  expect(await publishText(ava, "privacy", words(todayInOttawa()), 1)).toEqual({
    ok: false,
    error: "newer",
  });
  expect(await db().event.count({ where: { kind: "text.published" } })).toBe(3);
});

test("nobody else publishes, nor an administrator whose factors were shown long ago", async () => {
  const today = todayInOttawa();
  const before = await db().portalText.count();
  const ava = await newOfficer("administrator");
  const long = await officerViewer(ava.userId, new Date(Date.now() - 601_000));
  expect(await publishText(long, "accessibility", words(today), 1)).toEqual({
    ok: false,
    error: "stepUp",
  });
  expect(await publishText(ava, "accessibility", words("2026-01-01"), 1)).toEqual({
    ok: false,
    error: "past",
  });
  for (const role of ["reviewer", "signatory", "auditor"] as const) {
    const officer = await newOfficer(role);
    const refused = { ok: false, error: "notAllowed" };
    expect(await publishText(officer, "accessibility", words(today), 1)).toEqual(refused);
    const found = await findVersions(officer, "terms");
    expect(found === null).toBe(role !== "auditor");
  }
  expect(await db().portalText.count()).toBe(before);
});
