import { text } from "node:stream/consumers";
import { db } from "@/lib/db";
import { makeAnnouncements } from "./demonstration/announcements";
import { makeApplications } from "./demonstration/applications";
import { makeBroadcast } from "./demonstration/broadcasts";
import { makeImports } from "./demonstration/imports";
import { makeMessages } from "./demonstration/messages";
import { exporter, makeExporters, makePeople, officer, type Known } from "./demonstration/people";

/*
 * The demonstration: people, two invented exporters, their import certificates, and applications in
 * every state. Reads the people's credentials as JSON on standard input. Running it again, or after
 * it was interrupted, adds only what is missing. The start refuses it behind a public address.
 */

const known = JSON.parse(await text(process.stdin)) as Known[];

try {
  const ids = await makePeople(known);
  const { auroreId, taigaId } = await makeExporters(
    await exporter(ids.get("mayaokafor")),
    await exporter(ids.get("lucbouchard")),
  );
  const nora = await officer(ids.get("noralindqvist"));
  const imports = await makeImports(auroreId, taigaId, nora.userId);
  // Read again: by now they have profiles to act for.
  const maya = await exporter(ids.get("mayaokafor"));
  const luc = await exporter(ids.get("lucbouchard"));
  await makeAnnouncements({ maya, luc, nora, auroreId, taigaId });
  await makeBroadcast(await officer(ids.get("avachen")));
  await makeApplications({
    maya,
    luc,
    nora,
    samir: await officer(ids.get("samirhaddad")),
    marie: await officer(ids.get("marietremblay")),
    auroreId,
    taigaId,
    imports,
  });
  await makeMessages({ maya, luc, nora, auroreId, taigaId });
} finally {
  await db().$disconnect();
}
