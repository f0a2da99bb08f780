import { expect, it } from "vitest";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { findPerson } from "@/lib/people/queries";
import { newArrival, publishTerms } from "@/tests/factories/arrival";
import { acceptTerms } from "./accept-terms";

it("takes the version that was read, while it is the one in force", async () => {
  const version = await publishTerms();
  const arriving = await newArrival();
  expect(await findPerson(arriving.userId)).toMatchObject({ accepted: null });
  expect(await acceptTerms(arriving, version - 1)).toEqual({
    ok: false,
    error: "changedMeanwhile",
  });
  expect(await acceptTerms(arriving, Number.NaN)).toMatchObject({ ok: false });
  expect(await acceptTerms(arriving, version)).toEqual({ ok: true, value: undefined });
  expect((await findPerson(arriving.userId))?.accepted).toMatchObject({ version });

  // Not yet in force.
  const later = await publishTerms("2999-01-01");
  expect(await acceptTerms(arriving, later)).toMatchObject({ ok: false });
  const today = await publishTerms(todayInOttawa());
  expect(await acceptTerms(arriving, version)).toMatchObject({ ok: false });
  expect(await acceptTerms(arriving, today)).toMatchObject({ ok: true });
  const events = await db().event.findMany({ where: { actorId: arriving.userId } });
  expect(events.map(({ kind, data }) => ({ kind, data }))).toEqual([
    { kind: "terms.accepted", data: { version } },
    { kind: "terms.accepted", data: { version: today } },
  ]);
});
