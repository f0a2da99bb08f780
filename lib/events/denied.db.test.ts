import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { noteDenied } from "@/lib/events/denied";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { newExporter, newPerson } from "@/tests/factories/people";

const address = "/applications/[applicationId]";
const deniedTo = (userId: string) =>
  db().event.findMany({
    where: { kind: "access.denied", actorId: userId },
    orderBy: { id: "asc" },
    select: { data: true, applicationId: true, exporterId: true, personId: true },
  });

async function stranger() {
  const { userId } = await newPerson();
  const ask = (
    parameters: Record<string, string>,
    at = address,
    why: "record" | "press" = "record",
  ) => noteDenied({ userId, role: "exporter" }, { address: at, parameters, why });
  return { userId, ask };
}

it("notes a record that exists on its own timeline, and one that never was with nothing of what was typed", async () => {
  const { exporterId, owner } = await newExporter();
  const applicationId = await newSubmitted(owner, exporterId);
  const { userId, ask } = await stranger();
  await ask({ applicationId });
  await ask({ applicationId: randomUUID() });
  await ask({ token: "secret-of-a-link" }, "/invitation/[token]");
  const noted = await deniedTo(userId);
  expect(noted).toEqual([
    {
      applicationId,
      exporterId,
      personId: null,
      data: { thing: "application", id: applicationId, address, why: "record" },
    },
    {
      applicationId: null,
      exporterId: null,
      personId: null,
      data: { thing: "application", id: null, address, why: "record" },
    },
    {
      applicationId: null,
      exporterId: null,
      personId: null,
      data: { thing: "invitation", id: null, address: "/invitation/[token]", why: "record" },
    },
  ]);
  expect(JSON.stringify(noted)).not.toContain("secret");
});

it("cannot be used to fill the trail: once a minute for each record, and once for all that never were", async () => {
  const { exporterId, owner } = await newExporter();
  const [one, two] = [await newDraft(owner, exporterId), await newDraft(owner, exporterId)];
  const { userId, ask } = await stranger();
  const asks = [one, two, "nonsense", ""].flatMap((id) => Array.from({ length: 5 }, () => id));
  const guesses = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all([...asks, ...guesses].map((applicationId) => ask({ applicationId })));
  expect(await deniedTo(userId)).toHaveLength(3);
  // A press is another thing than a look.
  await ask({ applicationId: one }, address, "press");
  expect(await deniedTo(userId)).toHaveLength(4);
  const other = await stranger();
  await other.ask({ applicationId: one });
  expect(await deniedTo(other.userId)).toHaveLength(1);
});

it("names the record behind the page of everything about it", async () => {
  const { exporterId } = await newExporter();
  const { userId, ask } = await stranger();
  const at = "/office/timeline/[kind]/[recordId]";
  await ask({ kind: "exporter", recordId: exporterId }, at);
  await ask({ kind: "planet", recordId: exporterId }, at);
  expect((await deniedTo(userId)).map(({ data }) => data)).toMatchObject([
    { thing: "exporter", id: exporterId },
    { thing: "page", id: null },
  ]);
});
